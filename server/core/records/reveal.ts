import { catalogueOf, permit } from '#server/core/access/index.ts'
import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { openJson } from '#server/core/encryption/sealed-json.ts'
import { AppError, invalidInput } from '#shared/errors.ts'
import { conditionsOf, from } from './conditions.ts'
import { run } from './database.ts'
import { placed } from './place.ts'
import { unknownField, wireSql } from './projection.ts'
import { scopeFor } from './scope.ts'

/**
 * The whole value of a masked field of one record, as JSON text. Each time stands in the audit log before it is given.
 * @throws AppError `record_missing`, `unknown_field`; an issue for a field that is not masked
 */
export async function revealField(cx: Context, name: string, id: string, wanted: string): Promise<string> {
  const catalogue = catalogueOf(cx)
  const object = catalogue.object(name)
  permit(cx, 'read', object)
  const field = object.fieldByName.get(wanted) ?? object.fieldByWire.get(wanted)
  if (field === undefined) {
    return placed('/field', () => {
      throw unknownField(object, wanted)
    })
  }
  if (field.masked !== true) {
    throw invalidInput([{ path: '/field', code: 'invalid_parameter', parameters: { name: 'field' } }])
  }
  const scope = scopeFor(cx, { catalogue, object })
  const { masked: _, ...whole } = field
  const value = wireSql(whole, object, scope.alias, scope)
  const place = scope.parameters.add(id, 'uuid')
  const conditions = [`${scope.alias}.id = ${place}`, ...conditionsOf(scope, undefined, [])]
  const text = `select coalesce(to_json(${value}), 'null')::text ${from(scope)} where ${conditions.join(' and ')}`
  const [row] = await run(cx.workspace.pool, { text, values: scope.parameters.values })
  if (row === undefined) throw new AppError('record_missing')
  await recordAudit(cx, { kind: 'fieldRevealed', object: name, record: id, details: { field: field.name } })
  return openJson(cx.workspace, row[0]!)
}
