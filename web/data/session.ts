import type { Language } from '#shared/language.ts'
import { forgetIfExpelled } from './kept/forget.ts'
import { showPasskey } from './passkeys.ts'
import { request } from './request.ts'

export type Role = 'admin' | 'member'

interface WorkspaceSummary {
  readonly id: string
  readonly slug: string
  readonly name: string
}

export interface Session {
  /** The member of this workspace who is signed in: a record of `user`. */
  readonly user: {
    readonly id: string
    readonly name: string
    readonly email?: string | null
    readonly mobile?: string | null
  }
  readonly role: Role
  /** The identity provider that opened it; null where the person signed in at Kith. */
  readonly providerId?: string | null
  /** A second factor is demanded and was not shown: only `/second-step` is open. */
  readonly restricted?: boolean
  readonly workspace: WorkspaceSummary & { readonly language: Language }
  /** All workspaces of this account. */
  readonly workspaces?: readonly WorkspaceSummary[]
}

interface Installation {
  /** Whether a workspace and an account exist; if not, `/welcome` makes them. */
  readonly complete: boolean
}

export interface FirstRun {
  readonly workspaceName: string
  readonly language: Language
  readonly timeZone: string
  readonly currency: string
  readonly name: string
  readonly email?: string
  readonly mobile?: string
  readonly password: string
  readonly demo: boolean
}

export const installation = async () => (await request<Installation>('GET', '/auth/installation')).data
export const session = async () => (await request<Session>('GET', '/auth/session')).data

/** Where a second step is asked for, its ticket: nobody is signed in yet. */
export async function signIn(identifier: string, password: string): Promise<string | undefined> {
  type Answer = { readonly secondStep?: { readonly ticket: string } }
  return entering(async () => {
    const { data } = await request<Answer>('POST', '/auth/sign-in', { body: { identifier, password } })
    return data.secondStep?.ticket
  })
}

/** @param code of the authenticator app, or a recovery code */
export async function signInByCode(ticket: string, code: string): Promise<void> {
  await entering(() => request('POST', '/auth/sign-in/code', { body: { ticket, code } }))
}

export async function signInByPasskey(autofill = false): Promise<void> {
  await entering(() => showPasskey('sign-in/passkey', autofill))
}

/** Who may no longer come in leaves nothing behind in this browser. */
async function entering<T>(enter: () => Promise<T>): Promise<T> {
  try {
    return await enter()
  } catch (error) {
    throw await forgetIfExpelled(error)
  }
}

/** Proves anew that the person who is signed in sits there. */
export async function prove(proof: { readonly password: string } | { readonly code: string }): Promise<void> {
  await request('POST', '/auth/proof', { body: proof })
}

export async function signOut(): Promise<void> {
  await request('POST', '/auth/sign-out')
}

export async function firstRun(input: FirstRun): Promise<void> {
  await request('POST', '/auth/first-run', { body: input })
}

export async function switchWorkspace(workspaceId: string): Promise<void> {
  await request('POST', '/auth/workspace', { body: { workspaceId } })
}

/** Ends the account's other sessions. */
export async function changePassword(input: {
  readonly currentPassword: string
  readonly newPassword: string
}): Promise<void> {
  await request('POST', '/auth/password', { body: input })
}
