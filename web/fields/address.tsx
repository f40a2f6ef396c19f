import { TextInput } from '@mantine/core'
import { type FocusEvent, useState } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { NoFilter } from './no-filter.tsx'
import { useFormat } from './use-format.ts'
import { useSettleOnce } from './use-settle-once.ts'

/** Parts that are typed, in the order in which a Chinese address is spoken; half-wide ones share a line. */
const parts = [
  { name: 'country', wide: false },
  { name: 'province', wide: false },
  { name: 'city', wide: false },
  { name: 'district', wide: false },
  { name: 'street', wide: true },
  { name: 'postalCode', wide: false },
] as const

type Address = Readonly<Record<string, unknown>>

const addressOf = (value: unknown): Address =>
  typeof value === 'object' && value !== null ? { ...value } : {}

function OneLine({ field, value }: ValueProps) {
  const format = useFormat()
  const text = format(field, value)
  return (
    <span className={classes.line} title={text}>
      {text}
    </span>
  )
}

function WholeAddress({ field, value }: ValueProps) {
  const format = useFormat()
  return <span className={classes.wrap}>{format(field, value)}</span>
}

function AddressEditor(props: EditorProps) {
  const { t } = useMessages()
  const [address, setAddress] = useState(() => addressOf(props.value))
  const settle = useSettleOnce(props)
  const type = (part: string, text: string) => {
    // The district code and the place on the map were those of the old words.
    const { code: _code, latitude: _latitude, longitude: _longitude, datum: _datum, ...rest } = address
    const next = { ...rest, [part]: text === '' ? undefined : text }
    setAddress(next)
    const filled = Object.fromEntries(Object.entries(next).filter(([, text]) => text !== undefined))
    const value = Object.keys(filled).length === 0 ? null : filled
    settle.hold(value)
    props.onChange(value)
  }
  const leave = (event: FocusEvent<HTMLFieldSetElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) settle.commit()
  }
  return (
    <fieldset
      className={classes.address}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      onBlur={leave}
      onKeyDown={settle.keyDown}
    >
      {parts.map(({ name, wide }, index) => (
        <TextInput
          key={name}
          {...(index === 0 && { id: props.id })}
          label={t(`fields.${name}`)}
          className={wide ? classes.wide : ''}
          value={typeof address[name] === 'string' ? address[name] : ''}
          autoFocus={props.autoFocus === true && index === 0}
          onChange={(event) => type(name, event.currentTarget.value)}
        />
      ))}
    </fieldset>
  )
}

export const address: FieldView = {
  Cell: OneLine,
  Display: WholeAddress,
  Editor: AddressEditor,
  FilterInput: NoFilter,
}
