import { seenOf } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { openJson } from '#server/core/encryption/sealed-json.ts'
import { quoted } from '#server/core/expression/scope.ts'
import { scopeFor } from '#server/core/records/scope.ts'
import type { Catalogue } from '#shared/metadata/catalogue.ts'
import { type Runner, run } from '../database.ts'
import { projectionOf, recordJson } from '../projection.ts'

/** What a write gives back: ids in the order of the request, and each record as JSON text unless only ids were wanted. */
export interface Written {
  readonly ids: readonly string[]
  readonly records: readonly string[]
}

/** Rows `id, …, json` in the order of the request, encrypted values opened. */
export async function arrange(
  { workspace }: Pick<Context, 'workspace'>,
  rows: readonly (readonly (string | null)[])[],
  ids: readonly string[],
): Promise<Written> {
  const inOrder = rows.length === ids.length && rows.every((row, index) => row[0] === ids[index])
  const byId = inOrder ? undefined : new Map(rows.map((row) => [row[0], row]))
  const records = ids.map((id, index) => (byId ? byId.get(id) : rows[index])?.at(-1) ?? 'null')
  return { ids, records: await Promise.all(records.map((json) => openJson(workspace, json))) }
}

/** Reads records of the object with this key back inside the transaction that wrote them, deleted ones too. */
export async function readBack(
  cx: Context,
  client: Runner,
  catalogue: Catalogue,
  key: string,
  ids: readonly string[],
): Promise<Written> {
  const seen = seenOf(cx, catalogue)
  const object = seen.byKey(key)!
  const scope = scopeFor(cx, { catalogue: seen, object })
  const json = recordJson(projectionOf(scope, object, undefined, []), object, 't', scope)
  const wanted = scope.parameters.add(ids, 'uuid[]')
  const text = `select t.id, ${json}::text from ${cx.workspace.schema}.${quoted(object.table)} t where t.id = any(${wanted})`
  return arrange(cx, await run(client, { text, values: scope.parameters.values }), ids)
}
