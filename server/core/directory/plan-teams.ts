import { uuidv7 } from '#shared/uuid.ts'
import type { Department } from './directory.ts'
import type { KnownTeam } from './known.ts'
import type { Link } from './links.ts'
import type { Skipped } from './report.ts'

export interface TeamPlan {
  /** In the recycle bin, though the directory has them. */
  readonly restore: readonly string[]
  /** Those above before those below. */
  readonly create: readonly (KnownTeam & { readonly subject: string })[]
  readonly update: readonly (Partial<KnownTeam> & { readonly id: string })[]
  readonly link: readonly { readonly subject: string; readonly recordId: string }[]
  /** The team that each department is. */
  readonly idOf: ReadonlyMap<string, string>
  readonly skipped: readonly Skipped[]
}

const longestName = 200

/** What makes the tree of teams the tree of departments. Teams of nobody's directory stay where they are. */
export function planTeams(
  departments: readonly Department[],
  teams: readonly KnownTeam[],
  links: ReadonlyMap<string, Link>,
  deleted: ReadonlySet<string>,
): TeamPlan {
  const { ordered, skipped } = fromTheTop(departments)
  const byId = new Map(teams.map((team) => [team.id, team]))
  const taken = new Set([...links.values()].map(({ recordId }) => recordId))
  const free = new Map(
    teams.filter(({ id }) => !taken.has(id)).map((team) => [place(team.name, team.parentId), team]),
  )
  const idOf = new Map<string, string>()
  const plan = {
    restore: [] as string[],
    create: [] as (KnownTeam & { subject: string })[],
    update: [] as (Partial<KnownTeam> & { id: string })[],
    link: [] as { subject: string; recordId: string }[],
  }
  for (const department of ordered) {
    const { id: subject, parentId: above } = department
    const name = department.name.normalize('NFC').trim().slice(0, longestName) || subject
    const parentId = (above === null ? undefined : idOf.get(above)) ?? null
    const link = links.get(subject)
    const known = link === undefined ? free.get(place(name, parentId)) : byId.get(link.recordId)
    const id = known?.id ?? link?.recordId ?? uuidv7()
    idOf.set(subject, id)
    if (link === undefined) {
      plan.link.push({ subject, recordId: id })
      // One team is one department.
      if (known !== undefined) free.delete(place(name, parentId))
    }
    if (deleted.has(id)) plan.restore.push(id)
    else if (known === undefined) plan.create.push({ id, name, parentId, subject })
    else if (known.name !== name || known.parentId !== parentId)
      plan.update.push({
        id,
        ...(known.name !== name && { name }),
        ...(known.parentId !== parentId && { parentId }),
      })
  }
  return { ...plan, idOf, skipped }
}

const place = (name: string, parentId: string | null): string => `${parentId ?? ''}/${name}`

/** Each department after the one above it. What lies in a circle is left out; what lies below nothing known is at the top. */
function fromTheTop(departments: readonly Department[]): { ordered: Department[]; skipped: Skipped[] } {
  const known = new Map(departments.map((department) => [department.id, department]))
  const below = Map.groupBy(known.values(), ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : null,
  )
  const ordered: Department[] = (below.get(null) ?? []).map((department) => ({
    ...department,
    parentId: null,
  }))
  for (const { id } of ordered) ordered.push(...(below.get(id) ?? []))
  const reached = new Set(ordered.map(({ id }) => id))
  const skipped = [...known.values()]
    .filter(({ id }) => !reached.has(id))
    .map(({ id, name }) => ({ subject: id, name, reason: 'departmentCircle' as const }))
  return { ordered, skipped }
}
