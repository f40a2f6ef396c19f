import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { addApi, auditRefusals, createContextOf, createWatchAsker } from '#server/api/index.ts'
import { changesTopic } from '#server/api/topics.ts'
import { shippedViews } from '#server/apps/index.ts'
import { accessTopic, membersBearing } from '#server/core/access/index.ts'
import { auditAuthEvents, createAuditRunner, keepAudit, noteKeyUse } from '#server/core/audit/index.ts'
import { auditOperations } from '#server/core/audit/operations.ts'
import { keepChangeLog } from '#server/core/changes/index.ts'
import { changeOperations } from '#server/core/changes/operations.ts'
import { exportOperations } from '#server/core/exports/operations.ts'
import { createFolderStore, registerFileRoutes } from '#server/core/files/index.ts'
import { ImportRunner, keepImports, registerImportRoutes } from '#server/core/imports/index.ts'
import { metadataOperations } from '#server/core/objects/operations.ts'
import { createPeopleOperations, endLeft, finishHandOvers } from '#server/core/people/index.ts'
import { poolOperations } from '#server/core/pools/operations.ts'
import { preferenceOperations, preferencesSignal } from '#server/core/preferences/index.ts'
import { keepPresence, presenceOperations, presenceSignal } from '#server/core/presence/index.ts'
import { resealRecords } from '#server/core/records/index.ts'
import { recordOperations } from '#server/core/records/operations/index.ts'
import { type AccountsOf, keepReviews, reviewOperations } from '#server/core/reviews/index.ts'
import { roleOperations } from '#server/core/roles/operations.ts'
import { sharingOperations } from '#server/core/sharing/operations.ts'
import { sharingSignal } from '#server/core/sharing/topic.ts'
import { plantViews, viewOperations, viewsSignal } from '#server/core/views/index.ts'
import type { Workspace } from '#server/core/workspaces/index.ts'
import { workspaceOperations } from '#server/core/workspaces/operations.ts'
import {
  createNotificationRunner,
  keepNotifications,
  notificationOperations,
  notificationSignal,
  tellAlerts,
} from '#server/engines/notifications/index.ts'
import { type Auth, createAuth, registerAuthRoutes } from '#server/platform/auth/index.ts'
import type { Config } from '#server/platform/config/index.ts'
import type { Notifier } from '#server/platform/database/index.ts'
import type { Shutdown } from '#server/platform/lifecycle/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import { createMailer } from '#server/platform/mail/index.ts'
import { createOutbound } from '#server/platform/outbound/index.ts'
import { keyRing } from '#server/platform/sealing/index.ts'
import { administrator } from '#shared/access/shipped-roles.ts'
import { addDirectories } from './directories.ts'
import type { Kith } from './kith.ts'
import { createAuthHooks, memberAccounts } from './members.ts'
import { addWebApp } from './web-app.ts'

interface RoomsOptions {
  readonly config: Config
  readonly log: Log
  readonly pool: pg.Pool
  readonly notifier: Notifier
  readonly kith: Kith
  readonly http: FastifyInstance
  readonly shutdown: Shutdown
}

/** Every operation that is served; what sign-in knows of members is asked of `accountsOf`. */
export const operationsWith = (accountsOf: AccountsOf) => [
  ...recordOperations,
  ...changeOperations,
  ...exportOperations,
  ...metadataOperations,
  ...workspaceOperations,
  ...roleOperations,
  ...sharingOperations,
  ...poolOperations,
  ...reviewOperations(accountsOf),
  ...viewOperations,
  ...preferenceOperations,
  ...presenceOperations,
  ...notificationOperations,
  ...auditOperations,
]

/** What `/events` tells of beside changes. */
const signals = [viewsSignal, preferencesSignal, presenceSignal, notificationSignal, sharingSignal]

const housekeepingInterval = 6 * 60 * 60 * 1000
/** Milliseconds after which an upload that was not kept is nobody's any more. */
const longestUpload = 24 * 3_600_000

