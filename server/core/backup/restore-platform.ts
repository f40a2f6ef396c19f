import type { ClientBase } from 'pg'
import { identifier, qualified } from '#server/core/metadata/identifier.ts'
import { migrate, platformMigrations } from '#server/platform/database/index.ts'
import { BackupError, type Head } from './archive.ts'
import { platformTables } from './platform-tables.ts'

/** Where the platform's tables are loaded, as the Kith that wrote them knew them, and brought up to date. */
export const staging = 'kith_restore'

/** @throws BackupError where there is an account or a workspace already */
export async function refuseUnlessEmpty(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ accounts: string; workspaces: string }>(
    `select (select count(*) from kith.account)::text as accounts, (select count(*) from kith.workspace)::text as workspaces`,
  )
  const { accounts, workspaces } = rows[0]!
  if (accounts !== '0' || workspaces !== '0')
    throw new BackupError(
      `A backup is restored into an empty installation, and this one has workspaces: ${workspaces}, accounts: ${accounts}. ` +
        'Give it a KITH_DATA (or a DATABASE_URL) of its own.',
    )
}

export async function makeStaging(client: ClientBase, { platform }: Head): Promise<void> {
  await dropStaging(client)
  await migrate(client, platformMigrations, staging, {}, new Set(platform.migrations.map(({ name }) => name)))
}

export async function dropStaging(client: ClientBase): Promise<void> {
  await client.query(`drop schema if exists ${staging} cascade`)
}

/**
 * Makes everything visible at once: from here on the workspaces are there. `schemas` tells where each lies.
 * @throws BackupError where somebody began to use the installation meanwhile
 */
export async function adopt(client: ClientBase, schemas: ReadonlyMap<string, string>): Promise<void> {
  await migrate(client, platformMigrations, staging)
  await client.query('begin')
  try {
    await client.query('lock table kith.account, kith.workspace in exclusive mode')
    await refuseUnlessEmpty(client)
    await client.query(
      `update ${staging}.workspace w set schema_name = place.schema
       from unnest($1::uuid[], $2::text[]) as place(id, schema) where w.id = place.id`,
      [[...schemas.keys()], [...schemas.values()]],
    )
    for (const name of platformTables) await move(client, name)
    await dropStaging(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function move(client: ClientBase, name: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [qualified('kith', name)],
  )
  const columns = rows.map((column) => identifier(column.name)).join(', ')
  await client.query(
    `insert into ${qualified('kith', name)} (${columns}) select ${columns} from ${qualified(staging, name)}`,
  )
}
