import { type Issue, invalidInput } from '#shared/errors.ts'

export const isUuid = (text: string): boolean =>
  /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text)

/** The text of a name, trimmed and NFC. @throws AppError required, invalid_text */
export function requireName(text: string, member: string): string {
  const name = text.normalize('NFC').trim()
  const path = `/${member}`
  if (name === '') throw invalidInput([{ path, code: 'required', parameters: { label: member } }])
  if (name.includes('\0') || !name.isWellFormed()) throw invalidInput([{ path, code: 'invalid_text' }])
  return name
}

/** @throws AppError wrong_type for the time zone, invalid_currency */
export function requirePlace(place: { readonly timeZone: string; readonly currency: string }): void {
  const issues: Issue[] = []
  if (!isTimeZone(place.timeZone))
    issues.push({ path: '/timeZone', code: 'wrong_type', parameters: { expected: 'Asia/Shanghai' } })
  if (!Intl.supportedValuesOf('currency').includes(place.currency))
    issues.push({ path: '/currency', code: 'invalid_currency', parameters: { value: place.currency } })
  if (issues.length > 0) throw invalidInput(issues)
}

function isTimeZone(text: string): boolean {
  try {
    // An offset such as +08:00 is accepted there too, but knows no summer time.
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone.search(/^[+-]/) < 0
  } catch {
    return false
  }
}
