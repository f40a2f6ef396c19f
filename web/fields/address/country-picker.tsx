import { useMemo, useState } from 'react'
import { countryName } from '#shared/fields/address-format.ts'
import { countryCodes } from '#shared/fields/countries.ts'
import { useLocale } from '#web/data/index.ts'
import { itemOf, matching } from '../option.tsx'
import { Picker } from '../picker.tsx'

interface CountryPickerProps {
  readonly id: string
  readonly label: string
  /** ISO 3166-1 alpha-2. */
  readonly value: string
  readonly autoFocus: boolean
  readonly onChange: (code: string) => void
}

/** The workspace's own country and its neighbours first, then all by their names in the reader's language. */
export function CountryPicker({ id, label, value, autoFocus, onChange }: CountryPickerProps) {
  const { language, country } = useLocale()
  const [query, setQuery] = useState('')
  const items = useMemo(() => {
    const first = [...new Set([country, 'CN', 'TW', 'HK', 'MO'])]
    const named = (code: string) => ({ id: code, label: countryName(code, language) })
    const collator = new Intl.Collator(language)
    const others = countryCodes
      .filter((code) => !first.includes(code))
      .map(named)
      .sort((a, b) => collator.compare(a.label, b.label))
    return [...first.map(named), ...others]
  }, [language, country])
  return (
    <Picker
      id={id}
      label={label}
      items={matching(items, query)}
      chosen={[itemOf(items, value)]}
      multiple={false}
      query={query}
      onQuery={setQuery}
      autoFocus={autoFocus}
      onChoose={(item) => onChange(item.id)}
      onRemove={() => {}}
    />
  )
}
