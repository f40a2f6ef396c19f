import { permit, seenOf, visibleRows } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { digestIn } from '#server/core/encryption/digest-in.ts'
import { Parameters, quoted } from '#server/core/expression/scope.ts'
import { AppError, type Issue, invalidInput } from '#shared/errors.ts'
import { digestColumn } from '#shared/fields/storage.ts'
import type { Catalogue, CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { type Runner, run } from '../database.ts'
import { withHolder } from '../ownership/check-ownership.ts'
import { unknownField } from '../projection.ts'
import { updating } from './change.ts'
import { creating } from './create.ts'
import { readRow } from './input.ts'
import { permitOwners } from './owners.ts'
import { type Verb, writeWithin } from './pipeline.ts'
import { planOf, type WritePlan } from './plan.ts'
import { checkCount, type Prepared, readRows } from './prepare.ts'
import { checkReferences } from './references.ts'
import { explain, isDatabaseRefusal } from './refusals.ts'
import { announceSteps, stepsOf } from './step.ts'
import { inTransaction, withCatalogue } from './transaction.ts'
import type { Written } from './written.ts'

interface Upserted extends Written {
  /** For each record in order, whether it is new. */
  readonly created: readonly boolean[]
}

/** How often a value may appear under our hands between looking and inserting. */
const mostRaces = 5

/**
 * Creates the records whose value of a unique field is new, changes the others, all or none.
 * @throws AppError `not_unique_field`, `duplicate_in_batch` naming both rows, and what creating and changing throw
 */
export async function upsertRecords(
  cx: Context,
  name: string,
  on: string,
  inputs: readonly unknown[],
  options: { readonly single?: boolean } = {},
): Promise<Upserted> {
  checkCount(inputs)
  for (let race = 1; ; race++) {
    try {
      const written = await withCatalogue(cx, inputs.length, (catalogue) =>
        attempt(cx, catalogue, name, on, inputs, options.single !== true),
      )
      cx.announce()
      announceSteps(cx, stepsOf(cx, cx.workspace.catalogue().find(name)?.key))
      return written
    } catch (error) {
      const lost =
        error instanceof AppError && error.code === 'value_not_unique' && isDatabaseRefusal(error.cause)
      if (!lost || race === mostRaces) throw await withHolder(cx, name, inputs, error)
    }
  }
}

async function attempt(
  cx: Context,
  catalogue: Catalogue,
  name: string,
  on: string,
  inputs: readonly unknown[],
  list: boolean,
): Promise<Upserted> {
  const seen = seenOf(cx, catalogue).object(name)
  permit(cx, 'create', seen)
  permit(cx, 'update', seen)
  const object = catalogue.byKey(seen.key)!
  const plan = planOf(object, catalogue)
  const field = seen.fieldByName.get(on) ?? seen.fieldByWire.get(on)
  if (field === undefined) throw unknownField(seen, on)
  if (field.unique !== true || field.masked === true) throw new AppError('not_unique_field', { name: on })
  const values = keysOf(cx, plan, seen, field, inputs, list)
  let rows: Prepared[] = []
  try {
    return await inTransaction(cx, async (client) => {
      const known = await idsBy(cx, client, plan, field, values)
      const isNew = values.map((value) => !known.has(value))
      const part = (wanted: boolean): Prepared[] => {
        const places = isNew.flatMap((fresh, index) => (fresh === wanted ? [index] : []))
        const given = places.map((index) =>
          wanted ? inputs[index] : { ...(inputs[index] as object), id: known.get(values[index]!) },
        )
        // Places are those of the whole request, whichever part a row is in.
        return readRows(cx, catalogue, plan, given, { create: wanted, list, seen }).map((row, index) => ({
          ...row,
          path: list ? `/${places[index]}` : '',
        }))
      }
      const [fresh, held] = [part(true), part(false)]
      rows = [...fresh, ...held]
      permitOwners(cx, plan, fresh)
      await checkReferences(cx, catalogue, plan, rows)
      const write = (part: readonly Prepared[], verb: Verb) =>
        part.length === 0 ? undefined : writeWithin(cx, client, catalogue, plan, part, verb)
      return merge(isNew, await write(fresh, creating()), await write(held, updating()))
    })
  } catch (error) {
    throw explain(error, { object, catalogue, language: cx.language, rows })
  }
}

/** The value that each row is known by; refused where one is missing or stands twice. */
function keysOf(
  cx: Context,
  plan: WritePlan,
  seen: CatalogueObject,
  field: Field,
  inputs: readonly unknown[],
  list: boolean,
): unknown[] {
  const issues: Issue[] = []
  const first = new Map<unknown, number>()
  const label = field.label[cx.language]
  const values = inputs.map((input, index) => {
    const path = list ? `/${index}` : ''
    const row = readRow(input, plan, cx, { create: true, path, backdated: false, seen, issues })
    const value = row.columns[field.column]
    const earlier = first.get(value)
    if (value === null || value === undefined)
      issues.push({ path: `${path}/${field.wire}`, code: 'required', parameters: { label } })
    else if (earlier !== undefined) {
      const parameters = { first: earlier + 1, second: index + 1, label }
      issues.push({ path: `${path}/${field.wire}`, code: 'duplicate_in_batch', parameters })
    } else first.set(value, index)
    return value
  })
  if (issues.length > 0) throw invalidInput(issues)
  return values
}

async function idsBy(
  cx: Context,
  client: Runner,
  plan: WritePlan,
  field: Field,
  values: readonly unknown[],
): Promise<Map<unknown, string>> {
  const encrypted = field.encrypted === true
  const name = encrypted ? digestColumn(field.key) : field.column
  const column = quoted(name)
  const digest = digestIn(cx.workspace)
  const held = encrypted ? values.map((value) => digest(plan.object, field, value)) : values
  const parameters = new Parameters()
  const wanted = parameters.add(held, `${plan.columns.get(name)}[]`)
  // What cannot be seen is not there: creating it is refused as a double.
  const seen = visibleRows(cx, plan.object, 't', parameters)
  const text = `select t.${column}::text, t.id from ${cx.workspace.schema}.${quoted(plan.object.table)} t
    where t.${column} = any(${wanted}) and t.deleted_at is null${seen === undefined ? '' : ` and ${seen}`}`
  const rows = await run(client, { text, values: parameters.values })
  const byText = new Map(values.map((value, index) => [String(held[index]), value]))
  return new Map(rows.map(([value, id]) => [byText.get(value!) ?? value, id!]))
}

function merge(
  isNew: readonly boolean[],
  created: Written | undefined,
  updated: Written | undefined,
): Upserted {
  let [next, following] = [0, 0]
  const order = isNew.map((fresh) =>
    fresh ? ([created!, next++] as const) : ([updated!, following++] as const),
  )
  return {
    ids: order.map(([part, index]) => part.ids[index]!),
    records: order.map(([part, index]) => part.records[index]!),
    created: isNew,
  }
}
