import { isDeepStrictEqual } from 'node:util'
import type { Pool, PoolClient } from 'pg'
import type { Sealing } from '#server/platform/sealing/index.ts'
import { AppError, invalidInput } from '#shared/errors.ts'
import { uuidv7 } from '#shared/uuid.ts'
import type { Resealed } from '../factors/reseal-apps.ts'
import type { KeepWayIn } from '../policy/keep-way-in.ts'
import { checkConfig } from './check-config.ts'
import type { ProviderKinds } from './kinds.ts'
import type { Provider, ProviderChoice, ProviderDocument, Trial } from './provider.ts'
import type { ProviderKind, ProviderKindName } from './provider-kind.ts'
import { resealConfigs } from './reseal-configs.ts'
import { type KeptConfig, openConfig, sealConfig, secretsOf, servedConfig } from './secret-config.ts'

export interface NewProvider {
  readonly kind: ProviderKindName
  readonly name: string
  readonly config: unknown
  readonly enabled: boolean
  readonly provision: boolean
}

/** What is not named stays; of `config` the secrets that are not named stay. */
export type ProviderChange = Partial<Omit<NewProvider, 'kind'>>

export interface ProviderStore {
  /** By name. */
  listProviders(workspaceId: string): Promise<ProviderDocument[]>
  /** @returns its id @throws AppError provider_kind_unknown, too_many_providers, invalid_input */
  addProvider(workspaceId: string, provider: NewProvider): Promise<ProviderDocument>
  /**
   * What it opened ends where it is turned off or leads elsewhere; where its configuration is another one, it is untried and
   * nobody came in by it yet.
   * @throws AppError not_found, invalid_input, policy_locks_out, provider_locks_out
   */
  changeProvider(workspaceId: string, id: string, change: ProviderChange): Promise<ProviderDocument>
  /** Ends its sessions; who came by it is a member still. @throws AppError not_found, policy_locks_out */
  removeProvider(workspaceId: string, id: string): Promise<{ readonly name: string }>
  /** @throws AppError not_found where the workspace has no such provider */
  requireProvider(workspaceId: string, id: string): Promise<Provider>
  /** For who is nobody yet; undefined for an unknown id. */
  findProvider(id: string): Promise<Provider | undefined>
  /** Those that are on, of a workspace; by name. */
  choicesOf(workspaceId: string): Promise<ProviderChoice[]>
  noteTrial(provider: Pick<Provider, 'id' | 'kept'>, trial: Trial): Promise<void>
  /** Who this is at the provider came in by it; nothing where it became another one meanwhile. */
  noteUse(provider: Provider, subject: string): Promise<void>
  /** Seals what is kept under the current KITH_SECRET. */
  resealConfigs(): Promise<Resealed>
}

interface Row {
  readonly id: string
  readonly workspaceId: string
  readonly kind: ProviderKindName
  readonly name: string
  readonly config: KeptConfig
  readonly enabled: boolean
  readonly provision: boolean
  readonly trial: Trial | null
  readonly createdAt: string
  readonly updatedAt: string
}

const mostProviders = 20

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const columns = `id, workspace_id "workspaceId", kind, name, config, enabled, provision, trial,
  ${utc('created_at')} "createdAt", ${utc('updated_at')} "updatedAt"`

interface Parts {
  readonly pool: Pool
  readonly keepWayIn: KeepWayIn
  readonly kinds: ProviderKinds
  readonly sealing: Sealing
  readonly address: (id: string, page: 'callback' | 'metadata') => string
  readonly sessionEnded: (sessionId: string) => void
}

