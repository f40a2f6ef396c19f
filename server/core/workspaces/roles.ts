import type { ClientBase } from 'pg'
import { identifier, literal } from '#server/core/metadata/identifier.ts'
import { deriveSecret } from '#server/platform/config/index.ts'
import type { Login } from '#server/platform/database/index.ts'
import type { Platform } from './platform.ts'

/** The role that a tenant's requests run as, and the one that changes tables. */
export const roleOf = (schema: string): string => schema
export const ownerOf = (schema: string): string => `${schema}_owner`

export const loginOf = (platform: Pick<Platform, 'config'>, role: string, databaseUrl: string): Login => ({
  role,
  password: deriveSecret(platform.config, `role:${role}`),
  databaseUrl,
})

const attributes = 'login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls'

/** Creates schema and roles of a workspace; the caller's transaction, as the platform role. */
export async function createSchema(
  client: ClientBase,
  platform: Pick<Platform, 'config'>,
  schema: string,
): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  const database = identifier(rows[0]!.name)
  const role = identifier(roleOf(schema))
  const owner = identifier(ownerOf(schema))
  const password = (name: string) => literal(deriveSecret(platform.config, `role:${name}`))
  await client.query(`
    revoke temporary, create on database ${database} from public;
    revoke all on schema kith from public;
    revoke create on schema public from public;
    create role ${owner} ${attributes} password ${password(ownerOf(schema))};
    create role ${role} ${attributes} password ${password(roleOf(schema))};
    grant connect on database ${database} to ${owner};
    grant connect on database ${database} to ${role};
    grant ${owner} to current_user;
    create schema ${identifier(schema)} authorization ${owner};
    grant usage on schema ${identifier(schema)} to ${role};
    alter default privileges for role ${owner} revoke execute on functions from public;
    alter default privileges for role ${owner} in schema ${identifier(schema)}
      grant select, insert, update, delete on tables to ${role};
    alter default privileges for role ${owner} in schema ${identifier(schema)}
      grant usage on sequences to ${role};
    alter default privileges for role ${owner} in schema ${identifier(schema)}
      grant execute on functions to ${role};`)
}

/** A transaction of the platform role in which roles come or go. */
export async function changingRoles(
  platform: Platform,
  work: (client: ClientBase) => Promise<void>,
): Promise<void> {
  const client = await platform.pool.connect()
  try {
    await client.query('begin')
    // Two at once would write the same row of pg_database, which PostgreSQL refuses instead of waiting.
    await client.query(`select pg_advisory_xact_lock(hashtextextended('kith workspace roles', 0))`)
    await work(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** Takes schema and roles away, as far as they are there. */
export async function dropSchema(client: ClientBase, schema: string): Promise<void> {
  await client.query(`drop schema if exists ${identifier(schema)} cascade`)
  for (const name of [roleOf(schema), ownerOf(schema)]) {
    const { rows } = await client.query('select from pg_roles where rolname = $1', [name])
    if (rows.length === 0) continue
    await client.query(`grant ${identifier(name)} to current_user`)
    await client.query(`drop owned by ${identifier(name)}; drop role ${identifier(name)}`)
  }
}

/** Makes the roles' passwords what they are derived to be: after KITH_SECRET changed, or a restore. */
export async function setPasswords(platform: Platform, schema: string): Promise<void> {
  for (const name of [roleOf(schema), ownerOf(schema)]) {
    const password = literal(deriveSecret(platform.config, `role:${name}`))
    await platform.pool.query(`alter role ${identifier(name)} password ${password}`)
  }
}
