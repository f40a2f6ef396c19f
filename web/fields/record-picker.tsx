import { useMutation } from '@tanstack/react-query'
import { useContext, useRef, useState } from 'react'
import { ApiError, createRecord, type RecordData, useMay } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { Person } from './person.tsx'
import { Picker, type PickerItem } from './picker.tsx'
import { QuickCreateContext } from './quick-create.ts'
import { rememberChoice } from './recent-choices.ts'
import { RecordLead } from './record-lead.tsx'
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
  /** Whether the chosen one is a click away: not where leaving would lose what else is being filled in. */
  readonly leads?: boolean
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
  const { t, label } = useMessages()
  const { may } = useMay()
  const [query, setQuery] = useState('')
  const [making, setMaking] = useState(false)
  const quickCreate = useContext(QuickCreateContext)
  const { records, loading, unsure, target } = useFound(to, query)
  // Names of what was chosen here stay known when the list has moved on.
  const known = useRef(new Map<string, PickerItem>())
  const item = (record: RecordData): PickerItem => ({
    id: record.id,
    label: titleOf(target, record),
    second: secondLineOf(target, record),
    ...(to === 'user' && { node: <Person id={record.id} name={titleOf(target, record)} /> }),
  })
  const items = records.filter((record) => record.id !== props.except).map(item)
  const remember = (one: PickerItem) => known.current.set(one.id, one)
  const ids = chosen.map((one) => one.id)
  const take = (one: PickerItem) => {
    remember(one)
    rememberChoice(to, one.id)
    onChange(multiple ? [...ids, one.id] : [one.id])
  }
  const made = (record: RecordData) => {
    onRefuse?.(null)
    take(item(record))
    if (!multiple) props.onDone?.()
  }
  const create = useMutation({
    mutationFn: (title: string) => createRecord(to, { [target?.titleField.wire ?? 'name']: title }),
    onSuccess: made,
    onError: (error) =>
      onRefuse?.(error instanceof ApiError ? (error.errors[0]?.message ?? error.detail) : String(error)),
  })
  const startMaking = (title: string) => {
    if (quickCreate === undefined) return create.mutate(title)
    setMaking(true)
    quickCreate({ object: to, title, onCreated: made, onClosed: () => setMaking(false) })
  }
  const [only] = chosen
  return (
    <Picker
      {...props}
      items={items}
      chosen={chosen.map((one) => ({ ...one, ...known.current.get(one.id) }))}
      query={query}
      onQuery={setQuery}
      loading={loading}
      unsure={unsure}
      onChoose={take}
      onRemove={(gone) => onChange(ids.filter((id) => id !== gone))}
      onCreate={props.creates && may(to, 'create') ? startMaking : undefined}
      createLabel={(title) => t('fields.createKindNamed', { object: label(target?.label), name: title })}
      onClear={multiple ? undefined : () => onChange([])}
      lead={
        !multiple &&
        only !== undefined &&
        props.leads === true && <RecordLead object={to} id={only.id} name={only.label} />
      }
      onDone={create.isPending || making ? undefined : props.onDone}
    />
  )
}
