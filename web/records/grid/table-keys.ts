import type { PlainMessageKey } from '#web/messages/catalogue.ts'

export interface TableKey {
  /** Any of them, as they stand on the keyboard; `mod` is ⌘ or Ctrl. */
  readonly keys: readonly string[]
  readonly title: Extract<PlainMessageKey, `table.key${string}`>
}

export const tableKeys: readonly TableKey[] = [
  { keys: ['J', 'K'], title: 'table.keyRows' },
  { keys: ['↑', '↓', '←', '→'], title: 'table.keyCells' },
  { keys: ['Tab', '⇧Tab'], title: 'table.keyNextCell' },
  { keys: ['Home', 'End', 'mod+↑', 'mod+↓'], title: 'table.keyEdges' },
  { keys: ['PageUp', 'PageDown'], title: 'table.keyPages' },
  { keys: ['⇧↑', '⇧↓', '⇧←', '⇧→'], title: 'table.keyExtend' },
  { keys: ['↵'], title: 'table.keyOpen' },
  { keys: ['↵', 'F2'], title: 'table.keyEdit' },
  { keys: ['A…Z'], title: 'table.keyType' },
  { keys: ['↵', 'Tab'], title: 'table.keySave' },
  { keys: ['Delete'], title: 'table.keyClear' },
  { keys: ['mod+C', 'mod+X', 'mod+V'], title: 'table.keyCopy' },
  { keys: ['mod+D'], title: 'table.keyFillDown' },
  { keys: ['X', '⇧Space'], title: 'table.keySelect' },
  { keys: ['mod+A'], title: 'table.keySelectAll' },
  { keys: ['Space'], title: 'table.keyPeek' },
  { keys: ['⇧F10'], title: 'table.keyMenu' },
  { keys: ['A'], title: 'table.keyAssign' },
  { keys: ['E'], title: 'table.keyEditField' },
  { keys: ['N'], title: 'table.keyWrite' },
  { keys: ['Esc'], title: 'table.keyBack' },
]
