import type pg from 'pg'
import { countDoubles } from './existing-doubles.ts'
import { countBreaking, valueChecks } from './existing-values.ts'
import type { FieldProperties, FieldRow, ObjectRow } from './state.ts'

/** An upgrade is never refused for what the records are: a rule that they would break waits for the next upgrade. */
export async function loosen(
  before: readonly ObjectRow[],
  after: readonly ObjectRow[],
  schema: string,
  client: pg.ClientBase,
): Promise<ObjectRow[]> {
  const result: ObjectRow[] = []
  for (const object of after) {
    const old = before.find(({ key }) => key === object.key)
    if (old === undefined || old === object) {
      result.push(object)
      continue
    }
    const fields: FieldRow[] = []
    for (const field of object.fields) fields.push(await loosenField(schema, client, old, field))
    result.push({ ...object, fields })
  }
  return result
}

async function loosenField(
  schema: string,
  client: pg.ClientBase,
  object: ObjectRow,
  field: FieldRow,
): Promise<FieldRow> {
  const old = object.fields.find(({ key }) => key === field.key)
  if (old === field || !(await breaks(schema, client, object, old, field))) return field
  const earlier = old?.definition ?? {}
  return {
    ...field,
    definition: withRulesOf(earlier, field.definition),
    shipped: field.shipped && withRulesOf(earlier, field.shipped),
  }
}

async function breaks(
  schema: string,
  client: pg.ClientBase,
  object: ObjectRow,
  old: FieldRow | undefined,
  field: FieldRow,
): Promise<boolean> {
  if (old === undefined) {
    const anyRecord = {
      table: object.key,
      field: field.name,
      predicate: 'deleted_at is null',
      indexable: false,
    }
    return field.definition.required === true && (await countBreaking(client, schema, anyRecord)) > 0
  }
  const checks = valueChecks(schema, [{ ...object, fields: [old] }], [{ ...object, fields: [field] }])
  for (const check of checks) if ((await countBreaking(client, schema, check)) > 0) return true
  return (
    field.definition.unique === true &&
    !old.definition.unique &&
    (await countDoubles(client, schema, object.key, field)) > 0
  )
}

const rules = ['required', 'unique', 'min', 'max', 'maxLength'] as const

function withRulesOf<T extends FieldProperties>(earlier: Partial<FieldProperties>, properties: T): T {
  const result = { ...properties }
  for (const rule of rules) {
    delete result[rule]
    if (earlier[rule] !== undefined) Object.assign(result, { [rule]: earlier[rule] })
  }
  return result
}
