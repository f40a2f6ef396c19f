import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { addRowAfter, goToNextCell, isInTable, selectedRect } from '@tiptap/pm/tables'

/** Tab goes from cell to cell and makes a row after the last; Enter goes to the cell below. */
export const tableKeys = (editor: Editor) => {
  const inTable = (act: () => void) => () => {
    if (!isInTable(editor.state)) return false
    act()
    return true
  }
  const row = () => addRowAfter(editor.state, editor.view.dispatch)
  const next = () => goToNextCell(1)(editor.state, editor.view.dispatch)
  const below = () => {
    const at = selectedRect(editor.state)
    if (at.bottom === at.map.height) row()
    const { map, tableStart, left, top } = at
    const start = tableStart + map.positionAt(top, left, at.table)
    const found = selectedRect(editor.state)
    const cell = found.tableStart + found.map.positionAt(top + 1, left, found.table)
    if (cell === start) return
    const { state } = editor
    editor.view.dispatch(
      state.tr.setSelection(TextSelection.near(state.doc.resolve(cell + 1))).scrollIntoView(),
    )
  }
  return {
    Tab: inTable(() => {
      if (next()) return
      row()
      next()
    }),
    'Shift-Tab': inTable(() => goToNextCell(-1)(editor.state, editor.view.dispatch)),
    Enter: inTable(below),
    'Shift-Enter': inTable(below),
  }
}
