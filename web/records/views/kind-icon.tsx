import { IconCalendar, IconLayoutKanban, IconTable } from '@tabler/icons-react'
import type { ViewKind } from '#shared/metadata/view.ts'

export const kindIcons = {
  list: IconTable,
  board: IconLayoutKanban,
  calendar: IconCalendar,
} as const satisfies Record<ViewKind, typeof IconTable>

export function KindIcon({ kind }: { kind: ViewKind }) {
  const Shape = kindIcons[kind]
  return <Shape size={14} stroke={1.75} aria-hidden />
}
