import { countryCodes } from '#shared/fields/countries.ts'
import { fold } from '#shared/imports/fold.ts'
import { languages } from '#shared/language.ts'

let names: ReadonlyMap<string, string> | undefined

function countryNames(): ReadonlyMap<string, string> {
  if (names !== undefined) return names
  const found = new Map<string, string>()
  for (const language of languages) {
    const display = new Intl.DisplayNames(language, { type: 'region' })
    for (const code of countryCodes) found.set(fold(display.of(code) ?? code), code)
  }
  for (const code of countryCodes) found.set(fold(code), code)
  for (const [name, code] of [
    ['usa', 'US'],
    ['uk', 'GB'],
    ['korea', 'KR'],
    ['中国大陆', 'CN'],
  ] as const)
    found.set(name, code)
  names = found
  return found
}

/** ISO 3166-1 code of a country named in any of our languages; undefined where the text names none. */
export const countryNamed = (text: string): string | undefined => countryNames().get(fold(text))

/** Names to suggest for a misspelt one. */
export function countryWords(): string[] {
  const display = new Intl.DisplayNames('en', { type: 'region' })
  return countryCodes.map((code) => display.of(code) ?? code)
}
