import { useMessages } from '#web/messages/use-messages.ts'
import type { Column } from './columns.ts'

/** What a column is called; one of a related record by the relation first: 客户 · 行业. */
export function useColumnLabel(): (column: Column) => string {
  const { label } = useMessages()
  return ({ through, field }) => [...through, field].map((step) => label(step.label)).join(' · ')
}
