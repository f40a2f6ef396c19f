import { request } from './request.ts'
import type { Role } from './session.ts'

export interface Member {
  readonly id: string
  readonly name: string
  readonly email?: string | null
  readonly mobile?: string | null
  readonly role: Role
  readonly createdAt?: string
}

interface NewMember {
  readonly name: string
  readonly email?: string
  readonly mobile?: string
  readonly password: string
  readonly role: Role
}

export async function listMembers(): Promise<readonly Member[]> {
  return (await request<{ data: readonly Member[] }>('GET', '/auth/members')).data.data
}

/** Sets a member's password and ends their sessions. */
export async function resetPassword({ id, password }: { id: string; password: string }): Promise<void> {
  await request('POST', `/auth/members/${id}/password`, { body: { password } })
}

export async function addMember(member: NewMember): Promise<void> {
  await request('POST', '/auth/members', { body: member })
}

/** For who lost them: authenticator app, recovery codes and passkeys go, and all their sessions end. */
export async function resetFactors(id: string): Promise<void> {
  await request('POST', `/auth/members/${id}/factors/reset`)
}
