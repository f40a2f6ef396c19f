import type pg from 'pg'
import { columnsOf } from './columns.ts'
import { identifier, qualified } from './identifier.ts'
import { liveFields, liveObjects, type MetadataState } from './state.ts'

const batch = 1_000

/**
 * Numbers the records that were there before their automatic number, oldest first, a thousand at a time, so that
 * writers of the same records hardly wait.
 */
export async function numberRows(client: pg.ClientBase, schema: string, state: MetadataState): Promise<void> {
  for (const object of liveObjects(state.objects))
    for (const field of liveFields(object)) {
      if (field.definition.type !== 'autoNumber') continue
      const next = columnsOf(object.key, field)[0]?.default?.(schema)
      if (next !== undefined) await numberColumn(client, qualified(schema, object.key), field.key, next)
    }
}

async function numberColumn(client: pg.ClientBase, table: string, key: string, next: string): Promise<void> {
  const column = identifier(key)
  let last: { at: string; id: string } | undefined
  do {
    const { rows }: pg.QueryResult<{ at: string; id: string }> = await client.query(
      `with unnumbered as materialized (
         select id from ${table}
         where ${column} is null and ($1::timestamptz is null or (created_at, id) > ($1, $2::uuid))
         order by created_at, id limit ${batch} for no key update
       ), numbers as materialized (select id, ${next} as number from unnumbered)
       update ${table} record set ${column} = numbers.number from numbers
       where record.id = numbers.id
       returning record.created_at as at, record.id`,
      [last?.at ?? null, last?.id ?? null],
    )
    last = rows.toSorted((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1)).at(-1)
  } while (last !== undefined)
}
