import type { Context } from '#server/core/context.ts'
import { createRecords, updateRecords } from '#server/core/records/index.ts'
import { dropLinks, keepLinks } from './links.ts'
import type { PeoplePlan, PersonValues } from './plan-people.ts'
import { refusalOf } from './refusal.ts'
import type { Tally } from './report.ts'
import { writeTolerantly } from './write-tolerantly.ts'

const chunk = 200

/**
 * Writes the plan's people, without those who leave.
 * @returns members whose record was refused
 */
export async function applyPeople(
  cx: Context,
  source: string,
  plan: PeoplePlan,
  tally: Tally,
): Promise<ReadonlySet<string>> {
  const subjects = new Map(plan.link.map(({ subject, recordId }) => [recordId, subject]))
  const told = new Map([...plan.present, ...plan.returning].map(({ id, person }) => [id, person]))
  const failed = new Set<string>()
  const write = async (rows: readonly PersonValues[], verb: typeof createRecords | typeof updateRecords) => {
    const refused = await writeTolerantly(rows, (part) => verb(cx, 'user', part, { idsOnly: true }))
    for (const { row, error } of refused) {
      const person = told.get(row.id)
      tally.skip(refusalOf(person?.subject ?? row.id, person?.name ?? row.id, error))
    }
    return refused.map(({ row }) => row.id)
  }
  for (const rows of chunksOf(plan.create)) {
    const ids = new Set(rows.map(({ id }) => id))
    const links = plan.link.filter(({ recordId }) => ids.has(recordId))
    await keepLinks(cx.workspace, source, 'person', links)
    const { language } = cx.workspace
    const { timeZone } = cx.workspace.settings()
    const refused = await write(
      rows.map((row) => ({ ...row, language, timeZone, isActive: true })),
      createRecords,
    )
    await dropLinks(cx.workspace, source, 'person', refused)
    for (const id of refused) failed.add(id)
    tally.add('created', rows.length - refused.length)
  }
  const created = new Set(plan.create.map(({ id }) => id))
  const matched = [...subjects].filter(([id]) => !created.has(id))
  await keepLinks(
    cx.workspace,
    source,
    'person',
    matched.map(([recordId, subject]) => ({ subject, recordId })),
  )
  for (const rows of chunksOf(plan.update)) {
    const refused = await write(rows, updateRecords)
    tally.add('updated', rows.length - refused.length)
  }
  const managers = plan.managers.filter(({ id }) => !failed.has(id))
  for (const rows of chunksOf(managers)) await write(rows, updateRecords)
  const changed = new Set([...plan.create, ...plan.update, ...managers].map(({ id }) => id))
  tally.add('unchanged', plan.present.filter(({ id }) => !changed.has(id)).length)
  const updated = new Set([...plan.create, ...plan.update].map(({ id }) => id))
  tally.add('updated', managers.filter(({ id }) => !updated.has(id)).length)
  return failed
}

const chunksOf = <Row>(rows: readonly Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / chunk) }, (_, index) =>
    rows.slice(index * chunk, (index + 1) * chunk),
  )
