import type pg from 'pg'
import { identifier, literal, qualified } from '#server/core/metadata/identifier.ts'
import { collationOf, readState, wholeStructure } from '#server/core/metadata/index.ts'
import {
  changingRoles,
  connectAsOwner,
  createSchema,
  newSchemaName,
  type Platform,
  roleOf,
  workspaceMigrations,
} from '#server/core/workspaces/index.ts'
import { migrate } from '#server/platform/database/index.ts'
import { BackupError, type TableShape, type WorkspaceHead } from './archive.ts'
import { loadRows } from './copy.ts'
import { tablesOf } from './describe.ts'
import type { OpenPart } from './read-archive.ts'

/** Makes schema and roles of a workspace, under their old name where no role of the cluster has it. */
export async function restoreSchema(platform: Platform, { schema }: WorkspaceHead): Promise<string> {
  let name = schema
  await changingRoles(platform, async (client) => {
    const { rows } = await client.query('select from pg_roles where rolname = $1', [roleOf(schema)])
    name = rows.length === 0 && /^w_[a-z0-9]{12}$/.test(schema) ? schema : newSchemaName()
    await createSchema(client, platform, name)
  })
  return name
}

/** One workspace on its way from a backup into a schema of its own. Nobody sees it before the platform names it. */
export class WorkspaceRestore {
  readonly #head: WorkspaceHead
  readonly #schema: string
  readonly #owner: pg.Client
  /** Tables that are there and may be loaded. */
  #tables = new Map<string, TableShape>()
  #hasObjects = false

  private constructor(head: WorkspaceHead, schema: string, owner: pg.Client) {
    this.#head = head
    this.#schema = schema
    this.#owner = owner
  }

  /** Makes the engine's tables as they were when the backup was made; later migrations come after the rows. */
  static async open(platform: Platform, head: WorkspaceHead, schema: string): Promise<WorkspaceRestore> {
    const owner = await connectAsOwner(platform, { schema, databaseUrl: platform.databaseUrl })
    const restore = new WorkspaceRestore(head, schema, owner)
    try {
      const names = new Set(head.migrations.map(({ name }) => name))
      await migrate(owner, workspaceMigrations, schema, {}, names)
      await restore.#lookAtTables()
      await restore.#makePartitions()
      const engine = [...restore.#tables.keys()].map((name) => qualified(schema, name))
      await owner.query(`truncate ${engine.join(', ')}`)
      return restore
    } catch (error) {
      await owner.end()
      throw error
    }
  }

  /** Loads a table. The first that is none of the engine's finds the metadata loaded, and the objects' tables are made. */
  async load(name: string, part: OpenPart): Promise<number> {
    if (!this.#tables.has(name)) await this.#makeObjectTables()
    const shape = this.#head.tables.find((table) => table.name === name)
    if (shape === undefined || !this.#tables.has(name))
      throw new BackupError(`The backup holds rows of table ${name}, which it does not describe.`)
    return loadRows(this.#owner, this.#schema, shape, part)
  }

  /** Whatever stands on the rows: references, indexes, numbers to come, the next era of the change log. */
  async finish(): Promise<void> {
    if (!this.#hasObjects) await this.#makeObjectTables()
    const owner = this.#owner
    const schema = identifier(this.#schema)
    const { references, indexes, language } = await this.#structure()
    for (const statement of [...indexes, ...references]) await owner.query(statement)
    for (const { name, value, called } of this.#head.sequences) {
      await owner.query(`create sequence if not exists ${qualified(this.#schema, name)}`)
      await owner.query('select setval($1::regclass, $2, $3)', [qualified(this.#schema, name), value, called])
    }
    await owner.query(`update ${schema}._era set era = era + 1`)
    await owner.query(
      `update ${schema}._settings set collation_version =
         (select pg_collation_actual_version(oid) from pg_collation
           where collname = $1 and collnamespace = 'pg_catalog'::regnamespace)`,
      [collationOf(language)],
    )
    await migrate(owner, workspaceMigrations, this.#schema)
    await this.#lookAtTables()
    const names = [...this.#tables.keys()].map((name) => qualified(this.#schema, name))
    await owner.query(`analyze ${names.join(', ')}`)
  }

  async close(): Promise<void> {
    await this.#owner.end()
  }

  async #lookAtTables(): Promise<void> {
    const tables = await tablesOf(this.#owner, this.#schema)
    this.#tables = new Map(tables.map((table) => [table.name, table]))
  }

  /** Months that have passed by now: the migration makes those to come. */
  async #makePartitions(): Promise<void> {
    for (const month of this.#head.months) {
      const [year, number] = month.split('_').map(Number)
      if (year === undefined || number === undefined) continue
      const name = qualified(this.#schema, `_change_${month}`)
      // Dates without a zone, as in the migration that makes the months to come: both mean the session's.
      const [from, to] = [0, 1].map((more) =>
        literal(new Date(Date.UTC(year, number - 1 + more)).toISOString().slice(0, 10)),
      )
      await this.#owner.query(
        `create table if not exists ${name} partition of ${qualified(this.#schema, '_change')}
           for values from (${from}) to (${to});
         revoke update, delete, truncate on ${name} from ${identifier(roleOf(this.#schema))}`,
      )
    }
  }

  async #structure() {
    const state = await readState(this.#owner, this.#schema)
    if (state?.settings === undefined) throw new BackupError('The backup holds a workspace without settings.')
    const { language } = state.settings
    return { ...wholeStructure(state.objects, { schema: this.#schema, language }), language }
  }

  async #makeObjectTables(): Promise<void> {
    if (this.#hasObjects) return
    this.#hasObjects = true
    for (const statement of (await this.#structure()).tables) await this.#owner.query(statement)
    await this.#lookAtTables()
    await this.#makeLeftovers()
    await this.#lookAtTables()
  }

  /** Columns and tables that today's metadata no longer speak of, left by a field that was of another type once. */
  async #makeLeftovers(): Promise<void> {
    for (const { name, columns } of this.#head.tables) {
      const table = qualified(this.#schema, name)
      const there = new Set(this.#tables.get(name)?.columns.map((column) => column.name))
      const missing = columns.filter((column) => !there.has(column.name))
      if (!this.#tables.has(name)) await this.#owner.query(`create table ${table} ()`)
      for (const { name: column, type } of missing) {
        if (!/^[a-z][a-z0-9 ]*(\(\d+(,\d+)?\))?(\[\])?$/.test(type))
          throw new BackupError(`Column ${column} of table ${name} has the unknown type ${type}.`)
        await this.#owner.query(`alter table ${table} add column ${identifier(column)} ${type}`)
      }
    }
  }
}
