import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate, platformMigrations } from '#server/platform/database/index.ts'
import { createPlatformPool } from '#server/platform/database/pool.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/database.ts'

/** Identities from before their use was kept. */
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('of an older Kith’s identities those count as used by which somebody came', async () => {
  const pool = createPlatformPool(database.url)
  const client = await pool.connect()
  const schema = 'kith_older'
  const { rows: known } = await client.query<{ name: string }>('select name from kith._migration')
  const older = known.map(({ name }) => name).filter((name) => name < '018')
  await migrate(client, platformMigrations, schema, {}, new Set(older))

  const workspace = uuidv7()
  const provider = uuidv7()
  await client.query(
    `insert into ${schema}.workspace (id, slug, name, schema_name) values ($1, 'x', 'x', 'w_x')`,
    [workspace],
  )
  await client.query(
    `insert into ${schema}.identity_provider (id, workspace_id, kind, name, config) values ($1, $2, 'oidc', 'x', '{}')`,
    [provider, workspace],
  )
  /** @param linkedAt of an identity that came later than the account */
  const person = async (subject: string, withPassword: boolean, linkedAt = '2026-01-01') => {
    const id = uuidv7()
    await client.query(
      `insert into ${schema}.account (id, name, internal_address) values ($1, 'x', $1::uuid::text || '@account.invalid')`,
      [id],
    )
    await client.query(
      `insert into ${schema}.credential (id, account_id, provider, provider_account_id, created_at)
       select gen_random_uuid(), $1::uuid, 'credential', $1::text, '2026-01-01'::timestamptz where $2
       union all select gen_random_uuid(), $1::uuid, $3, $4, $5::timestamptz`,
      [id, withPassword, provider, subject, linkedAt],
    )
    return id
  }
  await person('found when they came', true, '2026-02-02')
  await person('made when they came', false)
  await person('brought by a directory', true)
  const since = await person('brought by a directory, came since', true)
  await client.query(
    `insert into ${schema}.session (id, account_id, token, workspace_id, bound_to, provider_id, expires_at, created_at)
     values (gen_random_uuid(), $1, 'x', $2, $2, $3, now(), '2026-03-03')`,
    [since, workspace, provider],
  )

  await migrate(client, platformMigrations, schema)
  const { rows } = await client.query<{ subject: string; used: string | null }>(
    `select provider_account_id subject, to_char(last_used_at, 'YYYY-MM-DD') used from ${schema}.credential
     where provider <> 'credential' or last_used_at is not null order by 1`,
  )
  expect(rows).toEqual([
    { subject: 'brought by a directory', used: null },
    { subject: 'brought by a directory, came since', used: '2026-03-03' },
    { subject: 'found when they came', used: '2026-02-02' },
    { subject: 'made when they came', used: '2026-01-01' },
  ])
  client.release()
  await pool.end()
})
