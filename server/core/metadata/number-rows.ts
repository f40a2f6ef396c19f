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
  // Sorted once; a cursor that is held keeps no snapshot open, which the building of indexes would wait for.
  await client.query(
    `declare unnumbered no scroll cursor with hold for
     select id from ${table} where ${column} is null order by created_at, id`,
  )
  for (;;) {
    const { rows } = await client.query<{ id: string }>(`fetch ${batch} from unnumbered`)
    if (rows.length === 0) break
    await client.query(
      `with numbers as materialized (
         select id, ${next} as number from unnest($1::uuid[]) with ordinality as place(id, position)
         order by position)
       update ${table} record set ${column} = numbers.number from numbers
       where record.id = numbers.id and record.${column} is null`,
      [rows.map(({ id }) => id)],
    )
  }
  await client.query('close unnumbered')
}
