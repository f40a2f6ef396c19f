import type { OutsidePerson } from '../provider-kind.ts'
import { ProviderRefusal } from '../refusal.ts'

/** What is read of a verified assertion. */
export interface Assured {
  readonly nameId: string
  readonly nameIdFormat: string
  readonly attributes: Readonly<Record<string, unknown>>
}

/** By which names providers tell of a person: LDAP's own, its object identifiers, Microsoft's claims. */
const attributeNames = {
  email: [
    'email',
    'mail',
    'emailAddress',
    'urn:oid:0.9.2342.19200300.100.1.3',
    'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
  ],
  name: [
    'displayName',
    'urn:oid:2.16.840.1.113730.3.1.241',
    'http://schemas.microsoft.com/identity/claims/displayname',
    'cn',
    'urn:oid:2.5.4.3',
    'name',
    'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name',
  ],
  givenName: [
    'givenName',
    'firstName',
    'urn:oid:2.5.4.42',
    'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname',
  ],
  familyName: [
    'sn',
    'surname',
    'lastName',
    'urn:oid:2.5.4.4',
    'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname',
  ],
} as const

const emailFormat = /:emailAddress$/

/** @throws ProviderRefusal saml_name_changes where the name that is given means somebody else tomorrow */
export function personOfAssertion(
  { nameId, nameIdFormat, attributes }: Assured,
  trustsEmail: boolean,
): OutsidePerson {
  if (nameId.trim() === '' || nameIdFormat.endsWith(':transient'))
    throw new ProviderRefusal('saml_name_changes')
  const of = (member: keyof typeof attributeNames): string => {
    const found = attributeNames[member].map((name) => textOf(attributes[name]))
    return found.find((text) => text !== '') ?? ''
  }
  const email = of('email') || (emailFormat.test(nameIdFormat) ? nameId.trim() : '')
  return {
    subject: nameId,
    name: of('name') || `${of('givenName')} ${of('familyName')}`.trim(),
    email: email === '' ? null : email,
    emailVerified: email !== '' && trustsEmail,
    mobile: null,
  }
}

/** Of several values the first. */
const textOf = (value: unknown): string => {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' ? one.trim() : ''
}
