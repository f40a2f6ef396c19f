import { textIn } from '../workplace/members.ts'
import type { Json } from '../workplace/workplace-client.ts'

export const emailOf = (member: Json): string | null => textIn(member, 'org_email') ?? textIn(member, 'email')

/** With the country that stands beside it. */
export function mobileOf(member: Json): string | null {
  const mobile = textIn(member, 'mobile')
  const country = textIn(member, 'state_code')
  return mobile === null || mobile.startsWith('+') || country === null
    ? mobile
    : `+${country.replace(/\D/g, '')}${mobile}`
}
