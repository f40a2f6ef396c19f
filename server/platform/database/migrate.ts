import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** The part of a connection that migrations need. */
export interface Queryable {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>
}

interface Migration {
  readonly name: string
  readonly text: string
  readonly sha256: string
}

/** A migration that was recorded differs from its file, or its file is gone. */
export class MigrationError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MigrationError'
  }
}

/**
 * Brings `schema` to the state of the numbered files (`001-name.sql`) in `folder`: each one that is not recorded in
 * `schema._migration` runs in a transaction of its own, in order. `{{schema}}` in a file becomes the quoted schema,
 * and every `{{name}}` of `names` its quoted name. Calls for one schema wait for each other; one that was cut
 * short goes on where it stopped. `client` is one connection, not a pool. With `only`, no others run than those named:
 * the schema as an older Kith knew it.
 * @returns the names of the migrations that ran
 * @throws MigrationError when a recorded migration was changed afterwards or is unknown here (an older Kith)
 */
export async function migrate(
  client: Queryable,
  folder: string,
  schema: string,
  names: Readonly<Record<string, string>> = {},
  only?: ReadonlySet<string>,
): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const quoted = pg.escapeIdentifier(schema)
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`kith migrate ${schema}`])
  try {
    // Asked for first: who may not create schemas is refused even where the schema is there.
    const known = await client.query('select to_regnamespace($1) is not null as there', [quoted])
    if (known.rows[0]?.there !== true) await client.query(`create schema ${quoted}`)
    await client.query(
      `create table if not exists ${quoted}._migration (
         name text primary key, sha256 text not null, ran_at timestamptz not null default now())`,
    )
    const { rows } = await client.query(`select name, sha256 from ${quoted}._migration`)
    const recorded = new Map(rows.map((row) => [String(row.name), String(row.sha256)]))
    refuseForeign(schema, migrations, recorded)
    const missing = migrations.filter(({ name }) => !recorded.has(name) && only?.has(name) !== false)
    for (const migration of missing)
      await runOne(client, quoted, migration, fill(migration.text, { ...names, schema }))
    return missing.map(({ name }) => name)
  } finally {
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [`kith migrate ${schema}`])
  }
}

/** The platform's migrations, for `migrate`. */
export const platformMigrations = join(import.meta.dirname, '../migrations')

/** Brings the schema `kith` of the platform up to date. */
export async function migratePlatform(pool: pg.Pool): Promise<string[]> {
  const client = await pool.connect()
  try {
    return await migrate(client, platformMigrations, 'kith')
  } finally {
    client.release()
  }
}

/**
 * @throws MigrationError as `migrate` does, for migrations that ran elsewhere
 */
export async function refuseForeignMigrations(
  folder: string,
  schema: string,
  recorded: readonly { readonly name: string; readonly sha256: string }[],
): Promise<void> {
  const ran = new Map(recorded.map(({ name, sha256 }) => [name, sha256]))
  refuseForeign(schema, await readMigrations(folder), ran)
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{3,}-[\w-]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

function refuseForeign(schema: string, migrations: Migration[], recorded: Map<string, string>): void {
  const known = new Map(migrations.map(({ name, sha256 }) => [name, sha256]))
  for (const [name, sha256] of recorded) {
    if (!known.has(name))
      throw new MigrationError(
        `Schema ${schema} has migration ${name}, which this Kith does not know: a newer Kith wrote this data. Start that version.`,
      )
    if (known.get(name) !== sha256)
      throw new MigrationError(`Migration ${name} of schema ${schema} was changed after it ran`)
  }
}

async function runOne(client: Queryable, schema: string, migration: Migration, text: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query(`insert into ${schema}._migration (name, sha256) values ($1, $2)`, [
      migration.name,
      migration.sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new MigrationError(
      `Migration ${migration.name} failed: ${error instanceof Error ? error.message : error}`,
    )
  }
}

function fill(text: string, names: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = names[name]
    if (value === undefined) throw new MigrationError(`Nothing was given for {{${name}}}`)
    return pg.escapeIdentifier(value)
  })
}
