import type { OutsidePerson } from '../provider-kind.ts'

/** Claims of an ID token or of the user's information (OpenID Connect Core 5.1). */
export type Claims = Readonly<Record<string, unknown>>

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

export function personOfClaims(subject: string, claims: Claims, trustsEmail: boolean): OutsidePerson {
  const email = textOf(claims.email)
  const names = [
    claims.name,
    [claims.given_name, claims.family_name].map(textOf).join(' '),
    claims.preferred_username,
    email,
  ]
  const mobile = claims.phone_number_verified === true ? textOf(claims.phone_number) : ''
  return {
    subject,
    name: names.map(textOf).find((name) => name !== '') ?? '',
    email: email === '' ? null : email,
    // Some providers write the text “true”; whatever else they write is no word for it.
    emailVerified:
      email !== '' && (trustsEmail || claims.email_verified === true || claims.email_verified === 'true'),
    mobile: mobile === '' ? null : mobile,
  }
}
