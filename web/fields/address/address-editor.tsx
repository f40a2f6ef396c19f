import { TextInput } from '@mantine/core'
import { type ClipboardEvent, type FocusEvent, useState } from 'react'
import { useLocale } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { EditorProps } from '../field-view.ts'
import { useSettleOnce } from '../use-settle-once.ts'
import classes from './address.module.css'
import { CountryPicker } from './country-picker.tsx'
import { hasDivisions, loadDivisions } from './load-divisions.ts'
import { addressOf, type Draft, divisionOf, draftOf, moved, placed } from './parts.ts'
import { RegionPicker } from './region-picker.tsx'
import { takeApart } from './take-apart.ts'
import { useDivisions } from './use-divisions.ts'

/** Shorter texts are a part, longer ones a whole address. */
const wholeAddress = 8
const regions = ['province', 'city', 'district'] as const

/** An address in its parts; a whole one that is pasted anywhere fills them. */
export default function AddressEditor(props: EditorProps) {
  const { t } = useMessages()
  const { country: home } = useLocale()
  const [draft, setDraft] = useState(() => draftOf(props.value))
  const [rest, setRest] = useState('')
  const settle = useSettleOnce(props)
  const country = draft.country ?? home
  const divisions = useDivisions(country)
  const change = (next: Draft) => {
    setDraft(next)
    settle.hold(addressOf(next))
    props.onChange(addressOf(next))
  }
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain').slice(0, 1000)
    if (text.trim().length < wholeAddress || divisions.length === 0) return
    const apart = takeApart(text, divisions)
    if (apart.division === undefined) return
    event.preventDefault()
    const { division, street, postalCode } = apart
    const next = placed({ ...draft, street }, division)
    change(postalCode === undefined ? next : { ...next, postalCode })
    setRest(apart.rest)
  }
  const leave = (event: FocusEvent<HTMLFieldSetElement>) => {
    const to = event.relatedTarget
    if (
      !event.currentTarget.contains(to) &&
      !(to instanceof Element && to.closest('[role=listbox]') !== null)
    )
      settle.commit()
  }
  const typed = (name: (typeof regions)[number] | 'street' | 'postalCode') => (
    <TextInput
      key={name}
      label={t(`fields.${name}`)}
      maxLength={name === 'street' ? 500 : 100}
      className={name === 'street' ? classes.wide : ''}
      value={draft[name] ?? ''}
      autoComplete="off"
      onChange={({ currentTarget: { value } }) => {
        const text = value === '' ? undefined : value
        const { province, city, district, code } = draft
        if (name === 'postalCode') change({ ...draft, postalCode: text })
        // Another house in the same district keeps the district's code.
        else if (name === 'street') change(moved(draft, { province, city, district, code, street: text }))
        else change(moved(draft, { province, city, district, [name]: text }))
      }}
    />
  )
  return (
    <fieldset
      className={classes.address}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      onBlur={leave}
      onKeyDown={settle.keyDown}
      onPasteCapture={paste}
    >
      <div className={classes.part}>
        <label htmlFor={`${props.id}-country`}>{t('fields.country')}</label>
        <CountryPicker
          id={`${props.id}-country`}
          label={t('fields.country')}
          value={country}
          autoFocus={false}
          onChange={(code) => {
            void loadDivisions(code)
            change(moved(draft, { country: code }))
          }}
        />
      </div>
      {hasDivisions(country) ? (
        <div className={classes.part}>
          <label htmlFor={props.id}>{t(country === 'TW' ? 'fields.regionOfTaiwan' : 'fields.region')}</label>
          <RegionPicker
            id={props.id}
            label={t(country === 'TW' ? 'fields.regionOfTaiwan' : 'fields.region')}
            divisions={divisions}
            autoFocus={props.autoFocus === true}
            chosen={divisionOf(draft)}
            onChange={(division) => change({ ...placed(draft, division), country })}
          />
        </div>
      ) : (
        regions.map(typed)
      )}
      {typed('street')}
      {typed('postalCode')}
      {rest !== '' && <output className={classes.rest}>{t('fields.leftOver', { text: rest })}</output>}
    </fieldset>
  )
}
