import { TextInput } from '@mantine/core'
import type { HTMLAttributes } from 'react'
import { composing } from './composition.ts'
import type { EditorProps, FilterInputProps, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { TypedInput } from './typed-input.tsx'

/** Text on one line, cut with an ellipsis; the whole of it on hover. */
export function PlainCell({ value }: ValueProps) {
  const text = String(value)
  return (
    <span className={classes.line} title={text}>
      {text}
    </span>
  )
}

export function PlainDisplay({ value }: ValueProps) {
  return <span className={classes.wrap}>{String(value)}</span>
}

/** What a line of text may hold where nobody said otherwise. */
const usualLength = (type: string) => (type === 'text' ? 500 : undefined)

/** An editor of a type whose wire value is the text itself. */
export const plainEditor = (inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']) =>
  function PlainEditor(props: EditorProps) {
    return (
      <TypedInput
        {...props}
        maxLength={props.field.maxLength ?? usualLength(props.field.type)}
        editText={String}
        {...(inputMode !== undefined && { inputMode })}
      />
    )
  }

/** Part of a text: what is typed is compared as it is, not read as a whole value of the type. */
export function TextFilter({ value, onChange, onDone, label, autoFocus }: FilterInputProps) {
  return (
    <TextInput
      aria-label={label}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !composing(event)) onDone?.()
      }}
      autoFocus={autoFocus ?? false}
    />
  )
}
