import { catalogueOf, permit } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { Parameters } from '#server/core/expression/scope.ts'
import { run } from '#server/core/records/database.ts'
import { getRecord } from '#server/core/records/get.ts'
import { AppError, invalidInput } from '#shared/errors.ts'
import { type ChangeEntry, entriesOf, entryColumns } from './entry.ts'
import { visibleChanges } from './visibility.ts'

/** SQL: whether an update changed anything that people see; a move on a board changes the rank alone. */
const toldSql = `c.after - 'rank' is distinct from '{}'::jsonb`

/** What one record went through, the newest first, in pages by `seq`. @throws AppError `record_missing`, `invalid_cursor` */
export async function historyOf(
  cx: Context,
  name: string,
  id: string,
  { cursor, limit = 50 }: { cursor?: string | undefined; limit?: number | undefined } = {},
): Promise<{ data: ChangeEntry[]; nextCursor: string | null }> {
  const catalogue = catalogueOf(cx)
  const object = catalogue.object(name)
  permit(cx, 'read', object)
  if (cursor !== undefined && !/^\d{1,18}$/.test(cursor)) {
    throw invalidInput([{ path: 'cursor', code: 'invalid_cursor' }])
  }
  const { schema } = cx.workspace
  const parameters = new Parameters()
  const text = `select ${entryColumns} from ${schema}._change c left join ${schema}."actor" a on a.id = c.actor
    where c.record = ${parameters.add(id, 'uuid')} and c.object = ${parameters.add(object.key, 'text')}
      and c.seq < ${parameters.add(cursor ?? '9223372036854775807', 'bigint')}
      and (c.action <> 'update' or ${toldSql}) and ${visibleChanges(cx, parameters)} order by c.seq desc limit ${limit + 1}`
  const rows = await run(cx.workspace.queryPool, { text, values: parameters.values })
  // A record without entries is either unknown or older than its history; one in the recycle bin still has its own.
  if (
    rows.length === 0 &&
    cursor === undefined &&
    (await getRecord(cx, name, id, { fields: [] })) === undefined
  ) {
    throw new AppError('record_missing')
  }
  const shown = rows.slice(0, limit)
  return {
    data: await entriesOf(cx, shown, catalogue),
    nextCursor: rows.length > limit ? shown.at(-1)![0]! : null,
  }
}
