import type { Context } from '#server/core/context.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { AppError, type ErrorParameters, isErrorCode, messageOf } from '#shared/errors.ts'
import type { Language } from '#shared/language.ts'
import type { DirectoryReport, DirectoryRun } from '#shared/operations/directories.ts'
import { uuidv7 } from '#shared/uuid.ts'

/** What the topics begin with that tell of runs that wait; the workspace's id follows. */
export const directoryTopic = 'directory:'

/** A run that is to be carried out. */
export interface WaitingRun {
  readonly id: string
  readonly source: string
  readonly trial: boolean
  readonly confirmed: number | null
}

interface Row extends Omit<DirectoryRun, 'failure'> {
  readonly source: string
  readonly failure: string | null
}

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const columns = `id, source, state, trial, ${utc('created_at')} "createdAt", ${utc('finished_at')} "finishedAt", report, failure`
const kept = 20

/** Has a directory brought in as soon as may be. @throws AppError directory_busy */
export async function startRun(
  cx: Context,
  source: string,
  { trial = false, confirmed }: { readonly trial?: boolean; readonly confirmed?: number },
): Promise<DirectoryRun> {
  const { pool, schema, id } = cx.workspace
  const { rows } = await pool.query<Row>({
    text: `insert into ${schema}._directory_run (id, source, state, trial, confirmed, actor, user_id)
      select $1, $2, 'waiting', $3, $4, $5, $6
      where not exists (select from ${schema}._directory_run where source = $2 and state in ('waiting', 'running'))
      returning ${columns}`,
    values: [uuidv7(), source, trial, confirmed ?? null, cx.actor.id, cx.actor.userId],
  })
  if (rows[0] === undefined) throw new AppError('directory_busy')
  cx.announce(`${directoryTopic}${id}`)
  return shown(rows[0], cx.language)
}

/** The newest first. */
export async function runsOf(cx: Context, source: string): Promise<DirectoryRun[]> {
  const { pool, schema } = cx.workspace
  const { rows } = await pool.query<Row>({
    text: `select ${columns} from ${schema}._directory_run where source = $1 order by id desc limit ${kept}`,
    values: [source],
  })
  return rows.map((row) => shown(row, cx.language))
}

/** By source; the last one of each. */
export async function lastRuns(cx: Context): Promise<Map<string, DirectoryRun>> {
  const { pool, schema } = cx.workspace
  const { rows } = await pool.query<Row>({
    text: `select distinct on (source) ${columns} from ${schema}._directory_run order by source, id desc`,
  })
  return new Map(rows.map((row) => [row.source, shown(row, cx.language)]))
}

function shown({ source: _, failure, ...run }: Row, language: Language): DirectoryRun {
  if (failure === null) return { ...run, failure }
  const { code, parameters } = JSON.parse(failure) as { code: string; parameters: ErrorParameters }
  return { ...run, failure: isErrorCode(code) ? messageOf(code, parameters, language) : code }
}

/** Runs that wait, and those that a crash left behind, the oldest first. */
export async function unfinishedRuns({ pool, schema }: Workspace): Promise<WaitingRun[]> {
  const { rows } = await pool.query<WaitingRun>({
    text: `select id, source, trial, confirmed from ${schema}._directory_run
      where state in ('waiting', 'running') order by id`,
  })
  return rows
}

/** @returns whether it was still to be carried out */
export async function beginRun({ pool, schema }: Workspace, id: string): Promise<boolean> {
  const { rowCount } = await pool.query({
    text: `update ${schema}._directory_run set state = 'running', started_at = now()
      where id = $1 and state in ('waiting', 'running')`,
    values: [id],
  })
  return rowCount === 1
}

/** Keeps what came of a run, and of each source the last runs alone. */
export async function endRun(
  { pool, schema }: Workspace,
  { id, source }: WaitingRun,
  outcome: DirectoryReport | AppError,
): Promise<void> {
  const failed = outcome instanceof AppError
  await pool.query({
    text: `update ${schema}._directory_run set state = $2, finished_at = now(), report = $3, failure = $4 where id = $1`,
    values: [
      id,
      failed ? 'failed' : 'done',
      failed ? null : JSON.stringify(outcome),
      failed ? JSON.stringify({ code: outcome.code, parameters: outcome.parameters }) : null,
    ],
  })
  await pool.query({
    text: `delete from ${schema}._directory_run where source = $1 and id not in (
      select id from ${schema}._directory_run where source = $1 order by id desc limit ${kept})`,
    values: [source],
  })
}
