import {
  type Icon,
  IconColumnInsertLeft,
  IconColumnInsertRight,
  IconColumnRemove,
  IconRowInsertBottom,
  IconRowInsertTop,
  IconRowRemove,
  IconTableOff,
  IconTableRow,
} from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  toggleHeader,
} from '@tiptap/pm/tables'

/** What can be done with the table that the caret stands in. */
export const tableActs = [
  ['rowAbove', IconRowInsertTop, addRowBefore],
  ['rowBelow', IconRowInsertBottom, addRowAfter],
  ['columnBefore', IconColumnInsertLeft, addColumnBefore],
  ['columnAfter', IconColumnInsertRight, addColumnAfter],
  ['removeRow', IconRowRemove, deleteRow],
  ['removeColumn', IconColumnRemove, deleteColumn],
  ['headerRow', IconTableRow, toggleHeader('row')],
  ['removeTable', IconTableOff, deleteTable],
] as const satisfies readonly (readonly [string, Icon, Command])[]

export const tableActLabels = {
  rowAbove: 'fields.rowAbove',
  rowBelow: 'fields.rowBelow',
  columnBefore: 'fields.columnBefore',
  columnAfter: 'fields.columnAfter',
  removeRow: 'fields.removeRow',
  removeColumn: 'fields.removeColumn',
  headerRow: 'fields.headerRow',
  removeTable: 'fields.removeTable',
} as const satisfies Record<(typeof tableActs)[number][0], string>

export function actOnTable(editor: Editor, act: Command): void {
  act(editor.state, editor.view.dispatch)
  editor.view.focus()
}

const cells = (type: string, count: number) =>
  Array.from({ length: count }, () => ({ type, content: [{ type: 'paragraph' }] }))

/** Three columns: a header and two rows. */
export function insertTable(editor: Editor): void {
  const rows = ['tableHeader', 'tableCell', 'tableCell']
  const table = {
    type: 'table',
    content: rows.map((type) => ({ type: 'tableRow', content: cells(type, 3) })),
  }
  const { from } = editor.state.selection
  editor.chain().focus().insertContent(table).run()
  // Into its first cell.
  let first: number | undefined
  editor.state.doc.descendants((node, position) => {
    if (first === undefined && node.type.name === 'tableHeader' && position >= from - 1) first = position
    return first === undefined
  })
  if (first !== undefined) editor.commands.setTextSelection(first + 2)
}
