import { TextInput } from '@mantine/core'
import { type FocusEvent, type HTMLAttributes, type ReactNode, useState } from 'react'
import type { Locale, Parsed } from '#shared/fields/field-type.ts'
import { fieldTypes } from '#shared/fields/index.ts'
import type { Field } from '#shared/metadata/catalogue.ts'
import { useLocale } from '#web/data/index.ts'
import { CharactersLeft, charactersLeft } from './characters-left.tsx'
import { composing } from './composition.ts'
import { describedBy } from './described-by.ts'
import type { EditorProps } from './field-view.ts'
import classes from './fields.module.css'
import { goesAbove } from './goes-above.ts'
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
  /** Reads what is typed in place of the field's type. */
  readonly read?: (text: string) => Parsed
  /** The arrow down opens what stands beside: a calendar. */
  readonly onOpen?: () => void
  /** A touch opens it as well. */
  readonly onTouch?: () => void
  readonly leftSection?: ReactNode
  /** Said of a value that is taken as it is: a probable slip of the pen. */
  readonly advice?: ReactNode
  /** Characters that the type takes; how many are left is said near the end. */
  readonly maxLength?: number | undefined
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
  const [narrow, setNarrow] = useState(false)
  if (value !== settle.held.current.value && !settle.held.current.refused) {
    // Somebody else set the value: the calendar beside the input, or a form that was cleared.
    settle.hold(value)
    setText(value === null || value === undefined ? '' : editText(value))
    setShown(value)
  }

  const type = (next: string) => {
    setText(next)
    const blank = next.trim() === ''
    const parsed =
      props.read === undefined || blank ? readTyped(next, field, locale) : props.read(next.trim())
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
  const end =
    hint === '' ? (
      props.rightSection
    ) : (
      <span className={classes.end}>
        <output className={classes.meaning} data-below={narrow || undefined}>
          = {hint}
        </output>
        {props.rightSection}
      </span>
    )
  const leave = (event: FocusEvent<HTMLElement>) => {
    // A calendar that lies above the page is no part of the input, and going there is no leaving.
    if (!event.currentTarget.contains(event.target) || event.currentTarget.contains(event.relatedTarget))
      return
    if (!goesAbove(event)) settle.commit()
  }
  const left = charactersLeft(text, props.maxLength)
  return (
    <>
      <TextInput
        id={props.id}
        aria-label={props.label}
        attributes={{ input: describedBy(props.describedBy) }}
        error={props.invalid ?? false}
        value={text}
        placeholder={props.placeholder ?? ''}
        inputMode={props.inputMode}
        autoComplete={props.autoComplete ?? 'off'}
        autoFocus={props.autoFocus ?? false}
        onFocus={(event) => props.autoFocus === true && event.currentTarget.select()}
        onClick={props.onTouch}
        onChange={(event) => {
          setNarrow(event.currentTarget.offsetWidth < roomForHint)
          type(event.currentTarget.value)
        }}
        styles={{ input: paddingOf(hint, narrow, props) }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && props.onOpen !== undefined && !composing(event)) {
            event.preventDefault()
            event.stopPropagation()
            props.onOpen()
          } else settle.keyDown(event)
        }}
        wrapperProps={{ onBlur: leave }}
        {...(props.leftSection !== undefined && { leftSection: props.leftSection, leftSectionWidth: 52 })}
        rightSection={end}
        rightSectionWidth={hint === '' ? undefined : 'auto'}
        classNames={{ input: props.alignment === 'end' && hint === '' ? classes.alignEnd : '' }}
      />
      {left !== undefined && <CharactersLeft left={left} />}
      {props.advice}
    </>
  )
}

/** Pixels: in less, what was read stands below the input. */
const roomForHint = 240

/** Room at both ends of the input for what lies over it. */
function paddingOf(hint: string, narrow: boolean, props: TypedInputProps) {
  const beside = props.rightSection === undefined ? 12 : 36
  const columns = [...hint].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 3)
  return {
    ...(props.leftSection !== undefined && { paddingInlineStart: 56 }),
    ...(hint !== '' && { paddingInlineEnd: narrow ? beside : `calc(${columns}ch + ${beside}px)` }),
  }
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
