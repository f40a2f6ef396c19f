import { seesAll } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { getRecord } from '#server/core/records/index.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'

/** Whether news of a record may be told to who asks; nothing is looked up where they see every record of its object. */
export async function canSee(cx: Context, object: CatalogueObject, id: string): Promise<boolean> {
  if (seesAll(cx, 'read', object)) return true
  return (await getRecord(cx, object.name, id, { fields: [] })) !== undefined
}
