import { catalogueOf, visibleRows } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { Parameters, quoted } from '#server/core/expression/scope.ts'
import { run } from '#server/core/records/database.ts'
import type { TimelineActor } from '#shared/operations/timeline.ts'
import type { Names, Reference } from './timeline-entry.ts'

interface Naming {
  readonly title: string | null
  readonly currency: string | null
}

/** Looks up what all entries of a page speak of, in one statement. Records in the recycle bin keep their names. */
export async function namesOf(cx: Context, references: readonly Reference[]): Promise<Names> {
  const catalogue = catalogueOf(cx)
  const known = await look(cx, references)
  const find = ({ object, id }: Reference): Naming | undefined => known.get(`${object} ${id}`)
  const titleOf = (reference: Reference): string | null => find(reference)?.title ?? null
  return {
    titleOf,
    seen: (reference) => find(reference) !== undefined,
    currencyOf: (reference) => find(reference)?.currency ?? null,
    named: (reference) => ({
      object: catalogue.byKey(reference.object)?.name ?? reference.object,
      id: reference.id,
      title: titleOf(reference),
    }),
  }
}

async function look(cx: Context, references: readonly Reference[]): Promise<ReadonlyMap<string, Naming>> {
  const catalogue = catalogueOf(cx)
  const parameters = new Parameters()
  const parts = [...Map.groupBy(references, ({ object }) => object)].flatMap(([key, own]) => {
    const object = catalogue.byKey(key)
    if (object === undefined) return []
    const ids = parameters.add([...new Set(own.map(({ id }) => id))], 'uuid[]')
    const rows = visibleRows(cx, object, 't', parameters)
    const currency = object.hasMoney ? 't.currency' : 'null'
    return `select '${object.key}', t.id, t.${quoted(object.titleField.column)}::text, ${currency}
      from ${cx.workspace.schema}.${quoted(object.table)} t where t.id = any(${ids})${rows ? ` and ${rows}` : ''}`
  })
  if (parts.length === 0) return new Map()
  const text = parts.join(' union all ')
  const rows = await run(cx.workspace.queryPool, { text, values: parameters.values })
  return new Map(
    rows.map(([object, id, title = null, currency = null]) => [`${object} ${id}`, { title, currency }]),
  )
}

/** Of the columns id, name, kind. */
export function actorOf([id, name, kind]: readonly (string | null)[]): TimelineActor | null {
  return id == null ? null : { id, name: name ?? '', kind: kind ?? '' }
}
