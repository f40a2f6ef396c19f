import { useRef, useState } from 'react'
import { hueOf } from '#web/design/hue.ts'
import { Tag } from '#web/design/tag.tsx'
import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { FirstOf } from './first-of.tsx'
import { TextFilter } from './one-line.tsx'
import { matching, textsOf } from './option.tsx'
import { Picker, type PickerItem } from './picker.tsx'
import { useTagsInUse } from './use-tags-in-use.ts'

const tagOf = (text: string) => (
  <Tag key={text} color={hueOf(text)}>
    {text}
  </Tag>
)

function FreeTags({ value }: ValueProps) {
  return <span className={classes.tags}>{textsOf(value).map(tagOf)}</span>
}

function FirstTags({ value }: ValueProps) {
  return <FirstOf texts={textsOf(value)} draw={tagOf} />
}

const item = (text: string): PickerItem => ({
  id: text,
  label: text,
  node: tagOf(text),
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
  const inUse = useTagsInUse(props.object, props.field, query).filter((text) => !texts.includes(text))
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
  Cell: FirstTags,
  Display: FreeTags,
  Editor: TagsEditor,
  FilterInput: TextFilter,
}
