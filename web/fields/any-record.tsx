import { IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useCatalogue } from '#web/data/index.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { Select } from '#web/design/select.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { goesAbove } from './goes-above.ts'
import { NoFilter } from './no-filter.tsx'
import pickerClasses from './picker.module.css'
import { RecordName, useRecordName } from './record-name.tsx'
import { RecordPicker } from './record-picker.tsx'
import { type Reference, referencesOf, sameReference } from './reference.ts'

/** One name in a cell, whole, then how many more: each costs a request. */
const shownInCell = 1

function Names({ value, most }: { value: unknown; most: number }) {
  const references = referencesOf(value)
  return (
    <span className={most === 1 ? classes.oneName : classes.tags}>
      {references.slice(0, most).map((one) => (
        <RecordName key={one.id} object={one.object} id={one.id} />
      ))}
      {references.length > most && <span className={classes.more}>+{references.length - most}</span>}
    </span>
  )
}

function Chosen({ one, onRemove }: { one: Reference; onRemove: () => void }) {
  const { t } = useMessages()
  const name = useRecordName(one)
  return (
    <span className={pickerClasses.pill}>
      {name}
      <IconButton size="sm" icon={IconX} label={t('design.remove', { name })} onClick={onRemove} />
    </span>
  )
}

/** First the kind of record, then the record; `multiple` fields gather several. */
function AnyRecordEditor(props: EditorProps) {
  const { t, label } = useMessages()
  const objects = useCatalogue().objects.filter(
    (object) => object.app !== 'settings' && object.name !== 'file',
  )
  const references = referencesOf(props.value)
  const [object, setObject] = useState(references[0]?.object ?? objects[0]?.name ?? '')
  const latest = useRef<unknown>(props.value)
  const many = props.field.multiple === true
  const change = (next: readonly Reference[]) => {
    latest.current = many ? (next.length === 0 ? null : next) : (next[0] ?? null)
    props.onChange(latest.current)
  }
  const add = (id: string | undefined) => {
    if (id === undefined) return
    const one = { object, id }
    const kept = many ? references.filter((other) => !sameReference(one, other)) : []
    change([...kept, one])
    if (!many) props.onCommit?.(latest.current)
  }
  return (
    <fieldset
      className={classes.anyRecord}
      aria-label={props.label}
      onBlur={(event) => {
        const inside = event.currentTarget.contains(event.relatedTarget)
        if (!inside && event.relatedTarget !== null && !goesAbove(event)) props.onCommit?.(latest.current)
      }}
      onKeyDown={(event) => {
        if (!(event.target instanceof Node && event.currentTarget.contains(event.target))) return
        if (event.key === 'Escape' && props.onCancel !== undefined) {
          event.stopPropagation()
          props.onCancel()
        }
      }}
    >
      {references.length > 0 && (
        <span className={classes.tags}>
          {references.map((one) => (
            <Chosen
              key={one.id}
              one={one}
              onRemove={() => change(references.filter((other) => !sameReference(one, other)))}
            />
          ))}
        </span>
      )}
      <span className={classes.pair}>
        <Select
          aria-label={t('fields.kindOfRecord')}
          choices={objects.map((one) => ({ value: one.name, label: label(one.label) }))}
          value={object}
          onChange={setObject}
        />
        <RecordPicker
          key={object}
          id={props.id}
          label={props.label}
          to={object}
          chosen={[]}
          multiple={many}
          creates={false}
          autoFocus={props.autoFocus}
          describedBy={props.describedBy}
          invalid={props.invalid}
          onChange={(ids) => add(ids.at(-1))}
        />
      </span>
    </fieldset>
  )
}

export const anyRecord: FieldView = {
  Cell: ({ value }: ValueProps) => <Names value={value} most={shownInCell} />,
  Display: ({ value }: ValueProps) => <Names value={value} most={Number.POSITIVE_INFINITY} />,
  Editor: AnyRecordEditor,
  FilterInput: NoFilter,
}
