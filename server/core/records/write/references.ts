import { seenOf, seesAll, visibleRows } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { Parameters, quoted } from '#server/core/expression/scope.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { type Issue, invalidInput } from '#shared/errors.ts'
import type { Catalogue, Field } from '#shared/metadata/catalogue.ts'
import { run } from '../database.ts'
import type { WritePlan } from './plan.ts'
import type { Prepared } from './prepare.ts'

interface Reference {
  /** Key of the object. */
  readonly object: string
  readonly id: string
  readonly path: string
}

/** Milliseconds for which a member who was there is taken to be there still. */
const memory = 5_000
const mostMembers = 5_000
const members = new WeakMap<Workspace, Map<string, number>>()

/** Members that were looked for lately, and until when that counts. */
function recentMembers(workspace: Workspace): Map<string, number> {
  const known = members.get(workspace)
  if (known !== undefined && known.size < mostMembers) return known
  const fresh = new Map<string, number>()
  members.set(workspace, fresh)
  return fresh
}

/**
 * Records that are named where no foreign key watches: owners other than the asker, and whatever a field of any record
 * points to.
 * @throws AppError `record_not_found` with the place of each that is not there
 */
export async function checkReferences(
  cx: Context,
  catalogue: Catalogue,
  plan: WritePlan,
  rows: readonly Prepared[],
): Promise<void> {
  const recent = recentMembers(cx.workspace)
  const hiddenFrom = relationsToHidden(cx, catalogue, plan)
  const own = new Set(rows.map(({ id }) => id))
  const references = rows
    .flatMap((row) => [
      ...ownerOf(row, plan, cx),
      ...pointedTo(row, plan),
      ...hiddenFrom.flatMap((field) => relatedBy(field, row, catalogue)),
    ])
    .filter(({ object, id }) => object !== 'user' || (recent.get(id) ?? 0) < Date.now())
    .filter(({ object, id }) => object !== plan.object.key || !own.has(id))
  if (references.length === 0) return
  const idsByObject = new Map<string, Set<string>>()
  for (const { object, id } of references) {
    const ids = idsByObject.get(object) ?? new Set()
    idsByObject.set(object, ids.add(id))
  }
  const { schema } = cx.workspace
  const seen = seenOf(cx, catalogue)
  const parameters = new Parameters()
  const parts = [...idsByObject].flatMap(([key, ids]) => {
    const object = seen.byKey(key)
    if (object === undefined) return []
    // A member who left owns nothing new; other records may be pointed to while they are in the recycle bin.
    const live = key === 'user' ? ' and t.deleted_at is null' : ''
    const rows = visibleRows(cx, object, 't', parameters)
    const among = `t.id = any(${parameters.add([...ids], 'uuid[]')})`
    return [
      `select t.id from ${schema}.${quoted(key)} t where ${among}${live}${rows === undefined ? '' : ` and ${rows}`}`,
    ]
  })
  const statement = { text: parts.join(' union all '), values: parameters.values }
  const found = parts.length === 0 ? [] : await run(cx.workspace.pool, statement)
  const known = new Set(found.map(([id]) => id))
  for (const { object, id } of references)
    if (object === 'user' && known.has(id)) recent.set(id, Date.now() + memory)
  const issues: Issue[] = references
    .filter(({ id }) => !known.has(id))
    .map(({ path, id, object }) => ({
      path,
      code: 'record_not_found',
      parameters: { id, object: seen.byKey(object)?.name ?? object },
    }))
  if (issues.length > 0) throw invalidInput(issues)
}

/**
 * Relations to objects of which this person does not see every record: a foreign key would tell them that one is there, and
 * pointing to it would show it.
 */
function relationsToHidden(cx: Context, catalogue: Catalogue, { object }: WritePlan): Field[] {
  return object.fields.filter(({ type, to, system }) => {
    if (system || to === undefined || (type !== 'relation' && type !== 'relations')) return false
    const target = catalogue.find(to)
    return target !== undefined && !seesAll(cx, 'read', target)
  })
}

function relatedBy(field: Field, { columns, links, path }: Prepared, catalogue: Catalogue): Reference[] {
  const { key } = catalogue.find(field.to ?? '')!
  if (field.type === 'relations') {
    const ids = links.get(field.key) ?? []
    return ids.map((id, index) => ({ object: key, id, path: `${path}/${field.wire}/${index}` }))
  }
  const id = columns[field.column]
  return typeof id === 'string' ? [{ object: key, id, path: `${path}/${field.wire}` }] : []
}

function ownerOf({ columns, path }: Prepared, plan: WritePlan, cx: Context): Reference[] {
  const id = columns.owner_id
  if (typeof id !== 'string' || id === cx.actor.userId) return []
  return [{ object: 'user', id, path: `${path}/${plan.object.fieldByName.get('owner')?.wire ?? 'ownerId'}` }]
}

function pointedTo({ columns, path }: Prepared, plan: WritePlan): Reference[] {
  return plan.anyRecords.flatMap(({ column, wire }) => {
    const value = columns[column] as
      | Omit<Reference, 'path'>
      | readonly Omit<Reference, 'path'>[]
      | null
      | undefined
    if (value === null || value === undefined) return []
    if (!Array.isArray(value)) return [{ ...(value as Reference), path: `${path}/${wire}/id` }]
    return value.map((one: Reference, index) => ({ ...one, path: `${path}/${wire}/${index}/id` }))
  })
}
