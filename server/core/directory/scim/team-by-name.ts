import type { Context } from '#server/core/context.ts'
import { createRecords } from '#server/core/records/index.ts'
import { knownTeams } from '../known.ts'

/** The team of a name, the one nearest to the top where there are several; made where there is none. */
export async function teamByName(cx: Context, name: string): Promise<string> {
  const fitting = (await knownTeams(cx)).filter((team) => team.name === name)
  const known = fitting.find(({ parentId }) => parentId === null) ?? fitting[0]
  if (known !== undefined) return known.id
  const { ids } = await createRecords(cx, 'team', [{ name }], { idsOnly: true, single: true })
  return ids[0]!
}
