import { randomInt, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { changeMetadata } from '#server/core/metadata/change.ts'
import { mergeShipped } from '#server/core/metadata/install.ts'
import { isDatabaseError, migrate } from '#server/platform/database/index.ts'
import { AppError } from '#shared/errors.ts'
import { checkSettings } from '#shared/metadata/check-settings.ts'
import type { ObjectDefinition } from '#shared/metadata/definition.ts'
import type { WorkspaceSettings } from '#shared/metadata/settings.ts'
import { withActor } from './actor-object.ts'
import { whileCreating } from './creation-lock.ts'
import { connectAsOwner, OpenWorkspace } from './open-workspace.ts'
import type { Platform } from './platform.ts'
import { changingRoles, createSchema, dropSchema } from './roles.ts'

export const workspaceMigrations = join(import.meta.dirname, '../migrations')

export interface NewWorkspace {
  /** Lower-case letters, digits and hyphens: its place in addresses and on the command line. */
  readonly slug: string
  readonly name: string
  readonly settings: WorkspaceSettings
}

/**
 * Makes a workspace with its schema, roles, engine tables and standard objects. It is there once its row in
 * kith.workspace is, which comes last.
 * @throws AppError `name_taken`, `invalid_slug`, and for each wrong setting
 */
export function createWorkspace(
  platform: Platform,
  input: NewWorkspace,
  shipped: readonly ObjectDefinition[],
): Promise<OpenWorkspace> {
  return whileCreating(platform, () => create(platform, input, shipped))
}

async function create(
  platform: Platform,
  input: NewWorkspace,
  shipped: readonly ObjectDefinition[],
): Promise<OpenWorkspace> {
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(input.slug)) throw new AppError('invalid_slug', { slug: input.slug })
  const settings = checkSettings(input.settings, input.settings)
  const { databaseUrl } = platform
  const schema = newSchemaName()
  const id = randomUUID()
  await refuseTaken(platform, input.slug)
  try {
    await changingRoles(platform, (client) => createSchema(client, platform, schema))
    await migrateWorkspace(platform, { schema, databaseUrl })
    await changeMetadata(
      {
        schema,
        language: settings.language,
        connectAsOwner: () => connectAsOwner(platform, { schema, databaseUrl }),
        metadataChanged: async () => {},
      },
      (state, client) => mergeShipped({ ...state, settings }, withActor(shipped), schema, client),
    )
    await platform.pool.query(
      'insert into kith.workspace (id, slug, name, schema_name) values ($1, $2, $3, $4)',
      [id, input.slug, input.name, schema],
    )
  } catch (error) {
    await changingRoles(platform, (client) => dropSchema(client, schema))
    if (isDatabaseError(error, '23505'))
      throw new AppError('name_taken', { name: input.slug }, { cause: error })
    throw error
  }
  return OpenWorkspace.open(platform, { id, slug: input.slug, name: input.name, schema, databaseUrl })
}

/** Brings the engine's tables of a workspace up to date, as its owner. */
export async function migrateWorkspace(
  platform: Platform,
  place: { readonly schema: string; readonly databaseUrl: string },
): Promise<string[]> {
  const client = await connectAsOwner(platform, place)
  try {
    return await migrate(client, workspaceMigrations, place.schema)
  } finally {
    await client.end()
  }
}

async function refuseTaken(platform: Platform, slug: string): Promise<void> {
  const { rows } = await platform.pool.query('select from kith.workspace where slug = $1', [slug])
  if (rows.length > 0) throw new AppError('name_taken', { name: slug })
}

/** A name that no other schema has. */
export function newSchemaName(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'
  return `w_${Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')}`
}
