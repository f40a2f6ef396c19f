import type { FieldTypeName } from '#shared/fields/field-type.ts'

/** Types of which an outline tells something without telling all; whatever else is to be masked is hidden. */
export const maskable: ReadonlySet<FieldTypeName> = new Set(['text', 'phone', 'email', 'url', 'autoNumber'])

/** From so many characters on the first three and the last four are shown; of shorter texts the first one. */
const long = 8

/** `13812344477` → `138****4477`, `wang@example.com` → `w***@example.com`, `张伟` → `张***`. */
export function masked(value: string): string {
  const characters = Array.from(value)
  const at = characters.lastIndexOf('@')
  if (at > 0 && characters[0] !== '@') return `${characters[0]}***${characters.slice(at).join('')}`
  if (characters.length < long) return `${characters[0] ?? ''}***`
  return `${characters.slice(0, 3).join('')}****${characters.slice(-4).join('')}`
}

/** The same in SQL, of the text `value`; NULL stays. */
export const maskSql = (value: string): string =>
  `case when ${value} ~ '^[^@].*@' then left(${value}, 1) || '***' || substring(${value} from '@[^@]*$')
    when length(${value}) < ${long} then left(${value}, 1) || '***'
    else left(${value}, 3) || '****' || right(${value}, 4) end`
