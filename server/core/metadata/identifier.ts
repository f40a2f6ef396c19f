import { createHash } from 'node:crypto'
import pg from 'pg'

/** The one way a name gets into DDL. */
export const identifier = (name: string): string => pg.escapeIdentifier(name)
export const literal = (text: string): string => pg.escapeLiteral(text)
/** `"w_x"."deal"` */
export const qualified = (schema: string, name: string): string => `${identifier(schema)}.${identifier(name)}`

// PostgreSQL cuts longer names off without an error.
const longest = 63

/** `name`, cut to what PostgreSQL keeps; a digest of the whole keeps what was cut apart. */
export function fitted(name: string): string {
  return name.length <= longest ? name : `${name.slice(0, longest - 9)}_${digestOf(name)}`
}

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)
