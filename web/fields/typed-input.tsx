import { TextInput } from '@mantine/core'
import { type HTMLAttributes, type ReactNode, useState } from 'react'
import type { Locale } from '#shared/fields/field-type.ts'
import { fieldTypes } from '#shared/fields/index.ts'
import type { Field } from '#shared/metadata/catalogue.ts'
import { useLocale } from '#web/data/index.ts'
import type { EditorProps } from './field-view.ts'
import classes from './fields.module.css'
import { useRefusalText } from './use-refusal-text.ts'
import { useSettleOnce } from './use-settle-once.ts'

interface TypedInputProps extends EditorProps {
  /** The text that stands in the input for a value. */
  readonly editText: (value: unknown) => string
  /** What the typed text means, shown behind it where it says more than the text: `= ¥500,000`. */
  readonly meaning?: (value: unknown) => string
  /** The currency of typed amounts where it is not the workspace's. */
  readonly currency?: string
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  readonly autoComplete?: string
  readonly alignment?: 'start' | 'end'
  readonly rightSection?: ReactNode
  readonly placeholder?: string
}

/** One line of text that the field's type reads: `50万`, `下周三`, an address of the web. */
export function TypedInput(props: TypedInputProps) {
  const { field, value, editText, meaning, onChange, onRefuse } = props
  const workspace = useLocale()
  const locale = props.currency === undefined ? workspace : { ...workspace, currency: props.currency }
  const [text, setText] = useState(() => (value === null || value === undefined ? '' : editText(value)))
  const refusalText = useRefusalText()
  const settle = useSettleOnce(props)
  const [shown, setShown] = useState(value)
  if (value !== settle.held.current.value && !settle.held.current.refused) {
    // Somebody else set the value: the calendar beside the input, or a form that was cleared.
    settle.hold(value)
    setText(value === null || value === undefined ? '' : editText(value))
    setShown(value)
  }

  const type = (next: string) => {
    setText(next)
    const parsed = readTyped(next, field, locale)
    if (parsed.ok) {
      settle.hold(parsed.value)
      setShown(parsed.value)
      onRefuse?.(null)
      onChange(parsed.value)
    } else {
      settle.refuse()
      setShown(null)
      onRefuse?.(refusalText(parsed.refusal))
    }
  }

  const hint = shown === null || shown === undefined ? '' : hintOf(text, shown, editText, meaning)
  return (
    <TextInput
      id={props.id}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      error={props.invalid ?? false}
      value={text}
      placeholder={props.placeholder ?? ''}
      inputMode={props.inputMode}
      autoComplete={props.autoComplete ?? 'off'}
      autoFocus={props.autoFocus ?? false}
      onFocus={(event) => props.autoFocus === true && event.currentTarget.select()}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={settle.keyDown}
      onBlur={settle.commit}
      rightSection={hint === '' ? props.rightSection : <output className={classes.meaning}>= {hint}</output>}
      rightSectionWidth={hint === '' ? undefined : 'auto'}
      {...(hint !== '' && { rightSectionPointerEvents: 'none' as const })}
      classNames={{ input: props.alignment === 'end' && hint === '' ? classes.end : '' }}
    />
  )
}

/** Typed text as a wire value; blank text is null. */
export function readTyped(text: string, field: Field, locale: Locale) {
  const trimmed = text.trim()
  return trimmed === ''
    ? { ok: true as const, value: null }
    : fieldTypes[field.type].read(trimmed, field, locale)
}

function hintOf(
  text: string,
  value: unknown,
  editText: (value: unknown) => string,
  meaning: TypedInputProps['meaning'],
): string {
  if (meaning === undefined) return ''
  const plain = (written: string) => written.replaceAll(/[\s,，]/g, '')
  const said = meaning(value)
  return plain(editText(value)) === plain(text) || plain(said) === plain(text) ? '' : said
}
