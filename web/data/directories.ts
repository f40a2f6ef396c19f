import type { DirectoryRun, DirectorySource, ScimToken } from '#shared/operations/directories.ts'
import { request } from './request.ts'

export async function listDirectories(): Promise<readonly DirectorySource[]> {
  return (await request<{ data: readonly DirectorySource[] }>('GET', '/directories')).data.data
}

export interface DirectorySchedule {
  readonly id: string
  readonly everyHours: number | null
  readonly mostLeaving: number
}

export async function setDirectory({ id, ...schedule }: DirectorySchedule): Promise<void> {
  await request('PUT', `/directories/${id}`, { body: schedule })
}

export interface DirectoryStart {
  readonly id: string
  readonly trial?: boolean
  /** How many may be deactivated. */
  readonly confirmed?: number
}

export async function startDirectory({ id, ...options }: DirectoryStart): Promise<DirectoryRun> {
  return (await request<{ data: DirectoryRun }>('POST', `/directories/${id}/runs`, { body: options })).data
    .data
}

export async function listScimTokens(): Promise<readonly ScimToken[]> {
  return (await request<{ data: readonly ScimToken[] }>('GET', '/scim-tokens')).data.data
}

/** The token itself, which the server gives this one time. */
export async function createScimToken(name: string): Promise<string> {
  return (await request<{ token: string }>('POST', '/scim-tokens', { body: { name } })).data.token
}

export async function revokeScimToken(id: string): Promise<void> {
  await request('DELETE', `/scim-tokens/${id}`)
}
