import { useMemo } from 'react'
import { useMessages } from './use-messages.ts'

interface PlaceChoice {
  readonly value: string
  readonly label: string
  readonly detail?: string
}

const supported = (kind: 'timeZone' | 'currency') => Intl.supportedValuesOf(kind)

/** Offset from UTC today, as `+08:00`. */
function offsetOf(timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts()
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? '').replace('GMT', '') || '+00:00'
}

/** Every time zone the browser knows, by name with its offset. */
export function useTimeZoneChoices(): readonly PlaceChoice[] {
  return useMemo(
    () =>
      [...new Set(['UTC', ...supported('timeZone')])].map((value) => ({
        value,
        label: value.replaceAll('_', ' '),
        detail: offsetOf(value),
      })),
    [],
  )
}

const usual = ['CNY', 'TWD', 'HKD', 'USD', 'EUR', 'JPY', 'GBP', 'SGD']

/** Every currency by code and name in the language of the page; the usual ones first. */
export function useCurrencyChoices(): readonly PlaceChoice[] {
  const { language } = useMessages()
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'currency' })
    return [...new Set([...usual, ...supported('currency')])].map((value) => ({
      value,
      label: `${value} ${names.of(value) ?? ''}`,
    }))
  }, [language])
}

const countries =
  'CN TW HK MO SG JP KR US GB DE FR ES IT NL BE CH AT IE PT SE NO DK FI PL CZ HU RO GR TR RU UA IL AE SA IN ID MY TH VN PH AU NZ CA MX BR AR CL CO PE ZA EG NG KE'.split(
    ' ',
  )

/** Countries and regions by name in the language of the page. */
export function useCountryChoices(): readonly PlaceChoice[] {
  const { language } = useMessages()
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'region' })
    return countries.map((value) => ({ value, label: names.of(value) ?? value }))
  }, [language])
}
