import { Type } from 'typebox'
import { type AuditKind, type AuditOutcome, auditKindNames, auditOutcomes } from './audit-kinds.ts'
import { contract } from './contract.ts'

const tag = 'Audit'
const closed = { additionalProperties: false } as const
const id = Type.String({ format: 'uuid' })
const moment = Type.String({ format: 'date-time' })
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()])
const text = Type.String()

/** One thing that somebody did. */
export interface AuditEntry {
  readonly id: string
  /** ISO 8601 UTC, to the microsecond. */
  readonly at: string
  readonly kind: AuditKind
  readonly outcome: AuditOutcome
  /** Through what it was done: the person’s own or a key’s record of `actor`; null where it is gone. */
  readonly actor: { readonly id: string; readonly kind: string; readonly name: string } | null
  /** The member; null where it was nobody. */
  readonly userId: string | null
  /** What the member was called then. */
  readonly name: string
  readonly source: string
  readonly address: string | null
  readonly userAgent: string | null
  /** API name as of then. */
  readonly object: string | null
  readonly record: string | null
  readonly count: number | null
  readonly details: Readonly<Record<string, unknown>>
  /** Its place in the chain and the hash there; null until it is sealed, a moment later. */
  readonly number: number | null
  readonly hash: string | null
}

const entry = Type.Object({
  id,
  at: moment,
  kind: Type.Union(auditKindNames.map((kind) => Type.Literal(kind))),
  outcome: Type.Union(auditOutcomes.map((outcome) => Type.Literal(outcome))),
  actor: orNull(Type.Object({ id, kind: text, name: text })),
  userId: orNull(id),
  name: text,
  source: text,
  address: orNull(text),
  userAgent: orNull(text),
  object: orNull(text),
  record: orNull(id),
  count: orNull(Type.Integer()),
  details: Type.Object({}, { additionalProperties: true }),
  number: orNull(Type.Integer()),
  hash: orNull(text),
})

/** Answers `{data: AuditEntry[], nextCursor}`, the newest first. */
export const listAuditContract = contract({
  name: 'audit.list',
  method: 'GET',
  path: '/audit',
  summary: 'Who did what, when and from where, the newest first; administrators alone',
  tag,
  query: Type.Object(
    {
      kinds: Type.Optional(Type.String({ maxLength: 1_000, description: 'Kinds, with commas between.' })),
      actor: Type.Optional(
        Type.String({ format: 'uuid', description: 'A member, or the record of `actor` of a key.' }),
      ),
      from: Type.Optional(moment),
      to: Type.Optional(moment),
      search: Type.Optional(
        Type.String({ maxLength: 200, description: 'Part of a name, address, object or detail.' }),
      ),
      cursor: Type.Optional(Type.String({ maxLength: 200, description: '`nextCursor` of the page before.' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    },
    closed,
  ),
  answer: Type.Object({ data: Type.Array(entry), nextCursor: orNull(text) }),
  permission: 'audit',
  errors: ['not_permitted', 'invalid_input', 'invalid_cursor'],
})

/** Answers `{data: AuditEntry}`. */
export const getAuditContract = contract({
  name: 'audit.get',
  method: 'GET',
  path: '/audit/:id',
  summary: 'One entry of the audit log',
  tag,
  params: Type.Object({ id }, closed),
  answer: Type.Object({ data: entry }),
  permission: 'audit',
  errors: ['not_permitted', 'audit_entry_missing'],
})

/** Answers JSON lines: a head, each entry with its hash, an end with the sum of it all. */
export const exportAuditContract = contract({
  name: 'audit.export',
  method: 'GET',
  path: '/audit/export',
  summary: 'The whole log with its chain of hashes; `kith audit verify FILE` checks it on any machine',
  tag,
  produces: ['application/x-ndjson'],
  permission: 'audit',
  errors: ['not_permitted'],
})
