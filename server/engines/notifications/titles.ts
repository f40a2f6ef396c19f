import type { Context } from '#server/core/context.ts'
import { listRecords } from '#server/core/records/index.ts'
import { quote } from '#shared/expression/index.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'

/** What a record is called, and whether it is in the recycle bin. */
export interface Title {
  readonly title: string
  readonly deleted: boolean
}

/** The titles of those records that the asker may see, in the recycle bin too, by id. */
export async function titlesOf(
  cx: Context,
  object: CatalogueObject,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Title>> {
  if (ids.length === 0) return new Map()
  const list = [...new Set(ids)].map(quote).join(', ')
  const deletedAt = 'deletedAt'
  const text = await listRecords(cx, object.name, {
    filter: `id in (${list}) and (isBlank(${deletedAt}) or not isBlank(${deletedAt}))`,
    fields: [object.title, deletedAt],
    sort: ['createdAt'],
    limit: 1_000,
  })
  const { data } = JSON.parse(text) as { data: readonly Readonly<Record<string, unknown>>[] }
  return new Map(
    data.map((record) => [
      String(record.id),
      { title: String(record[object.titleField.wire] ?? ''), deleted: record[deletedAt] !== null },
    ]),
  )
}
