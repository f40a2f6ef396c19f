import { useCatalogue } from '#web/data/use-catalogue.ts'
import { useRecordCount } from '#web/data/use-record-count.ts'

const due = 'assignee = me() and status in ("open", "inProgress") and dueAt < today() + 1'

/** How many open tasks of the person are overdue or due today; undefined until it is known, or where there are no tasks. */
export function useDueTasks(): number | undefined {
  const task = useCatalogue().find('task')
  const asked = ['assignee', 'status', 'dueAt'].every((name) => task?.fieldByName.has(name))
  return useRecordCount('task', { filter: due }, asked)
}
