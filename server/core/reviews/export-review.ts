import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { text } from '#server/core/exports/cell.ts'
import { csvOf } from '#server/core/exports/csv.ts'
import type { ReviewLine } from '#shared/operations/reviews.ts'
import { columns } from './columns.ts'
import { lineColumns, linesFrom } from './line-row.ts'
import { reviewOf } from './review-row.ts'

const some = 1_000

/** A line for each role of each member, headed in the asker's language. @throws AppError `access_review_missing` */
export async function exportReview(
  cx: Context,
  id: string,
): Promise<{ readonly name: string; readonly lines: AsyncGenerator<string> }> {
  const { startsOn, lines } = await reviewOf(cx, id)
  await recordAudit(cx, { kind: 'reviewChanged', count: lines, details: { action: 'export', startsOn } })
  return { name: `${titles[cx.language]} ${startsOn}.csv`, lines: csvOf(cellsOf(cx, id), cx.language) }
}

const titles = { 'zh-CN': '权限复核', 'zh-TW': '權限覆核', en: 'Access review' } as const

async function* cellsOf(cx: Context, id: string) {
  const { pool, schema } = cx.workspace
  yield [columns.map(({ label }) => text(label[cx.language]))]
  for (let last = 0; ; ) {
    const { rows } = await pool.query<ReviewLine>({
      text: `select ${lineColumns(schema, cx.language)} ${linesFrom(schema)}
        where l.review = $1 and l.number > $2 order by l.number limit ${some}`,
      values: [id, last],
    })
    if (rows.length === 0) return
    yield rows.map((line) => columns.map(({ print }) => text(print(line, cx))))
    last = rows.at(-1)?.number ?? last
  }
}
