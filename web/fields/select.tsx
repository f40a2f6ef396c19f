import { useId, useRef, useState } from 'react'
import { StatusDot } from '#web/design/status-dot.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { EditorProps, FieldView, FilterInputProps, ValueProps } from './field-view.ts'
import { itemOf, matching, OptionTag, textsOf, useOptionItems } from './option.tsx'
import { Picker } from './picker.tsx'
import { useNewOption } from './use-new-option.ts'

function Chosen({ field, value }: ValueProps) {
  return <OptionTag field={field} value={String(value)} />
}

/** A state is a dot with its word; every other choice is a tag. */
function ChosenCell(props: ValueProps) {
  const { label } = useMessages()
  if (props.field.name !== 'status') return <Chosen {...props} />
  const option = props.field.options?.find((candidate) => candidate.value === props.value)
  if (option === undefined) return <Chosen {...props} />
  return <StatusDot color={option.color}>{label(option.label)}</StatusDot>
}

function SelectEditor(props: EditorProps) {
  const [query, setQuery] = useState('')
  const items = useOptionItems(props.field)
  const latest = useRef<unknown>(props.value)
  const choose = (value: string | null) => {
    latest.current = value
    props.onChange(value)
  }
  const { t } = useMessages()
  const { make, making } = useNewOption(props, (value) => {
    choose(value)
    props.onCommit?.(value)
  })
  return (
    <Picker
      {...props}
      items={matching(items, query)}
      onCreate={make}
      createLabel={(name) => t('fields.createOption', { name })}
      onClear={props.field.required === true ? undefined : () => choose(null)}
      chosen={typeof props.value === 'string' ? [itemOf(items, props.value)] : []}
      multiple={false}
      query={query}
      onQuery={setQuery}
      onChoose={(item) => choose(item.id)}
      onRemove={() => choose(null)}
      onDone={making ? undefined : () => props.onCommit?.(latest.current)}
    />
  )
}

export function OptionFilter({ field, value, many, onChange, onDone, label, autoFocus }: FilterInputProps) {
  const [query, setQuery] = useState('')
  const id = useId()
  const items = useOptionItems(field)
  const chosen = many ? textsOf(value) : typeof value === 'string' ? [value] : []
  return (
    <Picker
      id={id}
      label={label}
      items={matching(items, query)}
      chosen={chosen.map((one) => itemOf(items, one))}
      multiple={many}
      query={query}
      onQuery={setQuery}
      onChoose={(item) => onChange(many ? [...chosen, item.id] : item.id)}
      onRemove={(gone) => onChange(many ? chosen.filter((one) => one !== gone) : null)}
      onDone={onDone}
      autoFocus={autoFocus}
    />
  )
}

export const select: FieldView = {
  Cell: ChosenCell,
  Display: Chosen,
  Editor: SelectEditor,
  FilterInput: OptionFilter,
}
