import { useEffect, useMemo } from 'react'
import { useObject, useRecordList } from '#web/data/index.ts'
import { type Task, taskOf } from './task.ts'

export const shows = ['mine', 'given', 'all'] as const
export type Show = (typeof shows)[number]

const whose: Readonly<Record<Show, string | undefined>> = {
  mine: 'assignee = me()',
  given: 'createdBy.user = me() and not (assignee = me())',
  all: undefined,
}
const states = { open: 'status in ("open", "inProgress")', done: 'status in ("done", "cancelled")' } as const

const fields = [
  'subject',
  'status',
  'dueAt',
  'remindAt',
  'priority',
  'assigneeId',
  'regarding',
  'version',
] as const
const pageSize = 500
/** Pages that come by themselves; more of them when somebody scrolls there. */
const eager = 4

export interface TaskList {
  /** Undefined until they are there. */
  readonly tasks: readonly Task[] | undefined
  /** Whether there are more than were loaded. */
  readonly more: boolean
  readonly loadMore: () => void
  readonly error: Error | null
  readonly again: () => void
}

/** Tasks across all records: open ones by when they are due, done ones the latest first. */
export function useTaskList(
  show: Show,
  state: keyof typeof states,
  search: string,
  enabled = true,
): TaskList {
  const object = useObject('task')
  const filter = [whose[show], states[state]].filter((part) => part !== undefined).join(' and ')
  const answer = useRecordList(
    'task',
    {
      filter,
      sort: state === 'open' ? 'dueAt,createdAt' : '-updatedAt',
      search: search === '' ? undefined : search,
      fields,
      include: ['assignee'],
      limit: state === 'open' ? pageSize : 50,
    },
    enabled,
  )
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, error, refetch } = answer
  const pages = data?.pages.length ?? 0
  useEffect(() => {
    if (state === 'open' && hasNextPage && !isFetchingNextPage && pages < eager) void fetchNextPage()
  }, [state, hasNextPage, isFetchingNextPage, fetchNextPage, pages])
  const tasks = useMemo(
    () => data?.pages.flatMap((page) => page.data.map((record) => taskOf(object, record))),
    [data, object],
  )
  return {
    tasks,
    more: hasNextPage,
    loadMore: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
    },
    error: tasks === undefined ? error : null,
    again: () => void refetch(),
  }
}
