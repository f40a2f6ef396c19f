import { useId, useRef } from 'react'
import { StatusDot } from '#web/design/status-dot.tsx'
import { ChosenNames } from './chosen-names.tsx'
import type { EditorProps, FieldView, FilterInputProps, ValueProps } from './field-view.ts'
import { textsOf } from './option.tsx'
import { asRecord, RecordName, useRecordName } from './record-name.tsx'
import { RecordPicker } from './record-picker.tsx'
import { stepColor } from './step-color.ts'

const target = (field: ValueProps['field']) => field.to ?? ''

function Related({ field, value, record }: ValueProps) {
  const known = asRecord(record[field.name])
  const name = <RecordName object={target(field)} id={String(value)} known={known} />
  const color = known !== undefined && known.id === value ? stepColor(known) : undefined
  return color === undefined ? name : <StatusDot color={color}>{name}</StatusDot>
}

function RelationEditor(props: EditorProps) {
  const { field, value, record } = props
  const latest = useRef(value)
  const id = typeof value === 'string' ? value : undefined
  const name = useRecordName({ object: target(field), id: id ?? '', known: record[field.name] })
  return (
    <RecordPicker
      {...props}
      to={target(field)}
      chosen={id === undefined ? [] : [{ id, label: name }]}
      multiple={false}
      creates
      leads={props.onCommit !== undefined}
      except={props.object === field.to ? record.id : undefined}
      onChange={(ids) => {
        latest.current = ids[0] ?? null
        props.onChange(latest.current)
      }}
      onDone={() => props.onCommit?.(latest.current)}
    />
  )
}

export function RelationFilter({ field, value, many, onChange, onDone, label, autoFocus }: FilterInputProps) {
  const id = useId()
  const ids = many ? textsOf(value) : typeof value === 'string' ? [value] : []
  const pick = (chosen: readonly { id: string; label: string }[]) => (
    <RecordPicker
      id={id}
      label={label}
      to={target(field)}
      chosen={chosen}
      multiple={many}
      creates={false}
      onChange={(next) => onChange(many ? next : (next[0] ?? null))}
      onDone={onDone}
      autoFocus={autoFocus}
    />
  )
  return <ChosenNames object={target(field)} ids={ids} draw={pick} />
}

export const relation: FieldView = {
  Cell: Related,
  Display: Related,
  Editor: RelationEditor,
  FilterInput: RelationFilter,
}
