import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { addApi, createContextOf, createWatchAsker } from '#server/api/index.ts'
import { changesTopic } from '#server/api/topics.ts'
import { shippedViews } from '#server/apps/index.ts'
import { membersBearing } from '#server/core/access/index.ts'
import { AuditRunner, auditAuthEvents, keepAudit, noteKeyUse } from '#server/core/audit/index.ts'
import { auditOperations } from '#server/core/audit/operations.ts'
import { keepChangeLog } from '#server/core/changes/index.ts'
import { changeOperations } from '#server/core/changes/operations.ts'
import { exportOperations } from '#server/core/exports/operations.ts'
import { createFolderStore, registerFileRoutes } from '#server/core/files/index.ts'
import { ImportRunner, keepImports, registerImportRoutes } from '#server/core/imports/index.ts'
import { metadataOperations } from '#server/core/objects/operations.ts'
import { preferenceOperations, preferencesSignal } from '#server/core/preferences/index.ts'
import { keepPresence, presenceOperations, presenceSignal } from '#server/core/presence/index.ts'
import { recordOperations } from '#server/core/records/operations/index.ts'
import { roleOperations } from '#server/core/roles/operations.ts'
import { sharingOperations } from '#server/core/sharing/operations.ts'
import { plantViews, viewOperations, viewsSignal } from '#server/core/views/index.ts'
import type { Workspace } from '#server/core/workspaces/index.ts'
import { workspaceOperations } from '#server/core/workspaces/operations.ts'
import {
  keepNotifications,
  NotificationRunner,
  notificationOperations,
  notificationSignal,
  tellAlerts,
} from '#server/engines/notifications/index.ts'
import { createAuth, registerAuthRoutes } from '#server/platform/auth/index.ts'
import { type Config, deriveSecret } from '#server/platform/config/index.ts'
import type { Notifier } from '#server/platform/database/index.ts'
import type { Shutdown } from '#server/platform/lifecycle/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import { administrator } from '#shared/access/shipped-roles.ts'
import type { Kith } from './kith.ts'
import { createAuthHooks } from './members.ts'
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

/** Every operation that is served. */
export const operations = [
  ...recordOperations,
  ...changeOperations,
  ...exportOperations,
  ...metadataOperations,
  ...workspaceOperations,
  ...roleOperations,
  ...sharingOperations,
  ...viewOperations,
  ...preferenceOperations,
  ...presenceOperations,
  ...notificationOperations,
  ...auditOperations,
]

/** What `/events` tells of beside changes. */
const signals = [viewsSignal, preferencesSignal, presenceSignal, notificationSignal]

const housekeepingInterval = 6 * 60 * 60 * 1000

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
    secret: deriveSecret(config, 'session'),
    factorSecret: deriveSecret(config, 'second factors'),
    onEvent: audit.onEvent,
  })
  shutdown.add(async () => auth.stop())
  shutdown.add(() => audit.settled())
  registerAuthRoutes(http, auth, createAuthHooks(kith, log))

  const open = async () => Promise.all((await registry.list()).map(({ id }) => registry.get(id)))
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
  const runner = new ImportRunner({ workspaces: open, surroundings: kith.surroundings, files, log })
  shutdown.add(() => runner.stop())
  const notifications = new NotificationRunner({
    workspaces: open,
    workspace: (id) => registry.get(id),
    surroundings: kith.surroundings,
    notifier,
    changes: changesTopic(''),
    log,
  })
  shutdown.add(() => notifications.stop())
  const administrators = async (workspaceId: string): Promise<string[]> =>
    membersBearing(await registry.get(workspaceId), administrator)
  const sealing = new AuditRunner({
    workspaces: open,
    workspace: (id) => registry.get(id),
    notifier,
    sealed: (workspace) => tellAlerts(workspace, { surroundings: kith.surroundings, administrators }),
    log,
  })
  shutdown.add(() => sealing.stop())
  await registerFileRoutes(http, { contextOf, files })
  await registerImportRoutes(http, { contextOf, files, wake: (workspace) => runner.wake(workspace) })
  const address = config.publicUrl.replace(/\/$/, '')
  addApi(http, { contextOf, watch: createWatchAsker(auth), operations, signals, notifier, log, address })
  await addWebApp(http)

  runner.start()
  notifications.start()
  sealing.start()
  const keep = async (): Promise<void> => {
    for (const workspace of await open()) {
      const works = [
        () => keepChangeLog(workspace),
        () => keepAudit(workspace),
        () => keepPresence(workspace),
        () => keepNotifications(workspace),
        () => keepImports(workspace, () => kith.systemContext(workspace)),
      ]
      for (const work of works)
        await work().catch((error: unknown) => log.error({ err: error }, 'housekeeping failed'))
    }
  }
  const timer = setInterval(() => void keep(), housekeepingInterval)
  shutdown.add(async () => clearInterval(timer))
  void keep()
  await plantShippedViews(kith, await open(), log)
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
