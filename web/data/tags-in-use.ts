import { request } from './request.ts'

interface TagInUse {
  readonly value: string
  /** Records that bear it. */
  readonly count: number
}

export interface TagsInUseQuery {
  readonly field: string
  readonly search?: string
  readonly limit: number
}

/** The words of a field of tags, the most frequent first; of all records that this person sees. */
export async function tagsInUse(
  object: string,
  { field, search, limit }: TagsInUseQuery,
  signal: AbortSignal,
): Promise<readonly TagInUse[]> {
  const query = { field, search, limit }
  const path = `/records/${object}/tags`
  return (await request<{ data: readonly TagInUse[] }>('GET', path, { query, signal })).data.data
}