/** Adds every room's routes and starts what runs beside requests. */
export async function addRooms({
  config,
  log,
  pool,
  notifier,
  kith,
  http,
  shutdown,
}: RoomsOptions): Promise<void> {
  const { registry } = kith
  const audit = auditAuthEvents({
    workspace: (id) => registry.get(id),
    member: (accountId, workspaceId) => auth.findMembership(accountId, workspaceId),
    surroundings: kith.surroundings,
    log,
  })
  const auth = createAuth({
    pool,
    notifier,
    publicUrl: config.publicUrl,
    ring: keyRing(config),
    outbound: createOutbound({ allowed: config.outboundAllowed }),
    rolesOf: kith.rolesOf,
    administratorsOf: kith.administratorsOf,
    rolesTopic: accessTopic(''),
    onEvent: audit.onEvent,
  })
  shutdown.add(async () => auth.stop())
  shutdown.add(() => audit.settled())
  const refusals = auditRefusals(http, {
    identify: ({ headers, ip }) =>
      auth.identify({ method: 'GET', headers, ip, background: true }, 'restricted'),
    workspace: (id) => registry.get(id),
    surroundings: kith.surroundings,
    log,
  })
  shutdown.add(refusals)
  const mailer = config.mail && createMailer(config.mail)
  shutdown.add(async () => mailer?.close())
  registerAuthRoutes(http, auth, createAuthHooks(kith, log, mailer))

  const open = async () => Promise.all((await registry.list()).map(({ id }) => registry.get(id)))
  const served = { workspaces: open, workspace: (id: string) => registry.get(id), notifier, log }
  const contextOf = createContextOf({
    auth,
    workspaces: registry,
    surroundings: kith.surroundings,
    keyUsed: (cx) =>
      void noteKeyUse(cx).catch((error: unknown) =>
        log.error({ err: error }, 'the use of a key was not noted'),
      ),
  })
  const files = createFolderStore(kith.filesFolder)
  const runner = new ImportRunner({
    workspaces: open,
    surroundings: kith.surroundings,
    systemContext: kith.systemContext,
    files,
    log,
  })
  shutdown.add(() => runner.stop())
  const notifications = createNotificationRunner({
    ...served,
    surroundings: kith.surroundings,
    changes: changesTopic(''),
  })
  shutdown.add(() => notifications.stop())
  const administrators = async (workspaceId: string): Promise<string[]> =>
    membersBearing(await registry.get(workspaceId), administrator)
  const sealing = createAuditRunner({
    ...served,
    sealed: (workspace) => tellAlerts(workspace, { surroundings: kith.surroundings, administrators }),
  })
  shutdown.add(() => sealing.stop())
  await registerFileRoutes(http, { contextOf, files })
  await registerImportRoutes(http, { contextOf, files, wake: (workspace) => runner.wake(workspace) })
  const address = config.publicUrl.replace(/\/$/, '')
  const directories = await addDirectories(http, { ...served, pool, kith, auth, contextOf, address })
  shutdown.add(() => directories.stop())
  const operations = operationsWith(auth.standingsIn)
  const members = memberAccounts(auth)
  const all = [...operations, ...createPeopleOperations(members)]
  addApi(http, { contextOf, watch: createWatchAsker(auth), operations: all, signals, notifier, log, address })
  await addWebApp(http)

  runner.start()
  notifications.start()
  sealing.start()
  directories.start()
  const keep = async (): Promise<void> => {
    for (const workspace of await open()) {
      const works = [
        () => keepChangeLog(workspace),
        () => keepAudit(workspace),
        () => resealRecords(workspace),
        () => keepPresence(workspace),
        () => keepNotifications(workspace),
        () => endLeft(workspace, members),
        () => finishHandOvers(workspace, () => kith.systemContext(workspace), log),
        () => files.clear(workspace.id, new Date(Date.now() - longestUpload)),
        () => keepImports(workspace, () => kith.systemContext(workspace), files),
        async () => keepReviews(await kith.systemContext(workspace), auth.standingsIn),
      ]
      for (const work of works)
        await work().catch((error: unknown) => log.error({ err: error }, 'housekeeping failed'))
    }
  }
  const timer = setInterval(() => void keep(), housekeepingInterval)
  shutdown.add(async () => clearInterval(timer))
  void keep()
  await reseal(auth, log)
  await plantShippedViews(kith, await open(), log)
}

/** After a change of KITH_SECRET: what the former one sealed is sealed anew, while it is used. */
async function reseal(auth: Auth, log: Log): Promise<void> {
  try {
    const { anew, lost } = await auth.reseal()
    if (anew > 0)
      log.info(
        { anew },
        'secrets of second factors and identity providers are sealed under the current KITH_SECRET',
      )
    if (lost > 0)
      log.error(
        { lost },
        'secrets of second factors or identity providers are sealed under another KITH_SECRET: give it as KITH_SECRET_PREVIOUS and start again',
      )
  } catch (error) {
    log.error({ err: error }, 'secrets of second factors and identity providers could not be sealed anew')
  }
}

/** Views that came with this version, in the workspaces that were there before. */
async function plantShippedViews(kith: Kith, workspaces: readonly Workspace[], log: Log): Promise<void> {
  for (const workspace of workspaces) {
    try {
      await plantViews(await kith.systemContext(workspace), shippedViews)
    } catch (error) {
      log.error({ err: error, workspace: workspace.slug }, 'the shipped views could not be made')
    }
  }
}
