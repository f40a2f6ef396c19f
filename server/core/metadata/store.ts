import type pg from 'pg'
import type { WorkspaceSettings } from '#shared/metadata/settings.ts'
import { collationOf } from './collation.ts'
import { identifier } from './identifier.ts'
import type { MetadataState, ObjectRow } from './state.ts'

/** A connection or a set of them: what reading the metadata needs. */
interface Reader {
  query<Row extends pg.QueryResultRow>(statement: pg.QueryConfig): Promise<pg.QueryResult<Row>>
}

interface StateRow {
  readonly version: string
  readonly digest: string
  readonly settings: WorkspaceSettings | null
  readonly objects: readonly ObjectRow[] | null
}

/** Everything, of one moment, unless its version is `known`; one statement. */
export async function readState(
  reader: Reader,
  schema: string,
  known = 0,
): Promise<MetadataState | undefined> {
  const s = identifier(schema)
  const { rows } = await reader.query<StateRow>({
    text: `
      select m.version, m.shipped_digest as digest, (select value from ${s}._settings) as settings,
        (select json_agg(json_build_object('key', o.key, 'name', o.name, 'position', o.position,
            'definition', o.definition, 'shipped', o.shipped, 'removed', o.removed_at is not null,
            'fields', coalesce(f.fields, '[]'::json)) order by o.position, o.key)
          from ${s}._object o left join lateral (
            select json_agg(json_build_object('key', f.key, 'name', f.name, 'position', f.position,
              'definition', f.definition, 'shipped', f.shipped, 'removed', f.removed_at is not null)
              order by f.position, f.key) as fields
            from ${s}._field f where f.object_key = o.key) f on true) as objects
      from ${s}._metadata m where m.version <> $1`,
    values: [known],
  })
  const [row] = rows
  if (row === undefined) return undefined
  return {
    version: Number(row.version),
    shippedDigest: row.digest,
    settings: row.settings ?? undefined,
    objects: row.objects ?? [],
  }
}

/** Writes what differs between two states and counts the version up; the caller's transaction. */
export async function writeState(
  client: pg.ClientBase,
  schema: string,
  before: MetadataState,
  after: MetadataState,
): Promise<void> {
  const s = identifier(schema)
  const knownObjects = new Map(before.objects.map((object) => [object.key, object]))
  const objects = after.objects.filter((object) => knownObjects.get(object.key) !== object)
  const fields = objects.flatMap((object) => {
    const known = new Map(knownObjects.get(object.key)?.fields.map((field) => [field.key, field]))
    return object.fields
      .filter((field) => known.get(field.key) !== field)
      .map((field) => ({
        ...field,
        objectKey: object.key,
        origin: field.shipped === null ? 'custom' : 'shipped',
      }))
  })
  const objectRows = objects.map(({ fields: _, ...row }) => row)
  // A name may pass from one row to another: rows that give theirs up go first.
  for (const removed of [true, false]) {
    await client.query(
      `insert into ${s}._object (key, name, position, definition, shipped, removed_at)
       select key, name, position, definition, nullif(shipped, 'null'), case when removed then now() end
       from jsonb_to_recordset($1) as
         row(key text, name text, position integer, definition jsonb, shipped jsonb, removed boolean)
       on conflict (key) do update set name = excluded.name, position = excluded.position,
         definition = excluded.definition, shipped = excluded.shipped,
         removed_at = case when excluded.removed_at is not null
           then coalesce(_object.removed_at, excluded.removed_at) end`,
      [JSON.stringify(objectRows.filter((row) => row.removed === removed))],
    )
    await client.query(
      `insert into ${s}._field (object_key, key, name, position, definition, shipped, origin, removed_at)
       select "objectKey", key, name, position, definition, nullif(shipped, 'null'), origin,
         case when removed then now() end
       from jsonb_to_recordset($1) as row("objectKey" text, key text, name text, position integer,
         definition jsonb, shipped jsonb, origin text, removed boolean)
       on conflict (object_key, key) do update set name = excluded.name, position = excluded.position,
         definition = excluded.definition, shipped = excluded.shipped, origin = excluded.origin,
         removed_at = case when excluded.removed_at is not null
           then coalesce(_field.removed_at, excluded.removed_at) end`,
      [JSON.stringify(fields.filter((row) => row.removed === removed))],
    )
  }
  if (after.settings !== before.settings)
    await client.query(
      `insert into ${s}._settings (value, collation_version)
       select $1, pg_collation_actual_version(oid) from pg_collation
         where collname = $2 and collnamespace = 'pg_catalog'::regnamespace
       on conflict (only_row) do update
         set value = excluded.value, collation_version = excluded.collation_version`,
      [JSON.stringify(after.settings), collationOf(after.settings?.language ?? 'en')],
    )
  await client.query(`update ${s}._metadata set version = version + 1, shipped_digest = $1`, [
    after.shippedDigest,
  ])
}
