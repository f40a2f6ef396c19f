import type { Context } from '#server/core/context.ts'
import { createRecords, restoreRecords, updateRecords } from '#server/core/records/index.ts'
import type { KnownTeam } from './known.ts'
import { dropLinks, keepLinks } from './links.ts'
import type { TeamPlan } from './plan-teams.ts'
import { refusalOf } from './refusal.ts'
import type { Tally } from './report.ts'
import { writeTolerantly } from './write-tolerantly.ts'

/** Writes the plan's teams; those above are there before those below. */
export async function applyTeams(cx: Context, source: string, plan: TeamPlan, tally: Tally): Promise<void> {
  // Known before they are made: a run that was cut short goes on with the same records.
  await keepLinks(cx.workspace, source, 'department', plan.link)
  if (plan.restore.length > 0) await restoreRecords(cx, 'team', plan.restore)
  const subjects = new Map(plan.create.map(({ id, subject }) => [id, subject]))
  const created = new Set<string>()
  for (const level of levelsOf(plan.create)) {
    const rows = level.map(({ id, name, parentId }) => ({ id, name, parentId }))
    const refused = await writeTolerantly(rows, (part) => createRecords(cx, 'team', part, { idsOnly: true }))
    const failed = refused.map(({ row }) => row.id)
    await dropLinks(cx.workspace, source, 'department', failed)
    for (const { id } of rows) if (!failed.includes(id)) created.add(id)
    tally.skip(...refused.map(({ row, error }) => refusalOf(subjects.get(row.id) ?? row.id, row.name, error)))
  }
  tally.add('teamsCreated', created.size)
  const refused = await writeTolerantly(plan.update, (part) =>
    updateRecords(cx, 'team', part, { idsOnly: true }),
  )
  tally.add('teamsUpdated', plan.update.length - refused.length + plan.restore.length)
  tally.skip(...refused.map(({ row, error }) => refusalOf(row.id, row.name ?? row.id, error)))
}

/** Teams that no other one of a level lies above. */
function levelsOf<Team extends KnownTeam>(teams: readonly Team[]): Team[][] {
  const depths = new Map<string, number>()
  const levels: Team[][] = []
  for (const team of teams) {
    const depth = team.parentId === null ? 0 : (depths.get(team.parentId) ?? -1) + 1
    depths.set(team.id, depth)
    const level = levels[depth] ?? []
    levels[depth] = level
    level.push(team)
  }
  return levels
}
