import { catalogueOf, seesAll } from '#server/core/access/index.ts'
import { wireInstant } from '#server/core/changes/instant.ts'
import type { Context } from '#server/core/context.ts'
import type { Notification, NotificationKind } from '#shared/operations/notifications.ts'
import { alertIn } from './alerts/cause.ts'
import { type Title, titlesOf } from './titles.ts'

/** A row of `_notification` with its actor. */
export interface NotificationRow {
  readonly id: string
  readonly kind: NotificationKind
  readonly at: string
  readonly read_at: string | null
  readonly object_key: string
  readonly record_id: string | null
  readonly title: string
  readonly text: string
  readonly count: number
  readonly cause: string
  readonly actor: Notification['actor']
}

/** SQL of a row's columns, `n` being the notification and `a` its actor. */
export const notificationColumns = `n.id, n.kind, n.at, n.read_at, n.object_key, n.record_id, n.title, n.text, n.count, n.cause,
  case when a.id is null then null else json_build_object('id', a.id, 'kind', a.kind, 'name', a.name) end as actor`

/** SQL of the rows with their actors. */
export const fromNotifications = ({ workspace: { schema } }: Context): string =>
  `from ${schema}._notification n left join ${schema}."actor" a on a.id = n.actor`

/** As the API gives them, with what the records are called now; one query for each object. */
export async function presentNotifications(
  cx: Context,
  rows: readonly NotificationRow[],
): Promise<Notification[]> {
  const catalogue = catalogueOf(cx)
  const titles = new Map<string, Title>()
  for (const [key, group] of Map.groupBy(rows, (row) => row.object_key)) {
    const object = catalogue.byKey(key)
    if (object === undefined) continue
    const ids = group.flatMap(({ record_id }) => record_id ?? [])
    for (const [id, title] of await titlesOf(cx, object, ids)) titles.set(id, title)
  }
  const seesAllOf = (key: string): boolean => {
    const object = catalogue.byKey(key)
    return object !== undefined && seesAll(cx, 'read', object)
  }
  return rows.map((row) => {
    const now = row.record_id === null ? undefined : titles.get(row.record_id)
    // What was told when the person could see the record is not told again once they cannot.
    const lost = row.record_id !== null && now === undefined && !seesAllOf(row.object_key)
    return {
      id: row.id,
      kind: row.kind,
      at: wireInstant(row.at),
      readAt: row.read_at === null ? null : wireInstant(row.read_at),
      object: catalogue.byKey(row.object_key)?.name ?? '',
      recordId: row.record_id,
      title: lost ? '' : (now?.title ?? row.title),
      text: lost ? '' : row.text,
      actor: row.actor,
      deleted: row.record_id !== null && now?.deleted !== false,
      count: row.count,
      alert: row.kind === 'alert' ? alertIn(row.cause) : null,
    }
  })
}
