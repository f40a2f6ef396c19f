import { useDebouncedValue } from '@mantine/hooks'
import { useQueries } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { keys, listRecords, useCatalogue } from '#web/data/index.ts'
import { Picker, secondLineOf, titleOf } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { ComposerSubject } from './open-composer.ts'

const apart: ReadonlySet<string | undefined> = new Set(['system', 'settings', 'work'])
const mostObjects = 8
const each = 4

/** Finds a record of any object by its name, pinyin or initials. */
export function SubjectSearch({ onChoose }: { onChoose: (subject: ComposerSubject) => void }) {
  const { t, label } = useMessages()
  const id = useId()
  const [query, setQuery] = useState('')
  const [search] = useDebouncedValue(query.trim(), 150)
  const objects = useCatalogue()
    .objects.filter(({ app }) => !apart.has(app))
    .slice(0, mostObjects)
  const answers = useQueries({
    queries: objects.map((object) => ({
      queryKey: keys.list(object.name, { search, limit: each, fields: ['picker'] }),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        listRecords(object.name, { search, limit: each }, signal),
      enabled: search !== '',
      staleTime: 30_000,
    })),
  })
  const loading = search !== query.trim() || answers.some(({ isFetching }) => isFetching)
  const found = objects.flatMap((object, index) =>
    (answers[index]?.data?.data ?? []).map((record) => ({
      subject: { object: object.name, id: record.id, title: titleOf(object, record) },
      second: [label(object.label), secondLineOf(object, record)].filter(Boolean).join(' · '),
    })),
  )
  return (
    <Picker
      id={id}
      label={t('activity.chooseAbout')}
      placeholder={t('activity.findRecord')}
      items={
        search === ''
          ? []
          : found.map(({ subject, second }) => ({ id: subject.id, label: subject.title, second }))
      }
      chosen={[]}
      multiple={false}
      query={query}
      onQuery={setQuery}
      loading={loading}
      unsure={loading}
      onChoose={(item) => {
        const chosen = found.find(({ subject }) => subject.id === item.id)
        if (chosen !== undefined) onChoose(chosen.subject)
        setQuery('')
      }}
      onRemove={() => {}}
    />
  )
}
