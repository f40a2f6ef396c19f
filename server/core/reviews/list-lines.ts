import type { Context } from '#server/core/context.ts'
import { invalidInput } from '#shared/errors.ts'
import type { ReviewLine, ReviewLinesQuery } from '#shared/operations/reviews.ts'
import { lineColumns, linesFrom } from './line-row.ts'
import { reviewOf } from './review-row.ts'

/** By name, in pages. @throws AppError `access_review_missing`, `invalid_cursor` */
export async function listLines(
  cx: Context,
  id: string,
  { decision, search, cursor, limit = 100 }: ReviewLinesQuery,
): Promise<{ data: ReviewLine[]; nextCursor: string | null }> {
  const { pool, schema } = cx.workspace
  await reviewOf(cx, id)
  const values: unknown[] = [id, cursor === undefined ? 0 : numberIn(cursor)]
  const conditions = ['l.review = $1', 'l.number > $2']
  if (decision === 'none') conditions.push('l.decision is null')
  else if (decision !== undefined) conditions.push(`l.decision = $${values.push(decision)}`)
  if (search !== undefined && search.trim() !== '') {
    const part = `$${values.push(`%${search.trim().replace(/[\\%_]/g, '\\$&')}%`)}`
    conditions.push(`(l.name ilike ${part} or l.role_label ->> '${cx.language}' ilike ${part})`)
  }
  const { rows } = await pool.query<ReviewLine>({
    text: `select ${lineColumns(schema, cx.language)} ${linesFrom(schema)}
      where ${conditions.join(' and ')} order by l.number limit ${limit + 1}`,
    values,
  })
  const data = rows.slice(0, limit)
  return { data, nextCursor: rows.length > limit ? String(data.at(-1)?.number) : null }
}

function numberIn(cursor: string): number {
  const number = Number(cursor)
  if (/^\d{1,9}$/.test(cursor)) return number
  throw invalidInput([{ path: 'cursor', code: 'invalid_cursor' }])
}
