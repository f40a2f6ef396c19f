import type { People, TeamLine } from '#shared/operations/people.ts'

/** A team in its place, from the topmost down. */
export interface TeamPlace {
  readonly team: TeamLine
  readonly depth: number
  /** Members whose main team it is, or who are in it too; who left is not counted. */
  readonly members: number
  /** Whether nothing lies below it and nobody is in it, who left included. */
  readonly empty: boolean
}

/** Every team after the one above it; what lies in a circle stands at the top. */
export function placesOf({ teams, people }: People): TeamPlace[] {
  const below = new Map<string | null, TeamLine[]>()
  const known = new Set(teams.map(({ id }) => id))
  for (const team of teams) {
    const above = team.parentId !== null && known.has(team.parentId) ? team.parentId : null
    below.set(above, [...(below.get(above) ?? []), team])
  }
  const places: TeamPlace[] = []
  const placed = new Set<string>()
  const place = (team: TeamLine, depth: number): void => {
    if (placed.has(team.id)) return
    placed.add(team.id)
    const inside = people.filter(({ teamId, teamIds }) => teamId === team.id || teamIds.includes(team.id))
    places.push({
      team,
      depth,
      members: inside.filter(({ isActive }) => isActive).length,
      empty: inside.length === 0 && !below.has(team.id),
    })
    for (const child of below.get(team.id) ?? []) place(child, depth + 1)
  }
  for (const team of below.get(null) ?? []) place(team, 0)
  for (const team of teams) place(team, 0)
  return places
}

/** A team and all below it: it can be moved to none of them. */
export function withBelow(teams: readonly TeamLine[], id: string): ReadonlySet<string> {
  const found = new Set([id])
  for (const one of found) for (const { id: child, parentId } of teams) if (parentId === one) found.add(child)
  return found
}
