import type { PoolClient } from 'pg'
import type { Context } from '#server/core/context.ts'
import type { Connections } from '#server/core/workspaces/workspace.ts'
import { AppError } from '#shared/errors.ts'
import type { AccessReview } from '#shared/operations/reviews.ts'

export const utc = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Columns of an `AccessReview`, `v` being its row. */
export const reviewColumns = (
  schema: string,
): string => `v.id, v.starts_on::text "startsOn", v.by_schedule "bySchedule",
  ${utc('v.opened_at')} "openedAt", v.opened_name "openedBy", ${utc('v.signed_at')} "signedAt", v.signed_name "signedBy",
  v.comment, d.lines, d.confirmed, d.withdrawn
  from ${schema}._access_review v, lateral (
    select count(*)::int as lines, count(*) filter (where decision = 'confirmed')::int as confirmed,
      count(*) filter (where decision = 'withdrawn')::int as withdrawn
    from ${schema}._access_review_line l where l.review = v.id) d`

/** @throws AppError `access_review_missing` */
export async function reviewOf(
  { workspace }: Pick<Context, 'workspace'>,
  id: string,
  on: Pick<Connections, 'query'> = workspace.pool,
): Promise<AccessReview> {
  const text = `select ${reviewColumns(workspace.schema)} where v.id = $1`
  const { rows } = await on.query<AccessReview>({ text, values: [id] })
  if (rows[0] === undefined) throw new AppError('access_review_missing')
  return rows[0]
}

/** Held until the transaction ends. @throws AppError `access_review_missing`, `access_review_signed` */
export async function lockOpenReview(
  cx: Context,
  client: PoolClient,
  id: string,
): Promise<{ startsOn: string }> {
  const { rows } = await client.query<{ startsOn: string; signed: boolean }>(
    `select starts_on::text "startsOn", signed_at is not null signed
     from ${cx.workspace.schema}._access_review where id = $1 for update`,
    [id],
  )
  const [row] = rows
  if (row === undefined) throw new AppError('access_review_missing')
  if (row.signed) throw new AppError('access_review_signed')
  return row
}
