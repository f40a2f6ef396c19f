import { useQuery } from '@tanstack/react-query'
import { keys } from '#web/data/index.ts'
import { loadRecord } from '../load-record.ts'

export interface KnownFile {
  readonly id: string
  readonly name: string
  readonly contentType: string
  /** Bytes. */
  readonly size: number
}

/** What is known of a file; undefined until it has come. */
export function useFile(id: string | undefined): KnownFile | undefined {
  const { data } = useQuery({
    queryKey: keys.recordWith('file', id ?? '', []),
    queryFn: () => loadRecord('file', id ?? ''),
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (data === undefined) return undefined
  const { name, contentType, size } = data
  return {
    id: data.id,
    name: typeof name === 'string' ? name : '',
    contentType: typeof contentType === 'string' ? contentType : '',
    size: typeof size === 'number' ? size : 0,
  }
}
