import { request } from './request.ts'

export interface ApiKey {
  readonly id: string
  readonly name: string
  /** First characters, to tell keys apart. */
  readonly start?: string | null
  readonly createdAt: string
  readonly lastUsedAt?: string | null
}

export async function listKeys(): Promise<readonly ApiKey[]> {
  return (await request<{ data: readonly ApiKey[] }>('GET', '/auth/keys')).data.data
}

/** The key itself, which the server gives this one time. */
export async function createKey(name: string): Promise<string> {
  return (await request<{ key: string }>('POST', '/auth/keys', { body: { name } })).data.key
}

export async function revokeKey(id: string): Promise<void> {
  await request('DELETE', `/auth/keys/${id}`)
}
