import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useLocale } from '#web/data/index.ts'
import { CharactersLeft, charactersLeft } from './characters-left.tsx'
import { describedBy } from './described-by.ts'
import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { TextFilter } from './one-line.tsx'
import { readTyped } from './typed-input.tsx'
import { useRefusalText } from './use-refusal-text.ts'
import { useSettleOnce } from './use-settle-once.ts'

function FirstLine({ value }: ValueProps) {
  const text = String(value).replaceAll(/\s+/g, ' ')
  return (
    <span className={classes.line} title={text.slice(0, 500)}>
      {text.slice(0, 200)}
    </span>
  )
}

function Paragraphs({ value }: ValueProps) {
  return <span className={classes.paragraphs}>{String(value)}</span>
}

/** Several lines: Enter begins the next one, ⌘Enter and leaving the field save. */
function LongTextEditor(props: EditorProps) {
  const { field, value, onChange, onRefuse } = props
  const locale = useLocale()
  const [text, setText] = useState(typeof value === 'string' ? value : '')
  const refusalText = useRefusalText()
  const settle = useSettleOnce(props)
  const type = (next: string) => {
    setText(next)
    const parsed = readTyped(next, field, locale)
    if (parsed.ok) {
      settle.hold(parsed.value)
      onRefuse?.(null)
      onChange(parsed.value)
    } else {
      settle.refuse()
      onRefuse?.(refusalText(parsed.refusal))
    }
  }
  const left = charactersLeft(text, field.maxLength ?? 100_000)
  return (
    <>
      <Textarea
        id={props.id}
        aria-label={props.label}
        attributes={{ input: describedBy(props.describedBy) }}
        error={props.invalid ?? false}
        autosize
        minRows={3}
        maxRows={16}
        value={text}
        autoFocus={props.autoFocus ?? false}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={settle.commit}
        onKeyDown={(event) => settle.keyDown(event, 'mod')}
      />
      {left !== undefined && <CharactersLeft left={left} />}
    </>
  )
}

export const longText: FieldView = {
  Cell: FirstLine,
  Display: Paragraphs,
  Editor: LongTextEditor,
  FilterInput: TextFilter,
}
