import { JsonInput } from '@mantine/core'
import { useState } from 'react'
import { describedBy } from './described-by.ts'
import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { NoFilter } from './no-filter.tsx'
import { useRefusalText } from './use-refusal-text.ts'
import { useSettleOnce } from './use-settle-once.ts'

function Compact({ value }: ValueProps) {
  return <code className={`${classes.line} ${classes.code}`}>{JSON.stringify(value).slice(0, 200)}</code>
}

function Indented({ value }: ValueProps) {
  return <pre className={classes.code}>{JSON.stringify(value, null, 2)}</pre>
}

function JsonEditor(props: EditorProps) {
  const refusalText = useRefusalText()
  const settle = useSettleOnce(props)
  const [text, setText] = useState(() =>
    props.value === null || props.value === undefined ? '' : JSON.stringify(props.value, null, 2),
  )
  const type = (next: string) => {
    setText(next)
    try {
      const value: unknown = next.trim() === '' ? null : JSON.parse(next)
      settle.hold(value)
      props.onRefuse?.(null)
      props.onChange(value)
    } catch (error) {
      settle.refuse()
      const reason = error instanceof Error ? error.message : ''
      props.onRefuse?.(refusalText({ code: 'malformed_json', parameters: { reason } }))
    }
  }
  return (
    <JsonInput
      id={props.id}
      aria-label={props.label}
      attributes={{ input: describedBy(props.describedBy) }}
      error={props.invalid ?? false}
      value={text}
      onChange={type}
      autosize
      minRows={3}
      maxRows={20}
      spellCheck={false}
      classNames={{ input: classes.code ?? '' }}
      autoFocus={props.autoFocus ?? false}
      onBlur={settle.commit}
      onKeyDown={(event) => settle.keyDown(event, 'mod')}
    />
  )
}

export const json: FieldView = {
  Cell: Compact,
  Display: Indented,
  Editor: JsonEditor,
  FilterInput: NoFilter,
}
