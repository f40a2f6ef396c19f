import { JsonInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { messageOf } from '#shared/errors.ts'
import { useLocale } from '#web/data/index.ts'
import { composing } from './composition.ts'
import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { NoFilter } from './no-filter.tsx'

function Compact({ value }: ValueProps) {
  return <code className={`${classes.line} ${classes.code}`}>{JSON.stringify(value).slice(0, 200)}</code>
}

function Indented({ value }: ValueProps) {
  return <pre className={classes.code}>{JSON.stringify(value, null, 2)}</pre>
}

function JsonEditor(props: EditorProps) {
  const { language } = useLocale()
  const [text, setText] = useState(() =>
    props.value === null || props.value === undefined ? '' : JSON.stringify(props.value, null, 2),
  )
  const latest = useRef({ value: props.value, refused: false, settled: false })
  const type = (next: string) => {
    setText(next)
    try {
      const value: unknown = next.trim() === '' ? null : JSON.parse(next)
      latest.current = { value, refused: false, settled: false }
      props.onRefuse?.(null)
      props.onChange(value)
    } catch (error) {
      latest.current = { ...latest.current, refused: true }
      const reason = error instanceof Error ? error.message : ''
      props.onRefuse?.(messageOf('malformed_json', { reason }, language))
    }
  }
  const commit = () => {
    if (latest.current.refused || latest.current.settled) return
    latest.current.settled = true
    props.onCommit?.(latest.current.value)
  }
  return (
    <JsonInput
      id={props.id}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      error={props.invalid ?? false}
      value={text}
      onChange={type}
      autosize
      minRows={3}
      maxRows={20}
      spellCheck={false}
      classNames={{ input: classes.code ?? '' }}
      // biome-ignore lint/a11y/noAutofocus: an editor opens under the hand that opened it
      autoFocus={props.autoFocus ?? false}
      onBlur={commit}
      onKeyDown={(event) => {
        if (composing(event)) return
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && props.onCommit !== undefined)
          commit()
        if (event.key === 'Escape' && props.onCancel !== undefined) {
          event.stopPropagation()
          latest.current.settled = true
          props.onCancel()
        }
      }}
    />
  )
}

export const json: FieldView = {
  Cell: Compact,
  Display: Indented,
  Editor: JsonEditor,
  FilterInput: NoFilter,
}
