import { useObject } from '#web/data/index.ts'
import { Tag } from '#web/design/tag.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Task } from './task.ts'

/** Said only where it is another one than most tasks have. */
export function TaskPriority({ task }: { task: Task }) {
  const { label } = useMessages()
  const field = useObject('task').fieldByName.get('priority')
  const option = field?.options?.find(({ value }) => value === task.priority)
  if (option === undefined || option.value === field?.default) return null
  return <Tag color={option.color}>{label(option.label)}</Tag>
}
