import type { Queryable } from './migrate.ts'

export interface DatabaseFacts {
  /** Such as 180004: the number PostgreSQL calls server_version_num. */
  readonly serverVersion: number
  /** Whether the server makes UUIDv7 itself (18 and later); otherwise ids are made by Kith. */
  readonly hasUuidv7: boolean
}

/** A database that cannot carry Kith. The message names what is missing and the way out. */
export class DatabaseCheckError extends Error {
  constructor(problems: readonly string[]) {
    super(`The database cannot carry Kith:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.name = 'DatabaseCheckError'
  }
}

const oldestVersion = 150_000

interface Requirement {
  readonly sql: string
  readonly wayOut: string
}

// Each statement gives one boolean. They run in order: the extensions are there when show_trgm is asked.
const requirements: readonly Requirement[] = [
  {
    sql: `select pg_encoding_to_char(encoding) = 'UTF8' from pg_database where datname = current_database()`,
    wayOut: `its encoding is not UTF8. Create it anew: create database kith template template0 encoding 'UTF8'`,
  },
  {
    sql: `select count(*) > 0 from pg_collation where collname = 'zh-x-icu'`,
    wayOut:
      'it has no ICU collations, so that Chinese names cannot be sorted. Use a PostgreSQL that was built with ICU.',
  },
  {
    sql: `select rolsuper or rolcreaterole from pg_roles where rolname = current_user`,
    wayOut:
      'its role may not create roles, and each workspace gets its own. As superuser: alter role … createrole',
  },
  {
    sql: `select has_database_privilege(current_database(), 'create')`,
    wayOut: 'its role may not create schemas. As superuser: grant create on database … to …',
  },
]

const extensions = ['pg_trgm', 'btree_gin']

const trigrams: Requirement = {
  sql: `select cardinality(show_trgm('华为')) > 0`,
  wayOut:
    'its character type (LC_CTYPE) knows no Chinese letters, so that search would find nothing. ' +
    `Create it anew: create database kith template template0 lc_ctype 'C.UTF-8' (or another UTF-8 locale)`,
}

/**
 * Checks that a database can carry Kith and creates the extensions that it needs.
 * @throws DatabaseCheckError naming everything that is missing
 */
export async function checkDatabase(client: Queryable): Promise<DatabaseFacts> {
  const serverVersion = Number(await onlyValue(client, `select current_setting('server_version_num')`))
  if (serverVersion < oldestVersion)
    throw new DatabaseCheckError([
      `it is PostgreSQL ${Math.floor(serverVersion / 10_000)}, which lacks unique indexes with NULLS NOT DISTINCT ` +
        'and views with security_invoker. Use PostgreSQL 15 or later.',
    ])
  const problems: string[] = []
  const require = async ({ sql, wayOut }: Requirement) => {
    if ((await onlyValue(client, sql)) !== true) problems.push(wayOut)
  }
  for (const requirement of requirements) await require(requirement)
  for (const extension of extensions) {
    try {
      await client.query(`create extension if not exists ${extension}`)
    } catch (error) {
      problems.push(
        `extension ${extension} cannot be created (${error instanceof Error ? error.message : error}). ` +
          `Install PostgreSQL's contrib package; as superuser: create extension ${extension}`,
      )
    }
  }
  if (problems.length === 0) await require(trigrams)
  if (problems.length > 0) throw new DatabaseCheckError(problems)
  return { serverVersion, hasUuidv7: serverVersion >= 180_000 }
}

async function onlyValue(client: Queryable, sql: string): Promise<unknown> {
  const { rows } = await client.query(sql)
  return Object.values(rows[0] ?? {})[0]
}
