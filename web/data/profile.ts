import type { ProfileChange } from '#shared/operations/people.ts'
import type { RecordData } from './records.ts'
import { request } from './request.ts'

/** Changes the own record of who is signed in, whether or not they may change those of others. */
export async function changeProfile(change: ProfileChange): Promise<RecordData> {
  return (await request<{ data: RecordData }>('PATCH', '/profile', { body: change })).data.data
}
