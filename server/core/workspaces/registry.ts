import { installShippedObjects } from '#server/core/metadata/install.ts'
import { AppError } from '#shared/errors.ts'
import type { ObjectDefinition } from '#shared/metadata/definition.ts'
import { withActor } from './actor-object.ts'
import { createWorkspace, migrateWorkspace, type NewWorkspace } from './create-workspace.ts'
import { dropOrphans } from './creation-lock.ts'
import { OpenWorkspace, type WorkspaceRow } from './open-workspace.ts'
import type { Platform } from './platform.ts'

/** The workspaces that this process serves, each opened when it is first asked for and up to date from then on. */
export class WorkspaceRegistry {
  readonly #platform: Platform
  readonly #shipped: readonly ObjectDefinition[]
  readonly #open = new Map<string, Promise<OpenWorkspace>>()
  readonly #ids = new Map<string, string>()

  constructor(platform: Platform, shipped: readonly ObjectDefinition[]) {
    this.#platform = platform
    this.#shipped = shipped
  }

  /** At start: engine tables and standard objects of every workspace become what this version wants. */
  async upgrade(): Promise<void> {
    await dropOrphans(this.#platform)
    for (const row of await this.list()) {
      const ran = await migrateWorkspace(this.#platform, row)
      const workspace = await this.get(row.id)
      await installShippedObjects(workspace, withActor(this.#shipped))
      await workspace.checkCollation()
      workspace.buildIndexes()
      if (ran.length > 0) this.#platform.log.info({ workspace: row.slug, migrations: ran }, 'upgraded')
    }
  }

  async list(): Promise<WorkspaceRow[]> {
    const { rows } = await this.#platform.pool.query<WorkspaceRow>(
      `select w.id, w.slug, w.name, w.schema_name as schema, coalesce(p.database_url, $1) as "databaseUrl"
       from kith.workspace w left join kith.placement p on p.workspace_id = w.id order by w.created_at, w.id`,
      [this.#platform.databaseUrl],
    )
    return rows
  }

  /** @throws AppError `no_workspace` */
  get(id: string): Promise<OpenWorkspace> {
    const known = this.#open.get(id)
    if (known !== undefined) return known
    const opening = this.#openById(id)
    this.#open.set(id, opening)
    opening.catch(() => this.#open.delete(id))
    return opening
  }

  /** @throws AppError `no_workspace` */
  async bySlug(slug: string): Promise<OpenWorkspace> {
    const id = this.#ids.get(slug) ?? (await this.list()).find((row) => row.slug === slug)?.id
    if (id === undefined) throw new AppError('no_workspace')
    this.#ids.set(slug, id)
    return this.get(id)
  }

  /** @throws AppError as createWorkspace does */
  async create(input: NewWorkspace): Promise<OpenWorkspace> {
    const workspace = await createWorkspace(this.#platform, input, this.#shipped)
    this.#open.set(workspace.id, Promise.resolve(workspace))
    return workspace
  }

  /** Ends what runs in the background for the workspaces; their pools are the caller's. */
  async close(): Promise<void> {
    const open = await Promise.allSettled(this.#open.values())
    await Promise.all(
      open.map((result) => (result.status === 'fulfilled' ? result.value.close() : undefined)),
    )
  }

  async #openById(id: string): Promise<OpenWorkspace> {
    const row = (await this.list()).find((candidate) => candidate.id === id)
    if (row === undefined) throw new AppError('no_workspace')
    return OpenWorkspace.open(this.#platform, row)
  }
}
