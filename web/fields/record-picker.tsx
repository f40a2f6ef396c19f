import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ApiError, createRecord, type RecordData } from '#web/data/index.ts'
import { Picker, type PickerItem } from './picker.tsx'
import { secondLineOf, titleOf, useFound } from './use-found.ts'

interface RecordPickerProps {
  readonly id: string
  readonly to: string
  readonly chosen: readonly PickerItem[]
  readonly multiple: boolean
  /** The ids chosen now, with the records that were just chosen or made. */
  readonly onChange: (ids: readonly string[]) => void
  readonly onDone?: (() => void) | undefined
  readonly onCancel?: (() => void) | undefined
  readonly onRefuse?: ((reason: string | null) => void) | undefined
  /** Whether typed text that names nobody can become a new record. */
  readonly creates: boolean
  readonly label?: string | undefined
  readonly autoFocus?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly invalid?: boolean | undefined
  /** A record of the object that cannot be chosen: a company is not its own parent. */
  readonly except?: string | undefined
}

/** Chooses records of one object by typing part of their names; makes a new one of the typed title. */
export function RecordPicker(props: RecordPickerProps) {
  const { to, chosen, multiple, onChange, onRefuse } = props
  const [query, setQuery] = useState('')
  const { records, loading, target } = useFound(to, query)
  // Names of what was chosen here stay known when the list has moved on.
  const known = useRef(new Map<string, PickerItem>())
  const item = (record: RecordData): PickerItem => ({
    id: record.id,
    label: titleOf(target, record),
    second: secondLineOf(target, record),
  })
  const items = records.filter((record) => record.id !== props.except).map(item)
  const remember = (one: PickerItem) => known.current.set(one.id, { id: one.id, label: one.label })
  const ids = chosen.map((one) => one.id)
  const create = useMutation({
    mutationFn: (title: string) => createRecord(to, { [target?.titleField.wire ?? 'name']: title }),
    onSuccess: (record) => {
      remember(item(record))
      onRefuse?.(null)
      onChange(multiple ? [...ids, record.id] : [record.id])
      if (!multiple) props.onDone?.()
    },
    onError: (error) =>
      onRefuse?.(error instanceof ApiError ? (error.errors[0]?.message ?? error.detail) : String(error)),
  })
  return (
    <Picker
      {...props}
      items={items}
      chosen={chosen.map((one) => known.current.get(one.id) ?? one)}
      query={query}
      onQuery={setQuery}
      loading={loading}
      onChoose={(one) => {
        remember(one)
        onChange(multiple ? [...ids, one.id] : [one.id])
      }}
      onRemove={(gone) => onChange(ids.filter((id) => id !== gone))}
      onCreate={props.creates ? (title) => create.mutate(title) : undefined}
      onDone={create.isPending ? undefined : props.onDone}
    />
  )
}
