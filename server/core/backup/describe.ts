import type { ClientBase } from 'pg'
import { identifier, qualified } from '#server/core/metadata/identifier.ts'
import type { RanMigration, TableShape, WorkspaceHead } from './archive.ts'

/**
 * Tables of a schema with their stored columns, in the order in which they were made, so that the engine's refer to
 * earlier ones. Transaction ids are left out: they mean nothing in another cluster, where the time to come would make
 * old changes appear as new; a restored row gets the one of its restore.
 */
export async function tablesOf(client: ClientBase, schema: string): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select c.relname as name,
       json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = to_regnamespace($1) and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> '_migration' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and a.atttypid <> 'xid8'::regtype
     group by c.oid, c.relname order by c.oid`,
    [identifier(schema)],
  )
  return rows
}

export async function migrationsOf(client: ClientBase, schema: string): Promise<RanMigration[]> {
  const { rows } = await client.query<RanMigration>(
    `select name, sha256 from ${qualified(schema, '_migration')} order by name`,
  )
  return rows
}

interface Place {
  readonly id: string
  readonly slug: string
  readonly schema: string
}

/** A workspace as of the transaction of `client`. */
export async function describeWorkspace(client: ClientBase, place: Place): Promise<WorkspaceHead> {
  const { id, slug, schema } = place
  const { rows: partitions } = await client.query<{ month: string }>(
    `select substr(c.relname, 9) as month from pg_class c
      where c.relnamespace = to_regnamespace($1) and c.relispartition and c.relname ~ '^_change_\\d{4}_\\d{2}$'
      order by c.relname`,
    [identifier(schema)],
  )
  return {
    id,
    slug,
    schema,
    migrations: await migrationsOf(client, schema),
    tables: await tablesOf(client, schema),
    months: partitions.map(({ month }) => month),
    sequences: await sequencesOf(client, schema),
  }
}

/** Sequences know no snapshots: read after it was taken, they are beyond every number in it. */
async function sequencesOf(client: ClientBase, schema: string): Promise<WorkspaceHead['sequences']> {
  const { rows: names } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = to_regnamespace($1) and relkind = 'S' order by relname`,
    [identifier(schema)],
  )
  const [first, ...others] = names.map(
    ({ name }, index) => `(select $${index + 1}::text as name, last_value::text as value, is_called as called
       from ${qualified(schema, name)})`,
  )
  if (first === undefined) return []
  const { rows } = await client.query<WorkspaceHead['sequences'][number]>(
    [first, ...others].join(' union all '),
    names.map(({ name }) => name),
  )
  return rows
}
