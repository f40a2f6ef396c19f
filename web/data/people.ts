import type { Language } from '#shared/language.ts'
import type { HandOver, People } from '#shared/operations/people.ts'
import { request } from './request.ts'

export interface Invitation {
  readonly id: string
  readonly email: string | null
  readonly mobile: string | null
  readonly name: string | null
  readonly roleIds: readonly string[]
  readonly teamId: string | null
  readonly language: Language
  readonly createdAt: string
  readonly expiresAt: string
  /** When a mail took the link along; null where it is handed over by hand. */
  readonly sentAt: string | null
  readonly expired: boolean
}

/** `token` is there where no mail took the link along; it is told this once. */
export interface Invited {
  readonly invitation: Invitation
  readonly token?: string
}

export interface NewInvitations {
  /** None: one link for whoever gets it. */
  readonly emails?: readonly string[]
  readonly roleIds: readonly string[]
  readonly teamId?: string | null
  readonly language?: Language
}

export async function listPeople(signal?: AbortSignal): Promise<People> {
  return (await request<{ data: People }>('GET', '/people', { signal })).data.data
}

export async function listInvitations(signal?: AbortSignal): Promise<{
  readonly data: readonly Invitation[]
  /** Whether mail goes out by itself. */
  readonly mail: boolean
}> {
  return (
    await request<{ data: readonly Invitation[]; mail: boolean }>('GET', '/auth/invitations', { signal })
  ).data
}

export async function invite(input: NewInvitations): Promise<readonly Invited[]> {
  return (await request<{ data: readonly Invited[] }>('POST', '/auth/invitations', { body: input })).data.data
}

/** @param send whether by mail, where that can be; else the answer has the token */
export async function renewInvitation({ id, send }: { id: string; send: boolean }): Promise<Invited> {
  const path = `/auth/invitations/${id}/renew`
  return (await request<{ data: Invited }>('POST', path, { body: { send } })).data.data
}

export async function withdrawInvitation(id: string): Promise<void> {
  await request('DELETE', `/auth/invitations/${id}`)
}

/** Where the token of an invitation is taken, by the name under which this page was reached. */
export const joinLink = (token: string): string => `${location.origin}/join/${token}`

/** Minutes rather than seconds: what somebody had in ten years is given away record by record. */
const patience = 600_000

export async function countHandOver(id: string, signal?: AbortSignal): Promise<HandOver> {
  return (await request<{ data: HandOver }>('GET', `/members/${id}/hand-over`, { signal })).data.data
}

export async function handOver({ id, to }: { id: string; to: string }): Promise<HandOver> {
  const path = `/members/${id}/hand-over`
  return (await request<{ data: HandOver }>('POST', path, { body: { to }, patience })).data.data
}

/** @param handOverTo null: nobody takes what they have */
export async function deactivate(input: { id: string; handOverTo: string | null }): Promise<HandOver> {
  const { id, ...body } = input
  const path = `/auth/members/${id}/deactivate`
  return (await request<{ data: HandOver }>('POST', path, { body, patience })).data.data
}

export async function reactivate(id: string): Promise<void> {
  await request('POST', `/auth/members/${id}/reactivate`)
}
