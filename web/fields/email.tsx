import { EmailEditor } from './email-editor.tsx'
import type { FieldView, ValueProps } from './field-view.ts'
import { LinkedText } from './linked-text.tsx'
import { TextFilter } from './one-line.tsx'

const mailTo = (value: unknown) => `mailto:${encodeURIComponent(String(value)).replaceAll('%40', '@')}`

export const email: FieldView = {
  Cell: ({ value }: ValueProps) => <LinkedText href={mailTo(value)} text={String(value)} copies={false} />,
  Display: ({ value }: ValueProps) => <LinkedText href={mailTo(value)} text={String(value)} copies />,
  Editor: EmailEditor,
  FilterInput: TextFilter,
}
