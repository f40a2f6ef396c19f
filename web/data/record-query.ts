import { queryOptions } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { getRecord } from './records.ts'

/** How one record is asked for: by its page, and by who expects that it will be opened. */
export const recordQuery = (object: string, id: string, include: readonly string[] = []) =>
  queryOptions({
    queryKey: keys.recordWith(object, id, include),
    queryFn: ({ signal }) => getRecord(object, id, { include }, signal),
  })
