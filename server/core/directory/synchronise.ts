import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { parseMobile } from '#server/platform/auth/identifier.ts'
import type { DirectoryReport } from '#shared/operations/directories.ts'
import { applyArrivals, applyDepartures, spareLastAdministrator } from './apply-memberships.ts'
import { applyPeople } from './apply-people.ts'
import { applyTeams } from './apply-teams.ts'
import type { Directory } from './directory.ts'
import { mayLeave } from './guard.ts'
import { type KnownPerson, knownPeople, knownTeams } from './known.ts'
import { linksOf } from './links.ts'
import type { DirectoryMembers } from './members.ts'
import { planPeople } from './plan-people.ts'
import { planTeams } from './plan-teams.ts'
import { deletedRecords, linkedElsewhere } from './remains.ts'
import { Tally } from './report.ts'

interface SynchroniseOptions {
  /** Id of the provider. */
  readonly source: string
  readonly sourceName: string
  readonly members: DirectoryMembers
  /** Whether people sign in through the source. */
  readonly signsIn: boolean
  /** Percent. */
  readonly mostLeaving: number
  /** How many who leave were confirmed. */
  readonly confirmed: number
  /** Tells what would happen, and writes nothing. */
  readonly trial: boolean
}

/**
 * Brings members and teams in line with a directory. It may be cut short at any moment: the next run goes on. A second run
 * changes nothing.
 */
export async function synchronise(
  cx: Context,
  directory: Directory,
  options: SynchroniseOptions,
): Promise<DirectoryReport> {
  const { source, members, trial } = options
  const tally = new Tally()
  const [departmentLinks, links, known, teams] = await Promise.all([
    linksOf(cx.workspace, source, 'department'),
    linksOf(cx.workspace, source, 'person'),
    knownPeople(cx),
    knownTeams(cx),
  ])
  const teamPlan = planTeams(directory.departments, teams, departmentLinks, await deletedRecords(cx, 'team'))
  const full = planPeople(directory.people, {
    known,
    links,
    deleted: await deletedRecords(cx, 'user'),
    elsewhere: await linkedElsewhere(cx.workspace, source),
    teamOf: teamPlan.idOf,
    departments: new Set([
      ...teamPlan.idOf.values(),
      ...[...departmentLinks.values()].map((link) => link.recordId),
    ]),
    phone: await phonesOf(directory, known),
  })
  tally.skip(...teamPlan.skipped, ...full.skipped)
  const plan = await spareLastAdministrator({ cx, tally }, full, known)
  const { leaving, linked, present } = plan
  const held = !mayLeave(leaving.length, linked, present.length, options.mostLeaving, options.confirmed)
  if (held) tally.hold(leaving.length, linked)
  if (trial) {
    tally.add('created', plan.create.length)
    const changed = new Set([...plan.update, ...plan.managers].map(({ id }) => id))
    for (const { id } of plan.create) changed.delete(id)
    tally.add('updated', changed.size)
    tally.add('unchanged', present.length - plan.create.length - changed.size)
    tally.add('returned', plan.returning.length)
    tally.add('deactivated', held ? 0 : leaving.length)
    tally.add('teamsCreated', teamPlan.create.length)
    tally.add('teamsUpdated', teamPlan.update.length + teamPlan.restore.length)
    return tally.report
  }
  await applyTeams(cx, source, teamPlan, tally)
  const refused = await applyPeople(cx, source, plan, tally)
  const parts = { cx, source, members, tally, signsIn: options.signsIn }
  await applyArrivals(parts, plan, refused)
  if (!held) await applyDepartures(parts, plan)
  const { counts, skippedCount, held: told } = tally.report
  const details = { source: options.sourceName, ...counts, skipped: skippedCount, held: told }
  await recordAudit(cx, { kind: 'directoryBroughtIn', count: present.length, details })
  return tally.report
}

/** E.164 of every number that is written anywhere, where there is one. */
async function phonesOf(
  directory: Directory,
  known: readonly KnownPerson[],
): Promise<(text: string) => string> {
  const texts = new Set([...directory.people, ...known].flatMap(({ mobile }) => mobile ?? []))
  const forms = new Map<string, string>()
  for (const text of texts) forms.set(text, (await parseMobile(text)) ?? text)
  return (text) => forms.get(text) ?? text
}
