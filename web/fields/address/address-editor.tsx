import { TextInput } from '@mantine/core'
import { type ClipboardEvent, type FocusEvent, useRef, useState } from 'react'
import { tidyLine } from '#shared/fields/characters.ts'
import { useLocale } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { EditorProps } from '../field-view.ts'
import { goesAbove } from '../goes-above.ts'
import { useSettleOnce } from '../use-settle-once.ts'
import classes from './address.module.css'
import { CountryPicker } from './country-picker.tsx'
import type { Division } from './division.ts'
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
  const latest = useRef(draft)
  latest.current = draft
  /** @returns whether it was a whole address */
  const fill = (text: string, places: readonly Division[]): boolean => {
    const { division, street, postalCode, rest: others } = takeApart(text, places)
    if (division === undefined) return false
    const next = placed({ ...latest.current, street }, division)
    change(postalCode === undefined ? next : { ...next, postalCode })
    setRest(others)
    return true
  }
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain').slice(0, 1000)
    if (text.trim().length < wholeAddress || !hasDivisions(country)) return
    if (divisions.length > 0) {
      if (fill(text, divisions)) event.preventDefault()
      return
    }
    // The divisions are still on their way: what was pasted waits for them.
    event.preventDefault()
    void loadDivisions(country).then((places) => {
      if (!fill(text, places)) change({ ...latest.current, street: tidyLine(text) })
    })
  }
  const leave = (event: FocusEvent<HTMLFieldSetElement>) => {
    const to = event.relatedTarget
    if (
      !event.currentTarget.contains(to) &&
      !goesAbove(event) &&
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
