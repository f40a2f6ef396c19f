import type { Notifier } from '#server/platform/database/notifier.ts'
import type { IdentityCache } from './identity-cache.ts'

/** Tells every process to look again at who asks. Call after the commit. */
interface Revocation {
  readonly session: (sessionId: string) => void
  readonly key: (keyId: string) => void
  readonly account: (accountId: string) => void
  readonly stop: () => void
}

export function createRevocation(
  notifier: Pick<Notifier, 'notify' | 'subscribe'>,
  cache: IdentityCache,
): Revocation {
  const topics = [
    { prefix: 'session:', forget: cache.forgetSession },
    { prefix: 'key:', forget: cache.forgetKey },
    { prefix: 'account:', forget: cache.forgetAccount },
  ]
  const stops = topics.map(({ prefix, forget }) =>
    notifier.subscribe(prefix, (topic) => {
      const id = topic.slice(prefix.length)
      // The bare prefix means that messages may have been missed.
      if (id === '') cache.clear()
      else forget(id)
    }),
  )
  return {
    session: (id) => notifier.notify(`session:${id}`),
    key: (id) => notifier.notify(`key:${id}`),
    account: (id) => notifier.notify(`account:${id}`),
    stop: () => {
      for (const stop of stops) stop()
    },
  }
}
