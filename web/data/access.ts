import type { OwnAccess } from '#shared/operations/roles.ts'
import { request } from './request.ts'

/** What the person who is signed in may, added up over their roles; objects and fields by names. */
export async function ownAccess(signal?: AbortSignal): Promise<OwnAccess> {
  return (await request<{ data: OwnAccess }>('GET', '/access', { signal })).data.data
}
