import { Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { useLocale } from '#web/data/index.ts'
import { composing } from './composition.ts'
import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { TextFilter } from './one-line.tsx'
import { refusalText } from './refusal-text.ts'
import { readTyped } from './typed-input.tsx'

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
export function LongTextEditor(props: EditorProps) {
  const { field, value, onChange, onRefuse, onCommit, onCancel } = props
  const locale = useLocale()
  const [text, setText] = useState(typeof value === 'string' ? value : '')
  const latest = useRef({ value, refused: false, settled: false })
  const type = (next: string) => {
    setText(next)
    const parsed = readTyped(next, field, locale)
    latest.current = { value: parsed.ok ? parsed.value : value, refused: !parsed.ok, settled: false }
    onRefuse?.(parsed.ok ? null : refusalText(parsed.refusal, locale.language))
    if (parsed.ok) onChange(parsed.value)
  }
  const commit = () => {
    if (latest.current.refused || latest.current.settled) return
    latest.current.settled = true
    onCommit?.(latest.current.value)
  }
  return (
    <Textarea
      id={props.id}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      error={props.invalid ?? false}
      autosize
      minRows={3}
      maxRows={16}
      value={text}
      // biome-ignore lint/a11y/noAutofocus: an editor opens under the hand that opened it
      autoFocus={props.autoFocus ?? false}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (composing(event)) return
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && onCommit !== undefined) commit()
        if (event.key === 'Escape' && onCancel !== undefined) {
          event.stopPropagation()
          latest.current.settled = true
          onCancel()
        }
      }}
    />
  )
}

export const longText: FieldView = {
  Cell: FirstLine,
  Display: Paragraphs,
  Editor: LongTextEditor,
  FilterInput: TextFilter,
}
