import type { PoolClient } from 'pg'
import type { Context } from '#server/core/context.ts'
import { inTransaction } from '#server/core/records/write/transaction.ts'
import type { Label } from '#shared/language.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { ViewDefinition, ViewKind } from '#shared/metadata/view.ts'
import { between } from '#shared/rank.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { toStoredDefinition } from './stored-definition.ts'

/** A shared view that comes with Kith. */
export interface ShippedView {
  /** Its own forever: `deal.byStage`. A view of that name is made once in a workspace. */
  readonly name: string
  /** Key of the object, which is its first name. */
  readonly object: string
  readonly label: Label
  readonly kind: ViewKind
  readonly definition: ViewDefinition
}

/** Makes the shipped views that this workspace never had; each person reads their names in the own language. One whose object or fields are gone is left out. */
export async function plantViews(cx: Context, views: readonly ShippedView[]): Promise<void> {
  const { schema, language } = cx.workspace
  const catalogue = cx.workspace.catalogue()
  await inTransaction(cx, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `insert into ${schema}._view_shipped (name) select unnest($1::text[]) on conflict do nothing returning name`,
      [views.map(({ name }) => name)],
    )
    const fresh = new Set(rows.map(({ name }) => name))
    const lasts = new Map<string, string>()
    for (const { name, label, kind, definition, ...view } of views) {
      const object = catalogue.byKey(view.object)
      if (!fresh.has(name) || object === undefined) continue
      const { stored, issues } = toStoredDefinition(definition, catalogue, object)
      if (issues.length > 0) continue
      const position = between(lasts.get(object.key) ?? (await lastPosition(client, cx, object)), null)
      lasts.set(object.key, position)
      await client.query(
        `insert into ${schema}._view (id, object_key, name, label, kind, shared, owner_id, position, definition)
         values ($1, $2, $3, $4, $5, true, null, $6, $7)`,
        [uuidv7(), object.key, label[language], label, kind, position, JSON.stringify(stored)],
      )
    }
  })
}

async function lastPosition(
  client: PoolClient,
  cx: Context,
  object: CatalogueObject,
): Promise<string | null> {
  const { rows } = await client.query<{ last: string | null }>(
    `select max(position) as last from ${cx.workspace.schema}._view where object_key = $1`,
    [object.key],
  )
  return rows[0]?.last ?? null
}
