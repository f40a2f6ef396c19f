import { catalogueOf, visibleRows } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { digestIn } from '#server/core/encryption/digest-in.ts'
import { Parameters, quoted } from '#server/core/expression/scope.ts'
import { digestColumn } from '#shared/fields/storage.ts'
import { storedFieldTypes } from '#shared/fields/stored-field-types.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { Holding } from '#shared/operations/ownership.ts'
import { compileFilter } from '../compiled.ts'
import { run } from '../database.ts'
import { wishForIndexes } from '../index-wishes.ts'

/** A value by which a record would be known again. */
export interface Sign {
  readonly field: Field
  /** As the wire has it, checked. */
  readonly value: unknown
}

/** Who holds a record that bears one of these signs already: one that this person sees where there is any. */
export async function holdersOf(
  cx: Context,
  object: CatalogueObject,
  signs: readonly Sign[],
): Promise<Holding[]> {
  const { schema, pool } = cx.workspace
  const holdings = await Promise.all(
    signs.map(async ({ field, value }): Promise<Holding[]> => {
      const parameters = new Parameters()
      const { column, held } = heldAs(cx, object, field, value)
      wishForSign(cx, object, field, column)
      const seen = visibleRows(cx, object, 't', parameters) ?? 'true'
      const text = `select t.id, u.id, u.name, coalesce(${seen}, false) as seen from ${schema}.${quoted(object.table)} t
        left join ${schema}."user" u on u.id = t.owner_id
        where t.${quoted(column)} = ${parameters.add(held, 'text')} and t.deleted_at is null order by seen desc, t.id limit 1`
      const rows = await run(pool, { text, values: parameters.values })
      return rows.map(([id, ownerId, ownerName, visible]) => ({
        field: field.name,
        owner: ownerId == null ? null : { id: ownerId, name: ownerName ?? '' },
        ...(visible === 't' && { id: id! }),
      }))
    }),
  )
  return holdings.flat()
}

/** Has what is looked for by its plain value indexed, once the table is large. */
function wishForSign(cx: Context, object: CatalogueObject, field: Field, column: string): void {
  if (column !== field.column || field.unique === true) return
  wishForIndexes(cx, compileFilter(`${field.name} = "x"`, catalogueOf(cx), object), [])
}

/** Numbers are one however they are written; what is encrypted is known by its digest. */
function heldAs(cx: Context, object: CatalogueObject, field: Field, value: unknown) {
  if (field.encrypted === true)
    return { column: digestColumn(field.key), held: digestIn(cx.workspace)(object, field, value) }
  const { derived } = storedFieldTypes[field.type]
  if (derived === undefined) return { column: field.column, held: String(value) }
  const { country } = cx.workspace.settings()
  return { column: `_${field.key}${derived.suffix}`, held: derived.compute(value, field, { country }) }
}
