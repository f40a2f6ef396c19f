import type { Entry } from 'ldapts'

/** First value of an attribute, whatever its case; an empty one is none. */
export function firstOf(entry: Entry, name: string): string | null {
  const [first] = valuesOf(entry, name)
  return first === undefined || first.trim() === '' ? null : first.trim()
}

export function valuesOf(entry: Entry, name: string): string[] {
  return bytesOrTexts(entry, name).map((value) => (Buffer.isBuffer(value) ? value.toString('utf8') : value))
}

/** What an entry is for ever: a text, or the bytes of an objectGUID as hexadecimal digits. */
export function subjectOf(entry: Entry, name: string): string | null {
  const [first] = bytesOrTexts(entry, name)
  if (first === undefined || first.length === 0) return null
  return Buffer.isBuffer(first) ? first.toString('hex') : first
}

function bytesOrTexts(entry: Entry, name: string): (string | Buffer)[] {
  const found = Object.entries(entry).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
  return found === undefined ? [] : [found].flat()
}

/** A name in one spelling, to be compared. */
export const sameName = (dn: string): string => dn.replace(/\s*([,=+])\s*/g, '$1').toLowerCase()

/** The name above: what follows the first comma that is no part of a value. */
export function nameAbove(dn: string): string {
  const at = /(?<!\\)(?:\\\\)*,/.exec(dn)
  return at === null ? '' : dn.slice(at.index + at[0].length)
}
