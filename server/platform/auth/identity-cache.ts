import type { Identity } from './identity.ts'

/** The longest that an identity is trusted where a revocation could not be heard. */
const trustedFor = 5_000
const mostEntries = 10_000

interface Entry {
  readonly identity: Identity
  /** Milliseconds since 1970. */
  readonly until: number
  /** Loaded for a request that was no sign of its person. */
  readonly background: boolean
}

export interface IdentityCache {
  /** @param background whether it asks for a request that is no sign of its person: the first one that is looks anew */
  get(credential: string, background?: boolean): Identity | undefined
  /** Keeps what `load` finds, unless something was revoked while it looked. */
  load(credential: string, load: () => Promise<Loaded | null>, background?: boolean): Promise<Identity | null>
  forgetSession(sessionId: string): void
  forgetKey(keyId: string): void
  forgetAccount(accountId: string): void
  forgetWorkspace(workspaceId: string): void
  clear(): void
}

/** `expiresAt` in milliseconds since 1970. */
export interface Loaded {
  readonly identity: Identity
  readonly expiresAt: number
}

/** Identities by the credential that proved them: a verified cookie's value or a key. */
export function createIdentityCache(): IdentityCache {
  const entries = new Map<string, Entry>()
  let revocations = 0

  const forget = (concerns: (identity: Identity) => boolean) => {
    revocations += 1
    for (const [credential, { identity }] of entries) if (concerns(identity)) entries.delete(credential)
  }
  return {
    get(credential, background = false) {
      const entry = entries.get(credential)
      if (entry === undefined || entry.until <= Date.now()) return undefined
      return entry.background && !background ? undefined : entry.identity
    },
    async load(credential, load, background = false) {
      const before = revocations
      const loaded = await load()
      entries.delete(credential)
      if (loaded === null) return null
      if (before === revocations) {
        if (entries.size >= mostEntries) entries.delete(entries.keys().next().value ?? '')
        const until = Math.min(Date.now() + trustedFor, loaded.expiresAt)
        entries.set(credential, { identity: loaded.identity, until, background })
      }
      return loaded.identity
    },
    forgetSession: (id) => forget((identity) => identity.kind === 'session' && identity.sessionId === id),
    forgetKey: (id) => forget((identity) => identity.kind === 'key' && identity.keyId === id),
    forgetAccount: (id) => forget((identity) => identity.accountId === id),
    forgetWorkspace: (id) => forget((identity) => identity.workspaceId === id),
    clear: () => forget(() => true),
  }
}
