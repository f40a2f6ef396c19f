import type { Grantee, NewShare, Share } from '#shared/operations/sharing.ts'
import { request } from './request.ts'

const place = (object: string, id: string): string => `/records/${object}/${id}/shares`

/** With whom one record is shared. */
export async function listShares(
  object: string,
  id: string,
  signal?: AbortSignal,
): Promise<readonly Share[]> {
  return (await request<{ data: readonly Share[] }>('GET', place(object, id), { signal })).data.data
}

/** @throws ApiError `not_permitted` to who may not change the record */
export async function setShare(object: string, id: string, share: NewShare): Promise<readonly Share[]> {
  return (await request<{ data: readonly Share[] }>('PUT', place(object, id), { body: share })).data.data
}

export async function endShare(object: string, id: string, grantee: Grantee): Promise<void> {
  await request('DELETE', place(object, id), { body: { grantee } })
}
