import { systemFields } from './system-fields.ts'

const longestObjectKey = 24
const longestFieldKey = 32

// Columns that a table has anyway, be it as an object's or as any table of PostgreSQL's.
const systemColumns = [
  'id',
  'currency',
  ...systemFields.map((field) => field.column),
  ...['tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid'],
]

/** Key of a new object: its first name in snake case, told apart from the keys that there are. */
export const objectKey = (name: string, taken: Iterable<string>): string =>
  freeKey(name, longestObjectKey, new Set(taken))

/** Likewise of a new field; `taken` are all keys that the object ever had. */
export const fieldKey = (name: string, taken: Iterable<string>): string =>
  freeKey(name, longestFieldKey, new Set([...taken, ...systemColumns]))

function freeKey(name: string, longest: number, taken: ReadonlySet<string>): string {
  const base = name
    .replace(/[A-Z]/g, (letter) => `_${letter}`)
    .toLowerCase()
    .slice(0, longest)
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : `_${number}`
    const key = `${base.slice(0, longest - suffix.length)}${suffix}`
    if (!taken.has(key)) return key
  }
}
