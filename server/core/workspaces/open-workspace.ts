import pg from 'pg'
import { loadDataKeys } from '#server/core/encryption/load-keys.ts'
import { hasEncrypted } from '#server/core/encryption/sealed-json.ts'
import { collationOf } from '#server/core/metadata/collation.ts'
import { storedObjects } from '#server/core/metadata/names.ts'
import { buildWantedIndexes } from '#server/core/metadata/settle.ts'
import type { MetadataState } from '#server/core/metadata/state.ts'
import { readState } from '#server/core/metadata/store.ts'
import {
  isDatabaseError,
  type Login,
  textualTypes,
  type WorkspacePools,
} from '#server/platform/database/index.ts'
import { createSealing, keyRing, type Sealing } from '#server/platform/sealing/index.ts'
import { AppError } from '#shared/errors.ts'
import type { Language } from '#shared/language.ts'
import { buildCatalogue, type Catalogue } from '#shared/metadata/catalogue.ts'
import type { WorkspaceSettings } from '#shared/metadata/settings.ts'
import type { Platform } from './platform.ts'
import { loginOf, ownerOf, roleOf, setPasswords } from './roles.ts'
import type { Connections, DataKeys, Workspace } from './workspace.ts'

/** A row of kith.workspace, with the database that serves it. */
export interface WorkspaceRow {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly schema: string
  readonly databaseUrl: string
}

/** A workspace that is kept up to date until it is closed. */
export class OpenWorkspace implements Workspace {
  readonly id: string
  readonly slug: string
  name: string
  readonly schema: string
  readonly pool: Connections
  readonly queryPool: Connections
  readonly #platform: Platform
  readonly #databaseUrl: string
  readonly #unsubscribe: () => void
  #catalogue: Catalogue
  #indexes: ReadonlySet<string> = new Set()
  #settings: WorkspaceSettings
  #keys: DataKeys | undefined
  #refreshing: Promise<Catalogue> | undefined
  #building: Promise<void> = Promise.resolve()
  #closed = false

  private constructor(platform: Platform, row: WorkspaceRow, state: LoadedMetadata) {
    this.id = row.id
    this.slug = row.slug
    this.name = row.name
    this.schema = row.schema
    this.#platform = platform
    this.#databaseUrl = row.databaseUrl
    this.#catalogue = state.catalogue
    this.#settings = state.settings
    const login = loginOf(platform, roleOf(row.schema), row.databaseUrl)
    this.pool = connectionsOf(platform.pools, login)
    this.queryPool = connectionsOf(platform.queryPools, login)
    this.#unsubscribe = platform.notifier.subscribe(topicOf(row.id), () => void this.#hear())
  }

  /** Reads metadata and settings. Roles whose password no longer fits get it again. */
  static async open(platform: Platform, row: WorkspaceRow): Promise<OpenWorkspace> {
    const connections = connectionsOf(platform.pools, loginOf(platform, roleOf(row.schema), row.databaseUrl))
    const state = await withPasswords(platform, row.schema, () => readState(connections, row.schema))
    if (state === undefined) throw new Error(`schema ${row.schema} holds no metadata`)
    const workspace = new OpenWorkspace(platform, row, load(row.schema, state))
    await workspace.#readKeys(workspace.#catalogue)
    await workspace.#readIndexes()
    return workspace
  }

  get language(): Language {
    return this.#settings.language
  }

  catalogue(): Catalogue {
    return this.#catalogue
  }

  settings(): WorkspaceSettings {
    return this.#settings
  }

