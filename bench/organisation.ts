import type { Context } from '#server/core/context.ts'
import { createRecords } from '#server/core/records/index.ts'
import { uuidv7 } from '#shared/uuid.ts'

export const teams = 200
export const people = 2_000
/** Teams right below each team of the tree. */
const breadth = 6

/** Who is compared with an administrator: one of the people, in a team like every other. */
export const memberEmail = 'member@kith.example'

/** 2,000 people in 200 teams, a tree; the first ten are one team, and the member is the first of them. @returns ids of the people */
export async function createOrganisation(cx: Context): Promise<readonly string[]> {
  const teamIds = Array.from({ length: teams }, () => uuidv7())
  await createRecords(
    cx,
    'team',
    teamIds.map((id, index) => ({
      id,
      name: `Team ${index + 1}`,
      ...(index > 0 && { parentId: teamIds[Math.floor((index - 1) / breadth)] }),
    })),
    { idsOnly: true },
  )
  // A team in the middle of the tree: neither the root nor without teams below.
  const order = [20, ...teamIds.keys().filter((index) => index !== 20)]
  const size = people / teams
  const { ids } = await createRecords(
    cx,
    'user',
    Array.from({ length: people }, (_, index) => ({
      name: `Owner ${index + 1}`,
      teamId: teamIds[order[Math.floor(index / size)] ?? 0],
      ...(index === 0 && { email: memberEmail }),
    })),
    { idsOnly: true },
  )
  return ids
}
