import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { ClientBase } from 'pg'
import type { FileStore } from '#server/core/files/index.ts'
import { connectAsOwner, type Platform } from '#server/core/workspaces/index.ts'
import { AppError } from '#shared/errors.ts'
import { type BackupSummary, formatVersion, type Head, type WorkspaceHead } from './archive.ts'
import { rowsOf } from './copy.ts'
import { describeWorkspace, migrationsOf, tablesOf } from './describe.ts'
import { platformTables } from './platform-tables.ts'
import { contentsOf } from './stored-files.ts'
import { archiveOf, type Source } from './write-archive.ts'

interface BackupOptions {
  readonly platform: Platform
  readonly files: FileStore
  /** Version of this Kith. */
  readonly version: string
  /** Hears of a content that a record names and that is not there. */
  readonly onMissing: (workspace: string, sha256: string) => void
}

interface Place {
  readonly id: string
  readonly slug: string
  readonly schema: string
  readonly databaseUrl: string
}

/**
 * Writes a backup of everything into a file: accounts, memberships, keys, and every workspace, all of one moment. The
 * file appears whole or not at all; one of the same name is replaced. Nobody waits for a backup but changes of
 * metadata, which are refused as busy where it outlasts their patience.
 */
export async function createBackup(options: BackupOptions, file: string): Promise<BackupSummary> {
  const summary = { workspaces: 0, rows: 0, files: 0 }
  const draft = `${file}.${process.pid}.part`
  try {
    // Who may read it can read everything: passwords' hashes, and every record.
    const target = createWriteStream(draft, { mode: 0o600, flush: true })
    await pipeline(Readable.from(framesOf(options, summary), { objectMode: false }), createGzip(), target)
    await rename(draft, file)
    return summary
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function* framesOf(
  options: BackupOptions,
  summary: { workspaces: number; rows: number; files: number },
): AsyncGenerator<Buffer> {
  const { platform } = options
  const client = await platform.pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const { rows } = await client.query<{ id: string }>('select pg_export_snapshot() as id')
    const snapshot = rows[0]!.id
    const places = await placesOf(client, platform.databaseUrl)
    const workspaces: WorkspaceHead[] = []
    for (const place of places)
      workspaces.push(await within(options, place, snapshot, (on) => describeWorkspace(on, place)))
    const head: Head = {
      format: formatVersion,
      kith: options.version,
      createdAt: new Date().toISOString(),
      platform: {
        migrations: await migrationsOf(client, 'kith'),
        tables: await platformShapes(client),
      },
      workspaces,
    }
    summary.workspaces = places.length
    yield* archiveOf(head, sources(options, client, snapshot, head, places), ({ kind }, { rows = 0 }) => {
      summary.rows += rows
      if (kind === 'file') summary.files += 1
    })
  } finally {
    // The transaction only read; a connection in the midst of COPY is of no use to anybody else.
    client.release(true)
  }
}

async function platformShapes(client: ClientBase): Promise<Head['platform']['tables']> {
  const tables = await tablesOf(client, 'kith')
  return platformTables.flatMap((name) => tables.find((table) => table.name === name) ?? [])
}

async function placesOf(client: ClientBase, databaseUrl: string): Promise<Place[]> {
  const { rows } = await client.query<Place>(
    `select w.id, w.slug, w.schema_name as schema, coalesce(p.database_url, $1) as "databaseUrl"
     from kith.workspace w left join kith.placement p on p.workspace_id = w.id order by w.created_at, w.id`,
    [databaseUrl],
  )
  return rows
}

async function* sources(
  options: BackupOptions,
  client: ClientBase,
  snapshot: string,
  head: Head,
  places: readonly Place[],
): AsyncGenerator<Source> {
  for (const table of head.platform.tables)
    yield { part: { kind: 'platform', table: table.name }, open: async () => rowsOf(client, 'kith', table) }
  for (const [index, place] of places.entries()) {
    const owner = await connect(options, place, snapshot)
    try {
      const workspace = place.id
      for (const table of head.workspaces[index]!.tables)
        yield {
          part: { kind: 'table', workspace, table: table.name },
          open: async () => rowsOf(owner, place.schema, table),
        }
      yield* fileSources(options, owner, place)
    } finally {
      await owner.end()
    }
  }
}

async function* fileSources(
  { files, onMissing }: BackupOptions,
  owner: ClientBase,
  { id, slug, schema }: Place,
): AsyncGenerator<Source> {
  for await (const sha256 of contentsOf(owner, schema)) {
    const content = await files.read(id, sha256).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'not_found') return undefined
      throw error
    })
    if (content === undefined) onMissing(slug, sha256)
    else yield { part: { kind: 'file', workspace: id, sha256 }, open: async () => content }
  }
}

async function within<T>(
  options: BackupOptions,
  place: Place,
  snapshot: string,
  work: (client: ClientBase) => Promise<T>,
): Promise<T> {
  const client = await connect(options, place, snapshot)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The owner's connection in a transaction that sees the moment of the backup; another database has a moment of its own. */
async function connect({ platform }: BackupOptions, place: Place, snapshot: string) {
  const client = await connectAsOwner(platform, place)
  try {
    await client.query('begin isolation level repeatable read read only')
    if (place.databaseUrl === platform.databaseUrl)
      await client.query(`set transaction snapshot '${snapshot}'`)
    return client
  } catch (error) {
    await client.end()
    throw error
  }
}
