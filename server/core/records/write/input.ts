import type { Context } from '#server/core/context.ts'
import { unknownField } from '#server/core/records/projection.ts'
import { type ErrorCode, type Issue, isErrorCode } from '#shared/errors.ts'
import { compile, evaluate } from '#shared/expression/index.ts'
import type { RecordReference } from '#shared/fields/any-record.ts'
import { isCurrency } from '#shared/fields/currency.ts'
import { parseValue } from '#shared/fields/index.ts'
import type { Catalogue, CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { nearest } from '#shared/nearest.ts'
import { isRank } from '#shared/rank.ts'
import { uuidv7 } from '#shared/uuid.ts'
import type { WritePlan } from './plan.ts'
import type { WriteRow } from './step.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

interface ReadRow {
  readonly id: string
  readonly columns: Record<string, unknown>
  readonly links: Map<string, readonly string[]>
}

interface ReadOptions {
  readonly create: boolean
  /** JSON Pointer of the row: `` for a single record, `/3` in a list. */
  readonly path: string
  /** Lets `createdAt` and what the door keeps be given: demo data and restores. */
  readonly backdated: boolean
  /** The object as who writes may know it. */
  readonly seen: CatalogueObject
  readonly issues: Issue[]
}

/**
 * A record as a client sent it → its columns. What cannot be taken is added to `options.issues` with its place; nothing is
 * dropped or coerced.
 */
export function readRow(input: unknown, plan: WritePlan, cx: Context, options: ReadOptions): ReadRow {
  const { create, path, seen, issues } = options
  const columns: Record<string, unknown> = {}
  const links = new Map<string, readonly string[]>()
  let id: string | undefined
  const refuse = (place: string, code: ErrorCode, parameters?: Issue['parameters']): void => {
    issues.push({ path: place, code, ...(parameters !== undefined && { parameters }) })
  }
  if (input === null || typeof input !== 'object' || Array.isArray(input)) {
    refuse(path, 'wrong_type', { expected: 'object' })
    return { id: '', columns, links }
  }
  const { fieldByWire } = seen
  for (const [name, value] of Object.entries(input)) {
    if (name === 'id') {
      if (typeof value === 'string' && uuid.test(value)) id = value.toLowerCase()
      else refuse(`${path}/id`, 'invalid_id')
      continue
    }
    const field = fieldByWire.get(name)
    const place = `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (field === undefined) {
      const { parameters } = unknownField(seen, name)
      refuse(place, 'unknown_field', parameters)
      continue
    }
    if (!field.writable && !(options.backdated && (!field.system || field.column === 'created_at'))) {
      refuse(place, 'read_only_field', { name })
      continue
    }
    if (field.column === 'currency' && field.system) {
      if (value !== null && !(typeof value === 'string' && isCurrency(value))) {
        refuse(place, 'invalid_currency', { value: String(value).slice(0, 20) })
      } else columns.currency = value ?? cx.workspace.settings().currency
      continue
    }
    if (field.column === 'rank' && field.system) {
      if (typeof value === 'string' && isRank(value)) columns.rank = value
      else refuse(place, 'invalid_rank')
      continue
    }
    const parsed = parseValue(field, value)
    if (!parsed.ok) {
      const { code, parameters, path: inner = '' } = parsed.refusal
      refuse(`${place}${inner}`, isErrorCode(code) ? code : 'wrong_type', parameters)
    } else if (field.type === 'relations') {
      links.set(field.key, (parsed.value ?? []) as string[])
    } else if (field.type === 'anyRecord') {
      columns[field.column] = keyed(parsed.value, plan, (inner, object) =>
        refuse(`${place}${inner}/object`, 'unknown_object', {
          name: object,
          suggestion: nearest(object, plan.keyByName.keys()),
        }),
      )
    } else columns[field.column] = parsed.value
  }
  if (create) id ??= uuidv7()
  else if (id === undefined) refuse(`${path}/id`, 'required', { label: 'id' })
  return { id: id ?? '', columns, links }
}

/** What a field of any record points to, objects by their keys. */
function keyed(value: unknown, plan: WritePlan, refuse: (inner: string, object: string) => void): unknown {
  const one = (reference: RecordReference, inner: string): RecordReference => {
    const key = plan.keyByName.get(reference.object)
    if (key === undefined) refuse(inner, reference.object)
    return { object: key ?? '', id: reference.id }
  }
  if (value === null) return null
  return Array.isArray(value)
    ? value.map((reference: RecordReference, index) => one(reference, `/${index}`))
    : one(value as RecordReference, '')
}

/** Gives a new record the defaults of the fields it does not name. */
export function applyDefaults(row: ReadRow, plan: WritePlan, cx: Context, catalogue: Catalogue): void {
  for (const field of plan.defaultFields) {
    if (row.columns[field.column] !== undefined || row.links.has(field.key)) continue
    row.columns[field.column] = defaultOf(field, plan, cx, catalogue)
  }
  if (plan.object.hasMoney) row.columns.currency ??= cx.workspace.settings().currency
  if (row.columns.owner_id === undefined) row.columns.owner_id = cx.actor.userId
}

function defaultOf(field: Field, plan: WritePlan, cx: Context, catalogue: Catalogue): unknown {
  const given = field.default
  if (given === null || typeof given !== 'object' || !('expression' in given)) return given
  const node = compile(String(given.expression), catalogue, plan.object)
  const moment = { now: cx.now(), timeZone: cx.timeZone, me: cx.actor.userId }
  const value = evaluate(node, () => null, moment)
  const wire = value !== null && typeof value === 'object' && 'toFixed' in value ? Number(value) : value
  const parsed = parseValue(field, field.type === 'money' && wire !== null ? String(wire) : wire)
  return parsed.ok ? parsed.value : null
}

/** Required fields that a new record leaves empty, or that a change empties. */
export function checkRequired(
  row: Pick<WriteRow, 'columns' | 'links'>,
  plan: WritePlan,
  cx: Context,
  options: Pick<ReadOptions, 'create' | 'path' | 'issues'>,
): void {
  for (const field of plan.requiredFields) {
    const value = field.type === 'relations' ? row.links.get(field.key) : row.columns[field.column]
    const blank = value === null || (Array.isArray(value) && value.length === 0)
    if (blank || (options.create && value === undefined)) {
      const label = field.label[cx.language]
      options.issues.push({ path: `${options.path}/${field.wire}`, code: 'required', parameters: { label } })
    }
  }
}
