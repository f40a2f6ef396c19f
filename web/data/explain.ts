import type { Explanation } from '#shared/operations/roles.ts'
import { request } from './request.ts'

/** What a member may do with a record, by verb, and why. @param user the asker where undefined; others need the right `roles` */
export async function explainAccess(
  object: string,
  id: string,
  user?: string,
  signal?: AbortSignal,
): Promise<Explanation> {
  const query = { object, id, user }
  return (await request<{ data: Explanation }>('GET', '/access/explain', { query, signal })).data.data
}
