import { useRef, useState } from 'react'
import { hueOf } from '#web/design/hue.ts'
import { Tag } from '#web/design/tag.tsx'
import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { TextFilter } from './one-line.tsx'
import { matching, textsOf } from './option.tsx'
import { Picker, type PickerItem } from './picker.tsx'
import { useTagsInUse } from './use-tags-in-use.ts'

function FreeTags({ value }: ValueProps) {
  return (
    <span className={classes.tags}>
      {textsOf(value).map((text) => (
        <Tag key={text} color={hueOf(text)}>
          {text}
        </Tag>
      ))}
    </span>
  )
}

const item = (text: string): PickerItem => ({
  id: text,
  label: text,
  node: <Tag color={hueOf(text)}>{text}</Tag>,
})

/** Free words: typed text becomes a tag on Enter. */
function TagsEditor(props: EditorProps) {
  const [query, setQuery] = useState('')
  const latest = useRef<unknown>(props.value)
  const texts = textsOf(props.value)
  const change = (next: readonly string[]) => {
    latest.current = next.length === 0 ? null : next
    props.onChange(latest.current)
  }
  const chosen = texts.map(item)
  const inUse = useTagsInUse(props.object, props.field).filter((text) => !texts.includes(text))
  const items = matching([...chosen, ...inUse.map(item)], query)
  return (
    <Picker
      {...props}
      items={items}
      chosen={chosen}
      multiple
      query={query}
      onQuery={setQuery}
      onChoose={(tag) => change([...texts, tag.id])}
      onRemove={(gone) => change(texts.filter((text) => text !== gone))}
      onCreate={(text) => change([...new Set([...texts, text])])}
      onDone={() => props.onCommit?.(latest.current)}
    />
  )
}

export const tags: FieldView = {
  Cell: FreeTags,
  Display: FreeTags,
  Editor: TagsEditor,
  FilterInput: TextFilter,
}
