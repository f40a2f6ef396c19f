import { useRef } from 'react'
import { Avatar } from '#web/design/avatar.tsx'
import type { EditorProps, FieldView, FilterInputProps, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { Person as Face } from './person.tsx'
import { useRecordName } from './record-name.tsx'
import { RecordPicker } from './record-picker.tsx'
import { RelationFilter } from './relation.tsx'

const users = 'user'

function Person({ field, value, record }: ValueProps) {
  const name = useRecordName({ object: users, id: String(value), known: record[field.name] })
  return (
    <span className={classes.withIcon} title={name}>
      {name !== '' && <Avatar id={String(value)} name={name} />}
      <span className={classes.line}>{name}</span>
    </span>
  )
}

function UserEditor(props: EditorProps) {
  const { field, value, record } = props
  const latest = useRef(value)
  const id = typeof value === 'string' ? value : undefined
  const name = useRecordName({ object: users, id: id ?? '', known: record[field.name] })
  return (
    <RecordPicker
      {...props}
      to={users}
      chosen={id === undefined ? [] : [{ id, label: name, node: <Face id={id} name={name} /> }]}
      multiple={false}
      creates={false}
      onChange={(ids) => {
        latest.current = ids[0] ?? null
        props.onChange(latest.current)
      }}
      onDone={() => props.onCommit?.(latest.current)}
    />
  )
}

export const user: FieldView = {
  Cell: Person,
  Display: Person,
  Editor: UserEditor,
  FilterInput: (props: FilterInputProps) => (
    <RelationFilter {...props} field={{ ...props.field, to: users }} />
  ),
}
