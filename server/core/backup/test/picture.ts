import type { Side } from './side.ts'

/** All that a schema is and holds, with its own name taken out, to be compared as a whole. */
export async function pictureOf({ platform: { pool } }: Side, schema: string) {
  const ask = async (text: string) => (await pool.query<{ name: string; what: string }>(text, [schema])).rows
  const plain = (rows: readonly { name: string; what: string }[]) =>
    rows
      // Names of indexes end with a digest of what they are, the schema's name included.
      .map(({ name, what }) =>
        `${name}: ${what.replaceAll(schema, 'w')}`.replaceAll(/(_[is]_\w+)_[0-9a-f]{8}\b/g, '$1'),
      )
      .sort()
  const tables = await ask(
    `select relname as name, relacl::text as what from pg_class
      where relnamespace = $1::regnamespace and relkind in ('r', 'p') and relname <> '_migration' order by 1`,
  )
  const rows: string[] = []
  for (const { name } of tables) {
    const { rows: found } = await pool.query<{ what: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(line, '|' order by line)), '') as what
       from (select (to_jsonb(t) - 'xid')::text as line from ${schema}."${name}" t) lines`,
    )
    rows.push(`${name}: ${found[0]!.what}`)
  }
  return {
    rows: rows.filter((line) => !line.startsWith('_era:')),
    columns: plain(
      await ask(
        `select table_name || '.' || column_name as name, udt_name || ' ' || is_nullable || ' ' || coalesce(column_default, '') as what
         from information_schema.columns where table_schema = $1`,
      ),
    ),
    indexes: plain(
      await ask(`select indexname as name, indexdef as what from pg_indexes where schemaname = $1`),
    ),
    constraints: plain(
      await ask(
        `select conname as name, pg_get_constraintdef(oid) || ' ' || convalidated as what from pg_constraint
          where connamespace = $1::regnamespace`,
      ),
    ),
    sequences: plain(
      await ask(
        `select sequencename as name, coalesce(last_value::text, '') as what from pg_sequences where schemaname = $1`,
      ),
    ),
    rights: plain(tables),
  }
}

export const platformRows = async ({ platform: { pool } }: Side, table: string): Promise<string> => {
  const { rows } = await pool.query<{ what: string | null }>(
    `select string_agg((to_jsonb(t) - 'schema_name')::text, '|' order by to_jsonb(t)::text) as what from kith.${table} t`,
  )
  return rows[0]?.what ?? ''
}

export const schemasIn = async ({ platform: { pool } }: Side): Promise<string[]> => {
  const { rows } = await pool.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname ~ '^(w_|kith)' order by 1`,
  )
  return rows.map(({ name }) => name)
}
