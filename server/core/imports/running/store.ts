import type { PoolClient, QueryResultRow } from 'pg'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { inTransaction } from '#server/platform/database/index.ts'
import { AppError } from '#shared/errors.ts'
import type { FuzzyMatch, ImportMapping, ImportState } from '#shared/imports/contract.ts'
import type { Language } from '#shared/language.ts'
import type { KeptIssue, KeptRow } from './row-issue.ts'

/** Who asked for the import; the import acts with the same rights. */
interface Asker {
  readonly id: string
  readonly userId: string | null
}

/** A row of `_import`. */
export interface StoredImport {
  readonly id: string
  readonly object: string
  readonly file_id: string
  readonly file_sha256: string
  readonly file_name: string
  readonly actor: Asker
  readonly import_actor_id: string | null
  readonly language: Language
  readonly time_zone: string
  readonly state: ImportState
  readonly dry_run: boolean
  readonly columns: readonly string[]
  readonly rows: number
  readonly mapping: ImportMapping | null
  /** Columns of the file that go into encrypted fields. */
  readonly secret_columns: readonly string[]
  readonly phase: number
  readonly processed: number
  readonly linked: number
  readonly created: number
  readonly updated: number
  readonly rejected: number
  readonly related: Readonly<Record<string, number>>
  readonly fuzzy: readonly FuzzyMatch[]
  readonly failures: number
  readonly error: { readonly code: string; readonly parameters: KeptIssue['parameters'] } | null
  /** ISO 8601 UTC. */
  readonly created_at: string
  readonly finished_at: string | null
}

type NewImport = Pick<
  StoredImport,
  | 'id'
  | 'object'
  | 'file_id'
  | 'file_sha256'
  | 'file_name'
  | 'actor'
  | 'language'
  | 'time_zone'
  | 'columns'
  | 'rows'
>

type Queued = Pick<StoredImport, 'secret_columns' | 'dry_run' | 'import_actor_id'> & {
  readonly mapping: ImportMapping
}

/** What one chunk adds to the counts. */
interface Progress {
  readonly processed: number
  readonly linked: number
  readonly created: number
  readonly updated: number
  readonly rejected: readonly KeptRow[]
  readonly related: Readonly<Record<string, number>>
}

/** Refused rows that are kept with their reasons; beyond them they are only counted. */
const mostKept = 100_000

const columnsRead = `id, object, file_id, file_sha256, file_name, actor, import_actor_id, language, time_zone, state, dry_run,
  columns, rows, mapping, secret_columns, phase, processed, linked, created, updated, rejected, related, fuzzy, failures, error,
  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created_at,
  to_char(finished_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as finished_at`

/** `_import` and `_import_row` of one workspace. */
export class ImportStore {
  readonly #pool: Workspace['pool']
  readonly #table: string
  readonly #rowTable: string
  readonly #keptOf: (row: KeptRow) => KeptRow

  /** @param keptOf what of a refused row is kept; all of it */
  constructor(
    { pool, schema }: Pick<Workspace, 'pool' | 'schema'>,
    keptOf: (row: KeptRow) => KeptRow = (row) => row,
  ) {
    this.#keptOf = keptOf
    this.#pool = pool
    this.#table = `${schema}._import`
    this.#rowTable = `${schema}._import_row`
  }

