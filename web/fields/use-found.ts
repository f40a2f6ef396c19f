import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { keys, listRecords, type RecordData, useCatalogue } from '#web/data/index.ts'
import { fits } from './fits.ts'
import { loadRecord } from './load-record.ts'
import { recentChoices } from './recent-choices.ts'
import { withoutMarks } from './without-marks.ts'

/**
 * Records of an object whose title matches what is typed: prefixes, parts, pinyin initials; with nothing typed the recent
 * ones. While `loading` they were found by what was typed before, and those come first that fit what is typed now; where
 * none of them does it is `unsure` whether the first is meant.
 */
export function useFound(object: string, query: string, enabled = true) {
  const typed = query.trim()
  const [text] = useDebouncedValue(typed, 150)
  const target = useCatalogue().find(object)
  const asks = enabled && target !== undefined
  const search = { limit: 20, ...(text === '' ? { sort: '-createdAt' } : { search: text }) }
  const found = useQuery({
    queryKey: keys.list(object, { ...search, fields: ['picker'] }),
    queryFn: ({ signal }) => listRecords(object, search, signal),
    placeholderData: keepPreviousData,
    enabled: asks,
  })
  // With nothing typed, what was chosen lately comes first.
  const recent = useQueries({
    queries: (text === '' && enabled ? recentChoices(object) : []).map((id) => ({
      queryKey: keys.recordWith(object, id, []),
      queryFn: () => loadRecord(object, id),
      staleTime: 60_000,
      retry: false,
    })),
    combine: (answers) => answers.flatMap(({ data }) => (data === undefined ? [] : [data])),
  })
  const ids = new Set(recent.map(({ id }) => id))
  const rest = (found.data?.data ?? []).filter(({ id }) => !ids.has(id))
  const loading = asks && (text !== typed || found.isPending || found.isPlaceholderData)
  const records = [...recent, ...rest]
  if (!loading || typed === '') return { records, loading, unsure: false, target }
  const fit = Map.groupBy(records, (record) => fits(titleOf(target, record), typed))
  return {
    records: [...(fit.get(true) ?? []), ...(fit.get(false) ?? [])],
    loading,
    unsure: !fit.has(true),
    target,
  }
}

/** Characters of a text that stands for a title. */
const asTitle = 60

/** What a record is called: its title, else how its text begins, as of a note without a subject; else the beginning of its id. */
export const titleOf = (target: CatalogueObject | undefined, record: RecordData): string => {
  const title = target === undefined ? record.name : record[target.titleField.wire]
  if (typeof title === 'string' && title !== '') return title
  const text = target?.fields.find(({ type, system }) => type === 'longText' && !system)
  const words = text === undefined ? undefined : record[text.wire]
  const beginning = typeof words === 'string' ? withoutMarks(words.slice(0, 4 * asTitle)) : ''
  return [...beginning].slice(0, asTitle).join('') || record.id.slice(0, 8)
}

/** What tells two records of one name apart: the first filled text beside the title. */
export function secondLineOf(target: CatalogueObject | undefined, record: RecordData): string {
  const kinds = new Set(['text', 'email', 'phone', 'autoNumber'])
  for (const field of target?.fields ?? []) {
    const value = record[field.wire]
    if (kinds.has(field.type) && field.name !== target?.title && !field.system && field.name !== 'currency') {
      if (typeof value === 'string' && value !== '' && value !== record[target?.titleField.wire ?? ''])
        return value
    }
  }
  return ''
}
