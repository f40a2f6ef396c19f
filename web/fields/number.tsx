import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { typedFilter } from './typed-filter.tsx'
import { TypedInput } from './typed-input.tsx'
import { useFormat } from './use-format.ts'

function Figure({ field, value }: ValueProps) {
  const format = useFormat()
  return <span className={classes.figure}>{format(field, value)}</span>
}

function NumberEditor(props: EditorProps) {
  const format = useFormat()
  return (
    <TypedInput
      {...props}
      editText={(value) => format(props.field, value)}
      meaning={(value) => format(props.field, value)}
      inputMode="decimal"
      alignment="end"
    />
  )
}

export const number: FieldView = {
  Cell: Figure,
  Display: Figure,
  Editor: NumberEditor,
  FilterInput: typedFilter(NumberEditor),
}
