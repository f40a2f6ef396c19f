import type { Address } from '#shared/fields/address.ts'
import type { Division } from './division.ts'

export type Draft = { readonly [Part in keyof Address]: Address[Part] | undefined }

export const draftOf = (value: unknown): Draft =>
  typeof value === 'object' && value !== null ? { ...value } : {}

/** The wire value: empty parts left out, and null where only the country is said. */
export function addressOf(draft: Draft): Address | null {
  const filled = Object.entries(draft).filter(([, part]) => part !== undefined && part !== '')
  return filled.some(([part]) => part !== 'country') ? Object.fromEntries(filled) : null
}

/** Another place: what was known of the old one, its code and its point on the map, is not true of it. */
export const moved = ({ country, street, postalCode }: Draft, place: Partial<Draft>): Draft => ({
  country,
  street,
  postalCode,
  ...place,
})

export function placed(draft: Draft, { id, province, city, district, postalCode }: Division): Draft {
  return moved(draft, {
    province,
    city,
    district,
    code: /^\d{6}$/.test(id) ? id : undefined,
    ...(postalCode !== undefined && { postalCode }),
  })
}

export const divisionOf = ({ province, city, district, code }: Draft): Division => ({
  id: code ?? '',
  ...(province !== undefined && { province }),
  ...(city !== undefined && { city }),
  ...(district !== undefined && { district }),
})