  /** What wraps the keys of its encrypted fields. */
  get keyWrapping(): Sealing {
    return createSealing(keyRing(this.#platform.config), 'field encryption')
  }

  keys(): DataKeys {
    if (this.#keys === undefined) throw new AppError('encryption_keys_missing')
    return this.#keys
  }

  async refresh(): Promise<Catalogue> {
    // A reading that began before the caller asked may have missed what the caller knows of: it is followed by another.
    const earlier = this.#refreshing
    const own = (async () => {
      await earlier?.catch(() => {})
      const state = await readState(this.pool, this.schema, this.#catalogue.version)
      if (state !== undefined) {
        const loaded = load(this.schema, state)
        await this.#readKeys(loaded.catalogue)
        this.#catalogue = loaded.catalogue
        this.#settings = loaded.settings
      }
      return this.#catalogue
    })()
    this.#refreshing = own
    return own
  }

  async rename(name: string): Promise<void> {
    await this.#platform.pool.query('update kith.workspace set name = $2 where id = $1', [this.id, name])
    this.name = name
    this.#platform.notifier.notify(topicOf(this.id))
  }

  async metadataChanged(): Promise<void> {
    await this.refresh()
    this.#platform.notifier.notify(topicOf(this.id))
    this.buildIndexes()
  }

  hasIndex(object: string, field: string, kind: string): boolean {
    return this.#indexes.has(`${object}.${field} ${kind}`)
  }

  /** Before the catalogue that speaks of encrypted fields is anybody’s. */
  async #readKeys(catalogue: Catalogue): Promise<void> {
    if (!hasEncrypted(catalogue)) return
    try {
      this.#keys = await loadDataKeys(this, this.keyWrapping)
    } catch (error) {
      this.#platform.log.error(
        { err: error, workspace: this.slug },
        'the keys of encrypted fields cannot be read',
      )
    }
  }

  async #readIndexes(): Promise<void> {
    const { rows } = await this.pool.query<{ name: string }>({
      text: `select object_key || '.' || field_key || ' ' || kind as name from ${this.schema}._index where state = 'ready'`,
    })
    this.#indexes = new Set(rows.map(({ name }) => name))
  }

  buildIndexes(): void {
    if (this.#closed) return
    this.#building = this.#building.then(async () => {
      try {
        if (this.#closed) return
        await buildWantedIndexes(this)
        const before = this.#indexes.size
        await this.#readIndexes()
        if (this.#indexes.size !== before) this.#platform.notifier.notify(topicOf(this.id))
      } catch (error) {
        this.#platform.log.warn({ err: error, workspace: this.id }, 'indexes could not be built')
      }
    })
  }

  /** Warns when PostgreSQL sorts otherwise than when the indexes were made (a new ICU): they may then miss rows. */
  async checkCollation(): Promise<void> {
    const { rows } = await this.pool.query<{ made: string | null; now: string | null }>({
      text: `select s.collation_version as made, pg_collation_actual_version(c.oid) as now
             from ${this.schema}._settings s, pg_collation c
             where c.collname = $1 and c.collnamespace = 'pg_catalog'::regnamespace`,
      values: [collationOf(this.language)],
    })
    const [row] = rows
    if (row?.made && row.made !== row.now)
      this.#platform.log.warn(
        { workspace: this.id, ...row },
        'the order of names has changed with PostgreSQL’s ICU: run REINDEX on this workspace’s schema',
      )
  }

  connectAsOwner(): Promise<pg.Client> {
    return connectAsOwner(this.#platform, this)
  }

  get databaseUrl(): string {
    return this.#databaseUrl
  }

  /** Ends what runs in the background; resolves when it has ended. */
  async close(): Promise<void> {
    this.#closed = true
    this.#unsubscribe()
    await this.#building
  }

  async #hear(): Promise<void> {
    try {
      await this.refresh()
      await this.#readIndexes()
    } catch (error) {
      this.#platform.log.warn({ err: error, workspace: this.id }, 'the metadata could not be read anew')
    }
  }
}

const topicOf = (id: string) => `metadata:${id}`

interface LoadedMetadata {
  readonly catalogue: Catalogue
  readonly settings: WorkspaceSettings
}

function load(schema: string, state: MetadataState): LoadedMetadata {
  if (state.settings === undefined) throw new Error(`schema ${schema} holds no settings`)
  return { catalogue: buildCatalogue(state.version, storedObjects(state.objects)), settings: state.settings }
}

function connectionsOf(pools: WorkspacePools, login: Login): Connections {
  return {
    connect: () => pools.connect(login),
    query: (statement) => pools.query(login, statement),
  }
}

/** A connection of the owner role of a schema; the caller ends it. */
export async function connectAsOwner(
  platform: Platform,
  place: { readonly schema: string; readonly databaseUrl: string },
): Promise<pg.Client> {
  const { role, password } = loginOf(platform, ownerOf(place.schema), place.databaseUrl)
  const url = new URL(place.databaseUrl)
  url.username = role
  url.password = encodeURIComponent(password)
  return withPasswords(platform, place.schema, async () => {
    const client = new pg.Client({
      connectionString: url.href,
      types: textualTypes,
      application_name: `kith ${role}`,
      keepAlive: true,
    })
    client.on('error', (error) => platform.log.warn({ err: error }, 'lost a connection of an owner role'))
    try {
      await client.connect()
    } catch (error) {
      await client.end()
      throw error
    }
    return client
  })
}

async function withPasswords<T>(platform: Platform, schema: string, connect: () => Promise<T>): Promise<T> {
  try {
    return await connect()
  } catch (error) {
    if (!isDatabaseError(error, '28P01')) throw error
    await setPasswords(platform, schema)
    return connect()
  }
}
