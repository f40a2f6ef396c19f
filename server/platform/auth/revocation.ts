import type { Notifier } from '#server/platform/database/notifier.ts'
import type { Identity } from './identity.ts'
import type { IdentityCache } from './identity-cache.ts'

/** Hears when what proved `identity` may prove nobody any more, in whichever process that happened. Returns how to stop. */
export type Watch = (identity: Identity, listener: () => void) => () => void

/** Tells every process to look again at who asks. Call after the commit. */
interface Revocation {
  readonly session: (sessionId: string) => void
  readonly key: (keyId: string) => void
  readonly account: (accountId: string) => void
  /** Whom its sign-in policy lets in has changed. */
  readonly policy: (workspaceId: string) => void
  readonly watch: Watch
  readonly stop: () => void
}

/** @param rolesTopic before a workspace's id: of the news that roles of its members changed, which decide who must show what */
export function createRevocation(
  notifier: Pick<Notifier, 'notify' | 'subscribe'>,
  cache: IdentityCache,
  rolesTopic?: string,
): Revocation {
  const watchers = new Set<(topic: string | undefined) => void>()
  const topics = [
    { prefix: 'session:', forget: cache.forgetSession },
    { prefix: 'key:', forget: cache.forgetKey },
    { prefix: 'account:', forget: cache.forgetAccount },
    { prefix: 'sign-in-policy:', forget: cache.forgetWorkspace },
    ...(rolesTopic === undefined ? [] : [{ prefix: rolesTopic, forget: cache.forgetWorkspace }]),
  ]
  const stops = topics.map(({ prefix, forget }) =>
    notifier.subscribe(prefix, (topic) => {
      const id = topic.slice(prefix.length)
      // The bare prefix means that messages may have been missed.
      if (id === '') cache.clear()
      else forget(id)
      for (const watcher of watchers) watcher(id === '' ? undefined : topic)
    }),
  )
  return {
    session: (id) => notifier.notify(`session:${id}`),
    key: (id) => notifier.notify(`key:${id}`),
    account: (id) => notifier.notify(`account:${id}`),
    policy: (id) => notifier.notify(`sign-in-policy:${id}`),
    watch(identity, listener) {
      const own = new Set([
        `account:${identity.accountId}`,
        `sign-in-policy:${identity.workspaceId}`,
        identity.kind === 'session' ? `session:${identity.sessionId}` : `key:${identity.keyId}`,
      ])
      watchers.add(watcher)
      function watcher(topic: string | undefined) {
        if (topic === undefined || own.has(topic)) listener()
      }
      return () => void watchers.delete(watcher)
    },
    stop: () => {
      for (const stop of stops) stop()
    },
  }
}
