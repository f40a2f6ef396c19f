import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { PoolClient } from 'pg'
import { type FileStore, mostFileBytes } from '#server/core/files/index.ts'
import {
  changingRoles,
  dropSchema,
  type Platform,
  whileCreating,
  workspaceMigrations,
} from '#server/core/workspaces/index.ts'
import {
  MigrationError,
  platformMigrations,
  refuseForeignMigrations,
} from '#server/platform/database/index.ts'
import { BackupError, type BackupSummary, type Head, type WorkspaceHead } from './archive.ts'
import { loadRows } from './copy.ts'
import { type Archive, type OpenPart, openArchive } from './read-archive.ts'
import { adopt, dropStaging, makeStaging, refuseUnlessEmpty, staging } from './restore-platform.ts'
import { restoreSchema, WorkspaceRestore } from './restore-workspace.ts'

interface RestoreOptions {
  readonly platform: Platform
  readonly files: FileStore
  /** Folder below which a workspace's contents lie: cleared of those of a restore that failed. */
  readonly filesFolder: string
}

/**
 * Brings everything of a backup back, or nothing: the installation stays empty until all was loaded and checked.
 * @throws BackupError where the installation is not empty, the backup is damaged, or a newer Kith wrote it
 */
export async function restoreBackup(options: RestoreOptions, file: string): Promise<BackupSummary> {
  const { platform } = options
  const archive = await openArchive(createReadStream(file))
  const client = await platform.pool.connect()
  try {
    await refuseUnlessEmpty(client)
    await refuseNewer(archive.head)
    await lock(client)
    return await whileCreating(platform, () => new Restore(options, archive, client).run())
  } finally {
    archive.close()
    // The end of the connection ends the lock too, but only once the server has noticed it.
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined)
    client.release(true)
  }
}

async function refuseNewer({ kith, platform, workspaces }: Head): Promise<void> {
  try {
    await refuseForeignMigrations(platformMigrations, 'kith', platform.migrations)
    for (const { schema, migrations } of workspaces)
      await refuseForeignMigrations(workspaceMigrations, schema, migrations)
  } catch (error) {
    if (!(error instanceof MigrationError)) throw error
    throw new BackupError(`The backup was made by Kith ${kith}. ${error.message}`, { cause: error })
  }
}

async function lock(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ locked: boolean }>(
    `select pg_try_advisory_lock(hashtextextended('kith restore', 0)) as locked`,
  )
  if (!rows[0]?.locked) throw new BackupError('Another restore is at work on this database.')
}

class Restore {
  readonly #options: RestoreOptions
  readonly #archive: Archive
  readonly #client: PoolClient
  /** Id of each workspace that was begun, and its schema. */
  readonly #schemas = new Map<string, string>()
  readonly #summary = { workspaces: 0, rows: 0, files: 0 }
  #current: { readonly head: WorkspaceHead; readonly restore: WorkspaceRestore } | undefined

  constructor(options: RestoreOptions, archive: Archive, client: PoolClient) {
    this.#options = options
    this.#archive = archive
    this.#client = client
  }

  async run(): Promise<BackupSummary> {
    try {
      await makeStaging(this.#client, this.#archive.head)
      for await (const part of this.#archive.parts) await this.#take(part)
      await this.#finishCurrent()
      if (this.#schemas.size !== this.#archive.head.workspaces.length)
        throw new BackupError('The backup does not hold every workspace that it names.')
      await adopt(this.#client, this.#schemas)
      return this.#summary
    } catch (error) {
      const { log } = this.#options.platform
      await this.#undo().catch((failure: unknown) =>
        log.error(
          { err: failure },
          'a restore that failed could not be undone; the next start takes its schemas away',
        ),
      )
      throw error
    }
  }

  async #take(open: OpenPart): Promise<void> {
    const { part } = open
    if (part.kind === 'platform') {
      const shape = this.#archive.head.platform.tables.find(({ name }) => name === part.table)
      if (shape === undefined) throw new BackupError(`The backup does not describe table ${part.table}.`)
      this.#summary.rows += await loadRows(this.#client, staging, shape, open)
      return
    }
    const restore = await this.#workspace(part.workspace)
    if (part.kind === 'table') this.#summary.rows += await restore.load(part.table, open)
    else await this.#takeFile(part.workspace, part.sha256, open)
  }

  async #takeFile(workspace: string, sha256: string, { data }: OpenPart): Promise<void> {
    const received = await this.#options.files.receive(workspace, Readable.from(data), mostFileBytes)
    try {
      if (received.sha256 !== sha256)
        throw new BackupError(
          `File ${sha256} has the content of ${received.sha256}: the stored file was damaged before it was backed up.`,
        )
      await received.keep()
    } finally {
      await received.release()
    }
    this.#summary.files += 1
  }

  async #workspace(id: string): Promise<WorkspaceRestore> {
    if (this.#current?.head.id === id) return this.#current.restore
    await this.#finishCurrent()
    const { platform } = this.#options
    const head = this.#archive.head.workspaces.find((workspace) => workspace.id === id)
    if (head === undefined || this.#schemas.has(id))
      throw new BackupError(`The backup does not describe workspace ${id}.`)
    const schema = await restoreSchema(platform, head)
    this.#schemas.set(id, schema)
    this.#current = { head, restore: await WorkspaceRestore.open(platform, head, schema) }
    this.#summary.workspaces += 1
    return this.#current.restore
  }

  async #finishCurrent(): Promise<void> {
    const current = this.#current
    this.#current = undefined
    try {
      await current?.restore.finish()
    } finally {
      await current?.restore.close()
    }
  }

  async #undo(): Promise<void> {
    const { platform, filesFolder } = this.#options
    await this.#current?.restore.close()
    await dropStaging(this.#client)
    await changingRoles(platform, async (client) => {
      for (const schema of this.#schemas.values()) await dropSchema(client, schema)
    })
    for (const id of this.#schemas.keys()) await rm(join(filesFolder, id), { recursive: true, force: true })
  }
}
