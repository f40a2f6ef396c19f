import { request } from './request.ts'

export interface ApiKey {
  readonly id: string
  readonly name: string
  /** First characters, to tell keys apart. */
  readonly start?: string | null
  readonly createdAt: string
  readonly lastUsedAt?: string | null
  readonly lastAddress?: string | null
  /** Null: it never ends by itself. */
  readonly expiresAt: string | null
  /** To which it is narrowed; a role that is gone has no name. */
  readonly role: { readonly id: string; readonly name: string | null } | null
  readonly readOnly: boolean
  /** API names; null: all. */
  readonly objects: readonly string[] | null
}

/** A key as who has the right to people sees it. */
export interface MembersKey extends ApiKey {
  readonly owner: { readonly id: string; readonly name: string }
}

export interface NewKey {
  readonly name: string
  readonly roleId: string | undefined
  readonly readOnly: boolean
  /** API names, one at least; null: all. */
  readonly objects: readonly string[] | null
  /** Days; null: never. */
  readonly expiresInDays: number | null
}

export async function listKeys(): Promise<readonly ApiKey[]> {
  return (await request<{ data: readonly ApiKey[] }>('GET', '/auth/keys')).data.data
}

/** Of all members, by their names. */
export async function listMembersKeys(): Promise<readonly MembersKey[]> {
  return (await request<{ data: readonly MembersKey[] }>('GET', '/auth/members/keys')).data.data
}

/** The key itself, which the server gives this one time. */
export async function createKey({ objects, ...key }: NewKey): Promise<string> {
  const body = objects === null ? key : { ...key, objects }
  return (await request<{ key: string }>('POST', '/auth/keys', { body })).data.key
}

export async function revokeKey(id: string): Promise<void> {
  await request('DELETE', `/auth/keys/${id}`)
}
