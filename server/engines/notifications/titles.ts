import { catalogueOf } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { listRecords } from '#server/core/records/index.ts'
import { quote } from '#shared/expression/index.ts'
import type { RecordReference } from '#shared/fields/any-record.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'

/** What a record is called, and whether it is in the recycle bin. */
export interface Title {
  readonly title: string
  readonly deleted: boolean
}

/**
 * The titles of those records that the asker may see, in the recycle bin too, by id. What has no words of its own, as a call
 * without a subject, is called by the first record that it is about.
 */
export async function titlesOf(
  cx: Context,
  object: CatalogueObject,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Title>> {
  const titles = new Map<string, Title>()
  const about = new Map<string, RecordReference>()
  for (const record of await read(cx, object, ids)) {
    const id = String(record.id)
    const title = String(record[object.titleField.wire] ?? '')
    titles.set(id, { title, deleted: record[deletedAt] !== null })
    const [first] = [record[aboutOf(object)?.wire ?? '']].flat() as (RecordReference | null | undefined)[]
    if (title === '' && first) about.set(id, first)
  }
  for (const [name, group] of Map.groupBy(about, ([, reference]) => reference.object)) {
    const target = catalogueOf(cx).find(name)
    if (target === undefined) continue
    const found = await read(
      cx,
      target,
      group.map(([, reference]) => reference.id),
    )
    const names = new Map(found.map((record) => [record.id, String(record[target.titleField.wire] ?? '')]))
    for (const [id, reference] of group) {
      titles.set(id, { title: names.get(reference.id) ?? '', deleted: titles.get(id)?.deleted === true })
    }
  }
  return titles
}

const deletedAt = 'deletedAt'

const aboutOf = ({ fields }: CatalogueObject) => fields.find(({ type }) => type === 'anyRecord')

async function read(
  cx: Context,
  object: CatalogueObject,
  ids: readonly string[],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  if (ids.length === 0) return []
  const list = [...new Set(ids)].map(quote).join(', ')
  const about = aboutOf(object)
  const text = await listRecords(cx, object.name, {
    filter: `id in (${list}) and (isBlank(${deletedAt}) or not isBlank(${deletedAt}))`,
    fields: [object.title, deletedAt, ...(about === undefined ? [] : [about.name])],
    sort: ['createdAt'],
    limit: 1_000,
  })
  return (JSON.parse(text) as { data: readonly Readonly<Record<string, unknown>>[] }).data
}
