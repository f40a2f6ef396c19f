import { auditAuthEvents } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import type { Kith } from '#server/kith.ts'
import { openKith } from '#server/kith.ts'
import { type Auth, createAuth } from '#server/platform/auth/index.ts'
import { createNotifier } from '#server/platform/database/index.ts'
import { keyRing } from '#server/platform/sealing/index.ts'
import { type CommandContext, UsageError } from './command.ts'

const connections = { limit: 8, size: 4 } as const

/** Runs `work` with the workspaces and the accounts, whether or not the server runs. */
export function withKith<T>(
  context: CommandContext,
  work: (kith: Kith, auth: Auth) => Promise<T>,
): Promise<T> {
  const { config, log, withDatabase } = context
  return withDatabase(async (pool, databaseUrl) => {
    const notifier = await createNotifier({ url: databaseUrl, pool, log })
    const kith = openKith({ config, log, databaseUrl, pool, notifier, connections })
    const audit = auditAuthEvents({
      workspace: (id) => kith.registry.get(id),
      member: (accountId, workspaceId) => auth.findMembership(accountId, workspaceId),
      surroundings: kith.surroundings,
      log,
    })
    const auth = createAuth({
      ...{ pool, notifier, publicUrl: config.publicUrl, ring: keyRing(config) },
      ...{ rolesOf: kith.rolesOf, administratorsOf: kith.administratorsOf, onEvent: audit.onEvent },
    })
    try {
      await kith.registry.upgrade()
      return await work(kith, auth)
    } finally {
      await audit.settled()
      auth.stop()
      await kith.close()
      await notifier.stop()
    }
  })
}

/** Runs `work` in a workspace as the system; `slug` undefined where there is only one. */
export function withWorkspace<T>(
  context: CommandContext,
  slug: string | undefined,
  work: (cx: Context) => Promise<T>,
): Promise<T> {
  return withKith(context, async (kith) => {
    const chosen = slug ?? onlySlug(await kith.registry.list())
    return work(await kith.systemContext(await kith.registry.bySlug(chosen), 'cli'))
  })
}

/** @throws UsageError where there is none, or more than one */
export function onlySlug(workspaces: readonly { readonly slug: string }[]): string {
  const [only, ...others] = workspaces.map(({ slug }) => slug)
  if (only === undefined) throw new UsageError('There is no workspace yet: make one with kith user create')
  if (others.length > 0)
    throw new UsageError(`Name one of the workspaces: --workspace ${[only, ...others].join(' | ')}`)
  return only
}
