import type { FieldView, ValueProps } from './field-view.ts'
import { LinkedText } from './linked-text.tsx'
import { plainEditor, TextFilter } from './one-line.tsx'
import { useFormat } from './use-format.ts'

const dial = (value: unknown) => `tel:${String(value).replaceAll(/[^\d+*#,;]/g, '')}`

function DialLink({ field, value, copies }: ValueProps & { copies: boolean }) {
  const format = useFormat()
  return <LinkedText href={dial(value)} text={format(field, value)} copies={copies} />
}

export const phone: FieldView = {
  Cell: (props: ValueProps) => <DialLink {...props} copies={false} />,
  Display: (props: ValueProps) => <DialLink {...props} copies />,
  Editor: plainEditor('tel'),
  FilterInput: TextFilter,
}
