import type { IncomingHttpHeaders } from 'node:http'
import type { KeyGrant } from '#shared/access/key-grant.ts'

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
  | (Asker & {
      readonly kind: 'session'
      readonly sessionId: string
      /** The identity provider that opened it; it stays in the workspace that it is in. */
      readonly providerId: string | null
      /** The workspace demands a second factor that was not shown: nothing is open but showing one, or setting one up. */
      readonly restricted: boolean
    })
  | (Asker & {
      readonly kind: 'key'
      readonly keyId: string
      /** What it is narrowed to; what its member may, where nothing stands here. */
      readonly grant?: KeyGrant
    })

/** The members of a request's headers that tell who asks. */
export type CredentialHeaders = Pick<IncomingHttpHeaders, 'authorization' | 'cookie'>
