import { request } from './request.ts'

/**
 * The whole value of a masked field of one record; each time stands in the audit log. It is given to who asked and kept nowhere.
 * @param field name or wire name
 */
export async function revealField(object: string, id: string, field: string): Promise<string> {
  const path = `/records/${object}/${id}/reveal`
  const { data } = await request<{ data: unknown }>('POST', path, { body: { field } })
  return String(data.data ?? '')
}
