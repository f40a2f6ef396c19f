import type { Context } from '#server/core/context.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { identifier } from './identifier.ts'
import type { IndexKind } from './indexes.ts'

/** Notes that people filter, sort or search by a field, and has the index built in the background. */
export async function wantIndex(
  workspace: Context['workspace'],
  object: Pick<CatalogueObject, 'key'>,
  field: Pick<Field, 'key'>,
  kind: IndexKind,
): Promise<void> {
  const { rowCount } = await workspace.pool.query({
    text: `insert into ${identifier(workspace.schema)}._index (object_key, field_key, kind)
           values ($1, $2, $3) on conflict do nothing`,
    values: [object.key, field.key, kind],
  })
  if (rowCount === 1) workspace.buildIndexes()
}
