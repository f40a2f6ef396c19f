import type { FieldView, ValueProps } from './field-view.ts'
import { FileButton } from './file/file-button.tsx'
import { FileEditor } from './file/file-editor.tsx'
import { NoFilter } from './no-filter.tsx'

const Kept = ({ value }: ValueProps) => <FileButton id={String(value)} />

export const file: FieldView = {
  Cell: Kept,
  Display: Kept,
  Editor: FileEditor,
  FilterInput: NoFilter,
}
