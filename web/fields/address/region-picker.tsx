import { useDeferredValue, useMemo, useState } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import { Picker, type PickerItem } from '../picker.tsx'
import { type Division, nameOf, pathOf } from './division.ts'
import { findDivisions } from './find-divisions.ts'

interface RegionPickerProps {
  readonly id: string
  readonly label: string
  readonly divisions: readonly Division[]
  /** What stands in the address: shown as it is, also where no division has that name. */
  readonly chosen: Division
  readonly autoFocus: boolean
  readonly onChange: (division: Division) => void
}

const back = 'back'

/** 省, 市 and 区 in one field: one leads on to the next, and what is typed is looked for among all of them. */
export function RegionPicker({ id, label, divisions, chosen, autoFocus, onChange }: RegionPickerProps) {
  const { t } = useMessages()
  const [query, setQuery] = useState('')
  const typed = useDeferredValue(query.trim())
  const current = divisions.find((one) => one.id === chosen.id) ?? findSame(divisions, chosen)
  const [level, setLevel] = useState<string | null | undefined>(null)
  // Opened anew it shows the neighbours of what is chosen.
  const within = level === null ? current?.within : level
  const parents = useMemo(() => new Set(divisions.map((one) => one.within)), [divisions])
  const item = (one: Division): PickerItem => ({
    id: one.id,
    label: nameOf(one),
    ...(typed !== '' && { second: pathOf(one) }),
  })
  const found =
    typed === '' ? divisions.filter((one) => one.within === within) : findDivisions(divisions, typed)
  const above = divisions.find((one) => one.id === within)
  const items = [
    ...(typed === '' && above !== undefined
      ? [{ id: back, label: t('fields.backTo', { name: nameOf(above) }) }]
      : []),
    ...found.map(item),
  ]
  const path = pathOf(chosen)
  return (
    <Picker
      id={id}
      label={label}
      items={items}
      chosen={path === '' ? [] : [{ id: current?.id ?? path, label: path }]}
      multiple={false}
      autoFocus={autoFocus}
      query={query}
      onQuery={setQuery}
      leadsOn={(one) => one.id === back || parents.has(one.id)}
      onChoose={(one) => {
        if (one.id === back) return setLevel(above?.within)
        const division = divisions.find((other) => other.id === one.id)
        if (division === undefined) return
        onChange(division)
        setLevel(parents.has(division.id) ? division.id : null)
      }}
      onRemove={() => onChange({ id: '' })}
      onClear={() => onChange({ id: '' })}
      onDone={() => setLevel(null)}
    />
  )
}

const findSame = (divisions: readonly Division[], { province, city, district }: Division) =>
  divisions.find((one) => one.province === province && one.city === city && one.district === district)
