import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { uuidv7 } from '#shared/uuid.ts'

export interface Schedule {
  /** Null: by hand alone. */
  readonly everyHours: number | null
  /** Percent. */
  readonly mostLeaving: number
}

export const usualSchedule: Schedule = { everyHours: null, mostLeaving: 20 }

export async function schedulesOf({ pool, schema }: Workspace): Promise<Map<string, Schedule>> {
  const { rows } = await pool.query<Schedule & { readonly source: string }>({
    text: `select source, every_hours "everyHours", most_leaving "mostLeaving" from ${schema}._directory_schedule`,
  })
  return new Map(rows.map(({ source, ...schedule }) => [source, schedule]))
}

export async function setSchedule(
  { pool, schema }: Workspace,
  source: string,
  { everyHours, mostLeaving }: Schedule,
): Promise<void> {
  await pool.query({
    text: `insert into ${schema}._directory_schedule (source, every_hours, most_leaving) values ($1, $2, $3)
      on conflict (source) do update set every_hours = $2, most_leaving = $3,
        next_at = least(_directory_schedule.next_at, now() + make_interval(hours => $2))`,
    values: [source, everyHours, mostLeaving],
  })
}

/** Lets a run wait for each source that is due. One that is under way already is not asked for twice. */
export async function queueDue({ pool, schema }: Workspace): Promise<void> {
  const { rows } = await pool.query<{ source: string }>({
    text: `update ${schema}._directory_schedule set next_at = now() + make_interval(hours => every_hours)
      where every_hours is not null and next_at <= now() returning source`,
  })
  for (const { source } of rows)
    await pool.query({
      text: `insert into ${schema}._directory_run (id, source, state, trial)
        select $1, $2, 'waiting', false
        where not exists (select from ${schema}._directory_run where source = $2 and state in ('waiting', 'running'))`,
      values: [uuidv7(), source],
    })
}

/** Forgets a source that is no provider any more. */
export async function forgetSource({ pool, schema }: Workspace, source: string): Promise<void> {
  await pool.query({ text: `delete from ${schema}._directory_schedule where source = $1`, values: [source] })
}