  #query<Row extends QueryResultRow>(text: string, values: unknown[] = []) {
    return this.#pool.query<Row>({ text, values })
  }

  async add(item: NewImport): Promise<void> {
    await this.#query(
      `insert into ${this.#table} (id, object, file_id, file_sha256, file_name, actor, language, time_zone, columns, rows)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[item.id, item.object, item.file_id, item.file_sha256, item.file_name, JSON.stringify(item.actor)],
        ...[item.language, item.time_zone, JSON.stringify(item.columns), item.rows],
      ],
    )
  }

  /** @throws AppError `not_found` */
  async get(id: string): Promise<StoredImport> {
    const { rows } = await this.#query<StoredImport>(
      `select ${columnsRead} from ${this.#table} where id = $1`,
      [id],
    )
    const [row] = rows
    if (row === undefined) throw new AppError('not_found', { what: id })
    return row
  }

  async unfinished(): Promise<string[]> {
    const { rows } = await this.#query<{ id: string }>(
      `select id from ${this.#table} where state in ('queued', 'running') order by created_at`,
    )
    return rows.map((row) => row.id)
  }

  /** @throws AppError `import_started` when somebody was faster */
  async queue(id: string, { mapping, secret_columns, dry_run, import_actor_id }: Queued): Promise<void> {
    const { rowCount } = await this.#query(
      `update ${this.#table} set state = 'queued', mapping = $2, secret_columns = $3, dry_run = $4, import_actor_id = $5,
         phase = 0, processed = 0, linked = 0, created = 0, updated = 0, rejected = 0, related = '{}', fuzzy = '[]',
         failures = 0, error = null, finished_at = null
       where id = $1 and (state = 'proposed' or (dry_run and state in ('done', 'failed')))`,
      [id, JSON.stringify(mapping), JSON.stringify(secret_columns), dry_run, import_actor_id],
    )
    if (rowCount === 0) throw new AppError('import_started')
    await this.#query(`delete from ${this.#rowTable} where import_id = $1`, [id])
  }

  async setRunning(id: string, secretColumns: Iterable<string>): Promise<void> {
    await this.#query(`update ${this.#table} set state = 'running', secret_columns = $2 where id = $1`, [
      id,
      JSON.stringify([...secretColumns]),
    ])
  }

  async setPhase(id: string, phase: number): Promise<void> {
    await this.#query(`update ${this.#table} set phase = $2 where id = $1`, [id, phase])
  }

  /** The texts of secret columns that its mapping names go with the end. */
  async finish(id: string, error: StoredImport['error']): Promise<void> {
    await this.#query(
      `update ${this.#table} set state = $2, error = $3, finished_at = clock_timestamp(),
         mapping = jsonb_set(mapping, '{columns}', (
           select coalesce(jsonb_agg(case when secret_columns ? (each->>'column') then each - 'values' else each end order by place), '[]')
           from jsonb_array_elements(mapping->'columns') with ordinality as listed (each, place)))
       where id = $1`,
      [id, error === null ? 'done' : 'failed', error === null ? null : JSON.stringify(error)],
    )
  }

  /** @returns how often in a row the import was cut short */
  async countFailure(id: string): Promise<number> {
    const { rows } = await this.#query<{ failures: number }>(
      `update ${this.#table} set failures = failures + 1 where id = $1 returning failures`,
      [id],
    )
    return Number(rows[0]?.failures ?? 0)
  }

  /** Adds a chunk to the counts and keeps its refused rows, both or neither. */
  async advance(id: string, fuzzy: readonly FuzzyMatch[], progress: Progress): Promise<void> {
    await inTransaction(this.#pool, async (client) => {
      const refused = progress.rejected.filter((row) => !row.stored).length
      await client.query(
        `update ${this.#table} i set processed = processed + $2, linked = linked + $3, created = created + $4,
           updated = updated + $5, rejected = rejected + $6, fuzzy = $7, failures = 0,
           related = (select coalesce(jsonb_object_agg(key, total), '{}') from (
             select key, sum(value::int) as total from (
               select * from jsonb_each_text(i.related) union all select * from jsonb_each_text($8::jsonb)) each
             group by key) summed)
         where id = $1`,
        [
          ...[id, progress.processed, progress.linked, progress.created, progress.updated, refused],
          ...[JSON.stringify(fuzzy), JSON.stringify(progress.related)],
        ],
      )
      await this.#keepRows(client, id, progress.rejected)
    })
  }

  async #keepRows(client: PoolClient, id: string, rejected: readonly KeptRow[]): Promise<void> {
    if (rejected.length === 0) return
    const rows = rejected.map(this.#keptOf).map(({ row, stored, issues }) => ({
      row: row.number,
      line: row.line,
      stored,
      cells: row.cells.map(storable),
      issues,
    }))
    await client.query(
      `insert into ${this.#rowTable} (import_id, row, line, stored, cells, issues)
       select $1, r.row, r.line, r.stored, r.cells, r.issues
       from jsonb_to_recordset($2::jsonb) as r (row int, line int, stored boolean, cells jsonb, issues jsonb)
       where (select count(*) from ${this.#rowTable} where import_id = $1) < $3
       on conflict (import_id, row) do update set issues = excluded.issues`,
      [id, JSON.stringify(rows), mostKept],
    )
  }

  async rejectedRows(id: string, after: number, limit: number): Promise<StoredRow[]> {
    const { rows } = await this.#query<StoredRow>(
      `select row, line, stored, cells, issues from ${this.#rowTable}
       where import_id = $1 and row > $2 order by row limit $3`,
      [id, after, limit],
    )
    return rows
  }
}

export interface StoredRow {
  readonly row: number
  readonly line: number
  readonly stored: boolean
  readonly cells: readonly string[]
  readonly issues: readonly KeptIssue[]
}

/** jsonb holds no NUL and no half of a surrogate pair. */
const storable = (text: string) => text.replaceAll('\0', '\ufffd').toWellFormed()
