/** A way in, in the form in which it is kept and compared. */
export interface Identifier {
  readonly kind: 'email' | 'mobile'
  readonly value: string
}

const emailPattern = /^[^\s@\p{C}]+@[^\s@.\p{C}]+(\.[^\s@.\p{C}]+)+$/u

/** Lower case, NFKC (a full-width ＠ is understood); undefined where `text` is no address. */
export function parseEmail(text: string): string | undefined {
  const email = text.normalize('NFKC').trim().toLowerCase()
  return email.length <= 254 && email.isWellFormed() && emailPattern.test(email) ? email : undefined
}

/** What numbers are grouped by, and the unseen marks of direction that come along when one is copied from an address book. */
const fillers = /[\s().\p{Pd}\p{Cf}]/gu

/**
 * E.164. A number without a country must be a mobile number of mainland China, since any other guess could
 * give one person's number to somebody else; undefined where `text` is no such number.
 */
export async function parseMobile(text: string): Promise<string | undefined> {
  if (text.length > 60) return undefined
  const national = text.normalize('NFKC').replace(fillers, '')
  const [, mainland] = /^(?:86)?(1[3-9]\d{9})$/.exec(national) ?? []
  if (mainland !== undefined) return `+86${mainland}`
  if (!/^(\+|00)\d+$/.test(national)) return undefined
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min')
  const number = parsePhoneNumberFromString(national.replace(/^00/, '+'))
  return number?.isPossible() ? number.number : undefined
}

/** What a person typed to sign in; undefined where it is neither an e-mail address nor a mobile number. */
export async function parseIdentifier(text: string): Promise<Identifier | undefined> {
  const email = parseEmail(text)
  if (email !== undefined) return { kind: 'email', value: email }
  const mobile = await parseMobile(text)
  return mobile === undefined ? undefined : { kind: 'mobile', value: mobile }
}
