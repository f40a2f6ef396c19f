import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'

const id = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
/** Something with a number in it, or an address of mail; names are what the search is for. */
const numbered = /^[\w\s+()\-.@/]{4,60}$/
const leastDigits = 4
/** From here on a number is told by its ends, whatever stands between the parts: `0512-62884100`, `138 6201 4477`. */
const longNumber = 7

const holdsNumbers = ({ type, unique }: Field) =>
  type === 'phone' || type === 'autoNumber' || type === 'email' || (type === 'text' && unique === true)

const digitsOf = (text: string) => text.replaceAll(/\D/g, '')

/** A filter for the records that have a typed number, id or address; undefined where nothing of that kind was typed. */
export function numberFilter(object: CatalogueObject, typed: string): string | undefined {
  const text = typed.trim()
  if (id.test(text)) return `id = "${text.toLowerCase()}"`
  const digits = digitsOf(text)
  if (!numbered.test(text) || (digits.length < leastDigits && !text.includes('@'))) return undefined
  const conditions = object.fields.filter(holdsNumbers).map(({ name, type }) => {
    const asTyped = `contains(${name}, "${text}")`
    return type === 'phone' && digits.length >= longNumber
      ? `${asTyped} or contains(${name}, "${digits.slice(0, 3)}") and contains(${name}, "${digits.slice(-4)}")`
      : asTyped
  })
  return conditions.length === 0 ? undefined : conditions.join(' or ')
}
