import { catalogueOf, may, permit, seesAll } from '#server/core/access/index.ts'
import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { AppError, type Issue, invalidInput, isErrorCode } from '#shared/errors.ts'
import { parseValue } from '#shared/fields/index.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { signFields } from '#shared/metadata/sign-fields.ts'
import type { Holding } from '#shared/operations/ownership.ts'
import { unknownField } from '../projection.ts'
import { holdersOf, type Sign } from './holders.ts'
import { countCheck } from './limit.ts'

/**
 * Whether a record that somebody is about to make is there already, and whose it is: nothing more of one that they cannot see, and
 * that on record and so many times an hour.
 * @param values wire values by wire name, of fields by which records are known again
 * @throws AppError `too_many_requests`, `not_permitted` to who makes no records of the object, an issue for each other field
 */
export async function checkOwnership(
  cx: Context,
  name: string,
  values: Readonly<Record<string, unknown>>,
): Promise<Holding[]> {
  const object = catalogueOf(cx).object(name)
  permit(cx, 'create', object)
  const signs = signsOf(object, values)
  if (seesAll(cx, 'read', object)) return holdersOf(cx, object, signs)
  await countCheck(cx)
  const holdings = await holdersOf(cx, object, signs)
  await noteTold(cx, object, holdings)
  return holdings
}

function signsOf(object: CatalogueObject, values: Readonly<Record<string, unknown>>): Sign[] {
  const issues: Issue[] = []
  const fields = signFields(object)
  const signs = Object.entries(values).flatMap(([wire, value]): Sign[] => {
    const path = `/values/${wire}`
    const field = object.fieldByWire.get(wire)
    if (field === undefined) {
      issues.push({ path, code: 'unknown_field', parameters: unknownField(object, wire).parameters })
      return []
    }
    const parsed = parseValue(field, value)
    if (!fields.includes(field)) {
      const known = fields.map((one) => one.wire).join(', ')
      issues.push({ path, code: 'no_sign', parameters: { name: wire, known } })
    } else if (!parsed.ok) {
      const { code, parameters } = parsed.refusal
      issues.push({ path, code: isErrorCode(code) ? code : 'wrong_type', ...(parameters && { parameters }) })
    } else if (parsed.value !== null) return [{ field, value: parsed.value }]
    return []
  })
  if (issues.length > 0) throw invalidInput(issues)
  return signs
}

async function noteTold(cx: Context, object: CatalogueObject, holdings: readonly Holding[]): Promise<void> {
  const unseen = holdings.filter(({ id }) => id === undefined)
  if (unseen.length === 0) return
  await recordAudit(cx, {
    kind: 'ownershipChecked',
    object: object.name,
    details: { told: unseen.map(({ field, owner }) => ({ field, owner })) },
  })
}

/**
 * The refusal of a value that a record has already: where it is one that this person cannot see, its owner stands beside, by the rule
 * of `checkOwnership`.
 * @param inputs the rows of the request, as they came
 */
export async function withHolder(
  cx: Context,
  name: string,
  inputs: readonly unknown[],
  error: unknown,
): Promise<unknown> {
  if (!(error instanceof AppError) || error.code !== 'value_not_unique') return error
  const seen = catalogueOf(cx).find(name)
  const [place] = error.issues
  if (seen === undefined || place === undefined || !may(cx, 'read', seen) || seesAll(cx, 'read', seen))
    return error
  const [wire = '', index = '0'] = place.path.split('/').slice(1).toReversed()
  const field = seen.fieldByWire.get(wire)
  const row = inputs[Number(index)] as Readonly<Record<string, unknown>> | undefined
  const parsed = field && parseValue(field, row?.[wire])
  if (field === undefined || field.masked === true || !parsed?.ok || parsed.value === null) return error
  const [holding] = await holdersOf(cx, seen, [{ field, value: parsed.value }])
  if (holding === undefined || holding.id !== undefined) return error
  await countCheck(cx)
  await noteTold(cx, seen, [holding])
  const { owner } = holding
  const issue: Issue = {
    ...place,
    code: owner === null ? 'value_held_by_nobody' : 'value_held',
    parameters: { ...place.parameters, owner: owner?.name ?? '' },
  }
  const { code, parameters, cause } = error
  return new AppError(code, parameters, { issues: [issue], cause, details: { holder: { owner } } })
}
