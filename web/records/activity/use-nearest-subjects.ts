import { useQuery } from '@tanstack/react-query'
import { quote } from '#shared/expression/print.ts'
import type { RecordReference } from '#shared/fields/any-record.ts'
import { getRecord, keys, listRecords, type RecordData, useCatalogue, useSession } from '#web/data/index.ts'
import { useStars } from '#web/data/use-stars.ts'
import { titleOf } from '#web/fields/index.ts'
import type { ComposerSubject } from './open-composer.ts'
import { recentSubjects } from './recent-subjects.ts'

const most = 6
const mostRecent = 3

const references = (rows: readonly RecordData[]): readonly RecordReference[] =>
  rows.flatMap(({ regarding }) => {
    const list: unknown[] = Array.isArray(regarding) ? regarding : [regarding]
    return list.filter(
      (one): one is RecordReference =>
        typeof one === 'object' && one !== null && 'object' in one && 'id' in one,
    )
  })

/**
 * The records that somebody is most likely to write about now: what was looked at last on this device, what is
 * starred, what a task is due for, what was written about last. Undefined until they are known.
 */
export function useNearestSubjects(enabled: boolean): readonly ComposerSubject[] | undefined {
  const catalogue = useCatalogue()
  const { user, workspace } = useSession()
  const { stars } = useStars()
  const recent = recentSubjects(workspace.id)
  const asked = useQuery({
    queryKey: keys.list('activity', { search: 'nearest', limit: most }),
    queryFn: async ({ signal }) => {
      const me = quote(user.id)
      const [tasks, activities] = await Promise.all([
        listRecords(
          'task',
          {
            filter: `assigneeId in (${me}) and status in ("open", "inProgress")`,
            sort: 'dueAt',
            limit: most,
          },
          signal,
        ),
        listRecords('activity', { filter: `ownerId in (${me})`, sort: '-occurredAt', limit: most }, signal),
      ])
      const found = new Map(
        [...references(tasks.data), ...references(activities.data)].map((one) => [one.id, one]),
      )
      const named = [...found.values()].slice(0, most).map(async ({ object, id }) => {
        const record = await getRecord(object, id, {}, signal).catch(() => undefined)
        return record === undefined ? [] : [{ object, id, title: titleOf(catalogue.find(object), record) }]
      })
      return (await Promise.all(named)).flat()
    },
    enabled: enabled && recent.length < most,
    staleTime: 60_000,
  })
  if (!enabled) return []
  if (recent.length < most && asked.isPending) return recent.length > 0 ? recent : undefined
  const all = new Map(
    [...recent.slice(0, mostRecent), ...stars, ...recent, ...(asked.data ?? [])].map((one) => [one.id, one]),
  )
  return [...all.values()].slice(0, most)
}
