import type { FieldView } from './field-view.ts'
import { PlainCell, PlainDisplay, plainEditor, TextFilter } from './one-line.tsx'

export const text: FieldView = {
  Cell: PlainCell,
  Display: PlainDisplay,
  Editor: plainEditor(),
  FilterInput: TextFilter,
}
