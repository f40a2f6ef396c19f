import { useRef, useState } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { FirstOf } from './first-of.tsx'
import { itemOf, matching, OptionTag, textsOf, useOptionItems } from './option.tsx'
import { Picker } from './picker.tsx'
import { OptionFilter } from './select.tsx'
import { useNewOption } from './use-new-option.ts'

function Options({ field, value }: ValueProps) {
  return (
    <span className={classes.tags}>
      {textsOf(value).map((one) => (
        <OptionTag key={one} field={field} value={one} />
      ))}
    </span>
  )
}

function FirstOptions({ field, value }: ValueProps) {
  return <FirstOf texts={textsOf(value)} draw={(one) => <OptionTag key={one} field={field} value={one} />} />
}

function MultiSelectEditor(props: EditorProps) {
  const [query, setQuery] = useState('')
  const items = useOptionItems(props.field)
  const latest = useRef<unknown>(props.value)
  const chosen = textsOf(props.value)
  const change = (next: readonly string[]) => {
    latest.current = next.length === 0 ? null : next
    props.onChange(latest.current)
  }
  const { t } = useMessages()
  const { make } = useNewOption(props, (value) => change([...textsOf(latest.current), value]))
  return (
    <Picker
      {...props}
      onCreate={make}
      createLabel={(name) => t('fields.createOption', { name })}
      items={matching(items, query)}
      chosen={chosen.map((one) => itemOf(items, one))}
      multiple
      query={query}
      onQuery={setQuery}
      onChoose={(item) => change([...chosen, item.id])}
      onRemove={(gone) => change(chosen.filter((one) => one !== gone))}
      onDone={() => props.onCommit?.(latest.current)}
    />
  )
}

export const multiSelect: FieldView = {
  Cell: FirstOptions,
  Display: Options,
  Editor: MultiSelectEditor,
  FilterInput: OptionFilter,
}
