import { createHash } from 'node:crypto'

/** An entry as it stands in the chain and in an exported copy, its members in this order. */
export interface ChainedEntry {
  /** Place in the chain, from 1 without gaps. */
  readonly number: number
  readonly id: string
  /** ISO 8601 UTC, to the microsecond. */
  readonly at: string
  readonly kind: string
  readonly outcome: string
  readonly actor: string | null
  readonly userId: string | null
  readonly name: string
  readonly source: string
  readonly address: string | null
  readonly userAgent: string | null
  readonly object: string | null
  readonly record: string | null
  readonly count: number | null
  /** Any JSON. */
  readonly details: unknown
}

/** First member of an exported copy. */
export const auditFormat = 'kith audit 1'

/** The hash before the first entry. */
export const genesis = '0'.repeat(64)

/** JSON with the members of each object in the order of their names: equal values, equal text. Text is well formed, without NUL. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(plainText(value))
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${canonicalJson(name)}:${canonicalJson(member)}`).join(',')}}`
}

/** Text as PostgreSQL can keep it. */
export const plainText = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd')

/** The text that a seal covers: a line of an exported copy without its hash. */
export function canonicalEntry(entry: ChainedEntry): string {
  const { number, id, at, kind, outcome, actor, userId, name, source } = entry
  const { address, userAgent, object, record, count, details } = entry
  const head = { number, id, at, kind, outcome, actor, userId, name, source, address, userAgent }
  const plain = JSON.stringify({ ...head, object, record, count })
  return `${plain.slice(0, -1)},"details":${canonicalJson(details)}}`
}

/** @param previous hash of the entry before, in hexadecimal digits; `genesis` of the first */
export const sealOf = (previous: string, entry: ChainedEntry): string =>
  createHash('sha256').update(previous).update(canonicalEntry(entry)).digest('hex')

/** A line of an exported copy, without its end. */
export const lineOf = (entry: ChainedEntry, hash: string): string =>
  `${canonicalEntry(entry).slice(0, -1)},"hash":"${hash}"}`
