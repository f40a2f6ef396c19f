import type { Address } from './address.ts'
import type { Locale } from './field-type.ts'

/** Countries whose addresses run from the greatest part to the smallest, without spaces. */
const greatestFirst: readonly string[] = ['CN', 'TW', 'HK', 'MO', 'JP']

/** In the order of its country; the country itself is named where it is not the reader's. Without any place its coordinates. */
export function formatAddress(
  address: Address,
  { language, country: home }: Pick<Locale, 'language' | 'country'>,
): string {
  const { country = home, latitude, longitude } = address
  const foreign = country === home ? '' : countryName(country, language)
  const place = greatestFirst.includes(country)
    ? fromGreatest(address, foreign)
    : fromSmallest(address, foreign)
  if (place !== '') return place
  if (latitude !== undefined && longitude !== undefined) return `${latitude}, ${longitude}`
  return address.country === undefined ? '' : countryName(country, language)
}

function fromGreatest(address: Address, foreign: string): string {
  const { province = '', city = '', district = '', street = '', postalCode = '' } = address
  // A municipality is province and city at once: 北京市朝阳区, not 北京市北京市朝阳区.
  return `${foreign}${province}${city === province ? '' : city}${district}${street} ${postalCode}`.trim()
}

function fromSmallest(address: Address, foreign: string): string {
  const { province, city, district, street, postalCode } = address
  const region = [province, postalCode].filter(Boolean).join(' ')
  return [street, district, city, region, foreign].filter(Boolean).join(', ')
}

/** Name of a country in a language; the code where none is known. */
export function countryName(code: string, language: Locale['language']): string {
  try {
    return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}
