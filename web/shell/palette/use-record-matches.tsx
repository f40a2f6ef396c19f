import { type QueryFunctionContext, useQueries } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { keys } from '#web/data/keys.ts'
import { listRecords, type RecordData, type RecordPage } from '#web/data/records.ts'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { useFormat } from '#web/fields/use-format.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { navigationGroups } from '../navigation-groups.ts'
import type { Command } from './command.ts'
import { numberFilter } from './number-filter.ts'
import { detailOf, detailQuery } from './record-detail.ts'

const perObject = 3

/** Records that match by name, pinyin or a number of theirs, or have the typed id; asked of every object at once. */
export function useRecordMatches(text: string): { matches: readonly Command[]; pending: boolean } {
  const { t, label } = useMessages()
  const navigate = useNavigate()
  const catalogue = useCatalogue()
  const print = useFormat()
  // What was found last stays in view while the next letter is looked for.
  const [kept, setKept] = useState<{ told: string; matches: readonly Command[] }>({ told: '', matches: [] })
  const objects = navigationGroups(catalogue).flatMap((group) => group.objects)
  const asked = text === '' ? [] : objects.flatMap((object) => queriesOf(object, text))
  const answers = useQueries({
    queries: asked.map(({ object, query }) => ({
      queryKey: keys.list(object.name, query),
      queryFn: ({ signal }: { signal: AbortSignal }) => listRecords(object.name, query, signal),
      // What was typed is not kept for days without a network.
      persister: (
        ask: (context: QueryFunctionContext) => RecordPage | Promise<RecordPage>,
        context: QueryFunctionContext,
      ) => ask(context),
      staleTime: 10_000,
      gcTime: 60_000,
    })),
  })

  const titleOf = (name: string, record: unknown) => {
    const wire = catalogue.find(name)?.titleField.wire
    if (wire === undefined || typeof record !== 'object' || record === null) return ''
    const title: unknown = Object.entries(record).find(([member]) => member === wire)?.[1]
    return typeof title === 'string' ? title : ''
  }
  const line = (object: CatalogueObject, record: RecordData): Command => {
    const detail = detailOf(object, record, print, titleOf, t('shell.detailSeparator'))
    return {
      id: `record ${record.id}`,
      group: 'shell.records',
      title: titleOf(object.name, record) || record.id,
      words: '',
      icon: <ObjectIcon name={object.icon} />,
      ...(detail !== '' && { detail }),
      hint: label(object.label),
      found: true,
      run: () => void navigate({ to: '/o/$object/$id', params: { object: object.name, id: record.id } }),
    }
  }
  const found = asked.flatMap(({ object }, index) =>
    (answers[index]?.data?.data ?? []).map((record) => line(object, record)),
  )
  const pending = answers.some((one) => one.isFetching)
  const matches = [...new Map(found.map((command) => [command.id, command])).values()]
  const told = matches.map((command) => command.id).join()
  if (!pending && kept.told !== told) setKept({ told, matches })
  return { matches: pending && text !== '' ? kept.matches : matches, pending }
}

/** Names are searched for; numbers and ids are filtered by, beside it. */
function queriesOf(object: CatalogueObject, text: string) {
  const shown = { ...detailQuery(object), limit: perObject }
  const filter = numberFilter(object, text)
  return [
    { object, query: { search: text, ...shown } },
    ...(filter === undefined ? [] : [{ object, query: { filter, ...shown } }]),
  ]
}
