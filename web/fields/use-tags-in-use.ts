import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Field } from '#shared/metadata/catalogue.ts'
import { keys, useCatalogue } from '#web/data/index.ts'
import { type TagsInUseQuery, tagsInUse } from '#web/data/tags-in-use.ts'

/** Words that are known without asking for more; beyond, what was typed is looked for among all of them. */
const known = 200

/** The tags of a field that records bear already, the most frequent first; rare ones once a part of them was typed. */
export function useTagsInUse(object: string, field: Field, typed = ''): readonly string[] {
  const exists = useCatalogue().find(object)?.fieldByName.has(field.name) === true
  const [search] = useDebouncedValue(typed.trim(), 120)
  const frequent = useTags(object, { field: field.name, limit: known }, exists)
  const rare = useTags(
    object,
    { field: field.name, search, limit: known },
    search !== '' && frequent.length >= known,
  )
  return [...new Set([...frequent, ...rare])]
}

function useTags(object: string, query: TagsInUseQuery, enabled: boolean): readonly string[] {
  const { data } = useQuery({
    queryKey: keys.tags(object, query),
    queryFn: ({ signal }) => tagsInUse(object, query, signal),
    enabled,
    staleTime: 10_000,
    placeholderData: keepPreviousData,
  })
  return enabled ? (data?.map(({ value }) => value) ?? []) : []
}
