import type { Language } from '#shared/language.ts'
import { forgetIfExpelled } from './kept/forget.ts'
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

export async function signIn(identifier: string, password: string): Promise<void> {
  try {
    await request('POST', '/auth/sign-in', { body: { identifier, password } })
  } catch (error) {
    await forgetIfExpelled(error)
    throw error
  }
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
