import type { Language } from '#shared/language.ts'
import { request } from './request.ts'

/** What a link invites to. */
export interface Outlook {
  readonly workspaceName: string
  readonly inviterName: string
  readonly email: string | null
  readonly mobile: string | null
  readonly name: string | null
  readonly language: Language
  /** Whether the address has an account already, which joins by signing in. */
  readonly known: boolean
}

interface Joining {
  readonly token: string
  readonly name?: string
  readonly email?: string
  readonly mobile?: string
  /** None: as who is signed in. */
  readonly password?: string
}

/** @throws ApiError `invitation_invalid` */
export async function lookAtInvitation(token: string): Promise<Outlook> {
  return (await request<{ data: Outlook }>('POST', '/auth/join/look', { body: { token } })).data.data
}

export async function join(joining: Joining): Promise<void> {
  await request('POST', '/auth/join', { body: joining })
}
