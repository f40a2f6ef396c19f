import type { IncomingHttpHeaders } from 'node:http'

export type Role = 'admin' | 'member'

interface Asker {
  readonly accountId: string
  readonly workspaceId: string
  /** The member's record of the object `user` in that workspace. */
  readonly userId: string
  /** The record of the object `actor` that changes are attributed to. */
  readonly actorId: string
  readonly role: Role
}

/** Who asks: a person signed in to a browser, or a program with a key of that person's. */
export type Identity =
  | (Asker & { readonly kind: 'session'; readonly sessionId: string })
  | (Asker & { readonly kind: 'key'; readonly keyId: string })

/** The members of a request's headers that tell who asks. */
export type CredentialHeaders = Pick<IncomingHttpHeaders, 'authorization' | 'cookie'>
