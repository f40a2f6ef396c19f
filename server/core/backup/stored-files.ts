import type { ClientBase } from 'pg'
import { identifier, qualified } from '#server/core/metadata/identifier.ts'
import { readState } from '#server/core/metadata/index.ts'

const batch = 1_000

/** Digests of the contents that records of `file` have, each once, as of the transaction of `client`. */
export async function* contentsOf(client: ClientBase, schema: string): AsyncGenerator<string> {
  const state = await readState(client, schema)
  const object = state?.objects.find(({ shipped }) => shipped?.name === 'file')
  const field = object?.fields.find(({ shipped }) => shipped?.name === 'sha256')
  if (object === undefined || field === undefined) return
  const column = identifier(field.key)
  await client.query(
    `declare contents no scroll cursor for
     select distinct ${column} as sha256 from ${qualified(schema, object.key)}
     where ${column} is not null and deleted_at is null order by 1`,
  )
  for (;;) {
    const { rows } = await client.query<{ sha256: string }>(`fetch ${batch} from contents`)
    for (const { sha256 } of rows) yield sha256
    if (rows.length < batch) break
  }
  await client.query('close contents')
}
