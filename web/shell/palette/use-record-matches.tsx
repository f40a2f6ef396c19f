import { useQueries } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { keys } from '#web/data/keys.ts'
import { listRecords } from '#web/data/records.ts'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { navigationGroups } from '../navigation-groups.ts'
import type { Command } from './command.ts'

const perObject = 3

/** Records whose title matches, asked of every object that people work with. */
export function useRecordMatches(text: string): { matches: readonly Command[]; pending: boolean } {
  const { label } = useMessages()
  const navigate = useNavigate()
  const objects = navigationGroups(useCatalogue())
    .filter((group) => !group.quiet)
    .flatMap((group) => group.objects)
  const answers = useQueries({
    queries: objects.map(({ name, titleField }) => {
      const query = { search: text, limit: perObject, fields: [titleField.wire] }
      return {
        queryKey: keys.list(name, { ...query, at: 'palette' }),
        queryFn: ({ signal }: { signal: AbortSignal }) => listRecords(name, query, signal),
        enabled: text !== '',
      }
    }),
  })
  const matches = objects.flatMap((object, index) =>
    (answers[index]?.data?.data ?? []).map((record): Command => {
      const title = record[object.titleField.wire]
      return {
        id: `record ${record.id}`,
        group: 'shell.records',
        title: typeof title === 'string' ? title : record.id,
        words: '',
        icon: <ObjectIcon name={object.icon} />,
        hint: label(object.label),
        run: () => void navigate({ to: '/o/$object/$id', params: { object: object.name, id: record.id } }),
      }
    }),
  )
  return { matches, pending: text !== '' && answers.some((answer) => answer.isFetching) }
}
