import type { Context } from '#server/core/context.ts'
import type { Runner } from '#server/core/records/database.ts'
import type { NotificationKind } from '#shared/operations/notifications.ts'
import { uuidv7 } from '#shared/uuid.ts'

/** A row of `_notification` to be. */
export interface Told {
  readonly userId: string
  readonly kind: NotificationKind
  readonly cause: string
  readonly at: string
  readonly objectKey: string
  /** Null of several. */
  readonly recordId: string | null
  readonly title: string
  readonly text: string
  readonly actor: string | null
  readonly count: number
}

/** Writes what was not told before. @returns whom it told */
export async function tell(cx: Context, client: Runner, told: readonly Told[]): Promise<ReadonlySet<string>> {
  if (told.length === 0) return new Set()
  const { schema } = cx.workspace
  const { rows } = await client.query<{ user_id: string }>({
    text: `insert into ${schema}._notification
        (id, user_id, kind, cause, at, object_key, record_id, title, text, actor, count)
      select id, "userId", kind, cause, at, "objectKey", "recordId", title, text, actor, count
      from json_to_recordset($1) as told(id uuid, "userId" uuid, kind text, cause text, at timestamptz,
        "objectKey" text, "recordId" uuid, title text, text text, actor uuid, count integer)
      on conflict (user_id, kind, cause) do nothing returning user_id`,
    values: [JSON.stringify(told.map((one) => ({ id: uuidv7(), ...one })))],
  })
  return new Set(rows.map((row) => row.user_id))
}
