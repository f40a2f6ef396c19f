import type { NewPool, Pool, PoolChange } from '#shared/operations/pools.ts'
import { request } from './request.ts'

const one = (answer: { readonly data: { readonly data: Pool } }) => answer.data.data

export async function listPools(signal?: AbortSignal): Promise<readonly Pool[]> {
  return (await request<{ data: readonly Pool[] }>('GET', '/pools', { signal })).data.data
}

export const createPool = async (body: NewPool): Promise<Pool> =>
  one(await request('POST', '/pools', { body }))

/** @throws ApiError `version_conflict` where the pool is no longer at `version` */
export const updatePool = async (id: string, body: PoolChange, version: number): Promise<Pool> =>
  one(await request('PATCH', `/pools/${id}`, { body, headers: { 'If-Match': String(version) } }))

export async function deletePool(id: string): Promise<void> {
  await request('DELETE', `/pools/${id}`)
}
