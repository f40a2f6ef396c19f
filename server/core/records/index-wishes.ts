import type { Context } from '#server/core/context.ts'
import { type IndexKind, wantIndex } from '#server/core/metadata/index.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import type { FieldNode, TypedNode } from '#shared/expression/index.ts'
import { childrenOf } from '#shared/expression/index.ts'
import type { Step } from '#shared/expression/typed.ts'
import { run } from './database.ts'
import type { SortKey } from './order.ts'

/** Rows from which an index is worth what it costs each write. */
const worthwhile = 5_000
/** Milliseconds until a table that was too small is looked at again. */
const patience = 10 * 60_000

interface Wish {
  readonly step: Step
  readonly kind: IndexKind
}

// When each wish is due to be looked at again; never, once it was passed on.
const askedFor = new WeakMap<Workspace, Map<string, number>>()

/** Has the fields that people filter and sort by indexed, in the background, once their table is large enough. */
export function wishForIndexes(cx: Context, filter: TypedNode | undefined, order: readonly SortKey[]): void {
  const { workspace } = cx
  const asked = askedFor.get(workspace) ?? new Map<string, number>()
  askedFor.set(workspace, asked)
  const now = Date.now()
  for (const { step, kind } of [...filterWishes(filter), ...sortWishes(order)]) {
    const key = `${step.object.key}.${step.field.key} ${kind}`
    if ((asked.get(key) ?? 0) > now) continue
    asked.set(key, now + patience)
    void passOn(workspace, { step, kind }).then(
      (done) => asked.set(key, done ? Number.POSITIVE_INFINITY : now + patience),
      () => asked.delete(key),
    )
  }
}

async function passOn(workspace: Workspace, { step, kind }: Wish): Promise<boolean> {
  const text = `select reltuples from pg_class where oid = to_regclass($1)`
  const [row] = await run(workspace.pool, { text, values: [`${workspace.schema}."${step.object.table}"`] })
  if (Number(row?.[0] ?? 0) < worthwhile) return false
  await wantIndex(workspace, step.object, step.field, kind)
  return true
}

/** Fields with indexes by rule (relations, lists, unique ones, titles that are searched) need no wish. */
const indexable: ReadonlySet<FieldNode['type']> = new Set(['text', 'number', 'date', 'dateTime'])

function stepOf(node: TypedNode): Step | undefined {
  if (node.kind !== 'field' || node.member !== undefined || !indexable.has(node.type)) return undefined
  const step = node.steps.at(-1)
  const { field } = step ?? {}
  return field === undefined || (field.system && !field.quiet) || field.unique === true ? undefined : step
}

function filterWishes(node: TypedNode | undefined): Wish[] {
  if (node === undefined) return []
  if (node.kind === 'compare' || node.kind === 'membership') {
    const step = stepOf(node.kind === 'compare' ? node.left : node.operand)
    return step === undefined ? [] : [{ step, kind: 'filter' }]
  }
  if (node.kind === 'function' && (node.name === 'contains' || node.name === 'startsWith')) {
    const step = stepOf(node.arguments[0]!)
    const isTitle = step !== undefined && step.field.key === step.object.titleField.key
    return step === undefined || isTitle || node.arguments[0]!.type !== 'text'
      ? []
      : [{ step, kind: 'contains' }]
  }
  return childrenOf(node).flatMap(filterWishes)
}

function sortWishes(order: readonly SortKey[]): Wish[] {
  const step = order[0]?.field && stepOf(order[0].field)
  const isTitle = step !== undefined && step.field.key === step.object.titleField.key
  return step === undefined || step.field.options !== undefined || isTitle ? [] : [{ step, kind: 'sort' }]
}