export function createProviderStore(parts: Parts): ProviderStore {
  const { pool, keepWayIn, kinds, sealing, address, sessionEnded } = parts

  /** @param client of a transaction that changes them: nobody else does meanwhile */
  const rowsOf = async (
    condition: string,
    values: readonly unknown[],
    client?: PoolClient,
  ): Promise<Row[]> => {
    const { rows } = await (client ?? pool).query<Row>(
      `select ${columns} from kith.identity_provider where ${condition} order by name, id ${client ? 'for update' : ''}`,
      [...values],
    )
    return rows.filter(({ kind }) => kinds[kind] !== undefined)
  }
  const requireRow = async (workspaceId: string, id: string, client?: PoolClient): Promise<Row> => {
    const [row] = await rowsOf('workspace_id = $1 and id = $2', [workspaceId, id], client)
    if (row === undefined) throw new AppError('not_found', { what: `provider ${id}` })
    return row
  }
  const requireKind = (name: ProviderKindName): ProviderKind => {
    const kind = kinds[name]
    if (kind === undefined) throw new AppError('provider_kind_unknown', { kind: name })
    return kind
  }
  const documentOf = (row: Row): ProviderDocument => {
    const { workspaceId: _, config, ...rest } = row
    const { redirect, form } = requireKind(row.kind)
    return {
      ...rest,
      ...servedConfig(config),
      callbackUrl: redirect || form ? address(row.id, 'callback') : null,
      metadataUrl: form ? address(row.id, 'metadata') : null,
    }
  }
  const opened = (row: Row): Provider => {
    const { id, workspaceId, name, enabled, provision, config } = row
    return {
      ...{ id, workspaceId, name, enabled, provision },
      kind: requireKind(row.kind),
      kept: config,
      // Opened by who needs it: a secret that does not open keeps nobody from looking at the rest.
      get config() {
        return openConfig(sealing, id, config)
      },
    }
  }
  /** @returns ids of those that ended: to be told after the commit */
  const endSessions = async (client: PoolClient, id: string): Promise<string[]> => {
    const { rows } = await client.query<{ id: string }>(
      'delete from kith.session where provider_id = $1 returning id',
      [id],
    )
    return rows.map((session) => session.id)
  }

  return {
    listProviders: async (workspaceId) => (await rowsOf('workspace_id = $1', [workspaceId])).map(documentOf),

    async addProvider(workspaceId, { kind: kindName, name, config, enabled, provision }) {
      const kind = requireKind(kindName)
      const checked = await checkConfig(kind, config)
      const id = uuidv7()
      const { rowCount } = await pool.query(
        `insert into kith.identity_provider (id, workspace_id, kind, name, config, enabled, provision)
         select $1, $2, $3, $4, $5, $6, $7
         where (select count(*) from kith.identity_provider where workspace_id = $2) < $8`,
        [
          ...[id, workspaceId, kindName, name, JSON.stringify(sealConfig(sealing, kind, id, checked))],
          ...[enabled, provision, mostProviders],
        ],
      )
      if (rowCount === 0) throw new AppError('too_many_providers', { most: mostProviders })
      return documentOf(await requireRow(workspaceId, id))
    },

    async changeProvider(workspaceId, id, change) {
      let untried = false
      const apply = async (client: PoolClient) => {
        const row = await requireRow(workspaceId, id, client)
        const { config, moved, altered } =
          change.config === undefined
            ? { config: row.config, moved: false, altered: false }
            : await changedConfig(sealing, requireKind(row.kind), row, change.config)
        const { name = row.name, enabled = row.enabled, provision = row.provision } = change
        untried = altered && enabled
        await client.query(
          `update kith.identity_provider set name = $2, config = $3, enabled = $4, provision = $5, updated_at = now(),
             trial = case when not $6 then trial end
           where id = $1`,
          [id, name, JSON.stringify(config), enabled, provision, altered],
        )
        if (moved) await client.query('delete from kith.credential where provider = $1', [id])
        else if (altered)
          await client.query('update kith.credential set last_used_at = null where provider = $1', [id])
        return moved || !enabled ? endSessions(client, id) : []
      }
      const ended = await keepWayIn.inWorkspace(workspaceId, apply).catch((error: unknown) => {
        if (untried && error instanceof AppError && error.code === 'policy_locks_out')
          throw new AppError('provider_locks_out', {}, { cause: error })
        throw error
      })
      for (const session of ended) sessionEnded(session)
      return documentOf(await requireRow(workspaceId, id))
    },

    async removeProvider(workspaceId, id) {
      const { name } = await requireRow(workspaceId, id)
      const ended = await keepWayIn.inWorkspace(workspaceId, async (client) => {
        const sessions = await endSessions(client, id)
        await client.query(
          `with gone as (delete from kith.identity_provider where workspace_id = $1 and id = $2)
           delete from kith.credential where provider = $2::text`,
          [workspaceId, id],
        )
        return sessions
      })
      for (const session of ended) sessionEnded(session)
      return { name }
    },

    requireProvider: async (workspaceId, id) => opened(await requireRow(workspaceId, id)),

    async findProvider(id) {
      const [row] = await rowsOf('id = $1', [id])
      return row && opened(row)
    },

    async choicesOf(workspaceId) {
      const rows = await rowsOf('workspace_id = $1 and enabled', [workspaceId])
      return rows.map(({ id, kind, name }) => {
        const { redirect, form } = requireKind(kind)
        return { id, kind, name, way: redirect || form ? 'redirect' : 'password' }
      })
    },

    resealConfigs: () => resealConfigs(pool, sealing),

    async noteUse({ id, kept }, subject) {
      await pool.query(
        `with same as (select from kith.identity_provider where id = $1 and config = $2 for share)
         update kith.credential set last_used_at = now()
         where provider = $1::text and provider_account_id = $3 and exists (select from same)`,
        [id, JSON.stringify(kept), subject],
      )
    },

    async noteTrial({ id, kept }, trial) {
      await pool.query('update kith.identity_provider set trial = $3 where id = $1 and config = $2', [
        id,
        JSON.stringify(kept),
        JSON.stringify(trial),
      ])
    },
  }
}

/**
 * What was typed, with the secrets that were not. They stay only where they would go to whom they went before: a new address
 * would be told them. Where all are typed anew, the former ones need not open.
 */
async function changedConfig(
  sealing: Sealing,
  kind: ProviderKind,
  { id, config: kept }: Row,
  typed: unknown,
): Promise<{ readonly config: KeptConfig; readonly moved: boolean; readonly altered: boolean }> {
  const given = typeof typed === 'object' && typed !== null ? Object.fromEntries(Object.entries(typed)) : {}
  const names = secretsOf(kind).filter((name) => !(name in given) && name in kept)
  const former = servedConfig(kept).config
  const secrets = openConfig(sealing, id, Object.fromEntries(names.map((name) => [name, kept[name]])))
  const config = await checkConfig(kind, { ...given, ...secrets })
  const moved = kind.authority(former) !== kind.authority(config)
  if (names.length > 0 && moved)
    throw invalidInput(
      names.map((name) => ({ path: `/config/${name}`, code: 'secret_goes_elsewhere' as const })),
    )
  const sealed = sealConfig(sealing, kind, id, config)
  // A secret that was typed counts as another one.
  const altered =
    secretsOf(kind).some((name) => name in given) || !isDeepStrictEqual(former, servedConfig(sealed).config)
  return { config: sealed, moved, altered }
}
