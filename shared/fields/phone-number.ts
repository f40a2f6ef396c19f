import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'

const extension = /\s*(?:转|轉|分机|分機|内线|內線|ext(?:ension)?\.?|x|#)[\s:：.]*\d{1,8}\s*$/i
const several = /[/、,，;；|]/
const chineseMobile = /^1(?:3\d|5[0-35-9]|7[0-8]|8\d|9\d)\d{8}$/

/** E.164 form of a phone number as people write it, without its extension; null where there is none (`95588`). Of several numbers the first. */
export function toE164(typed: string, country: string): string | null {
  if (country === 'CN' && chineseMobile.test(typed)) return `+86${typed}`
  const [first = ''] = typed.split(several)
  const number = parsePhoneNumberFromString(
    first.replace(extension, ''),
    isSupportedCountry(country) ? { defaultCountry: country } : {},
  )
  // Service numbers are valid at home and cannot be dialled from anywhere else.
  if (number === undefined || number.nationalNumber.length < 7 || !number.isValid()) return null
  return number.number
}
