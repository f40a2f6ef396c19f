import type { Context } from '#server/core/context.ts'
import { updateRecords } from '#server/core/records/index.ts'
import { knownPeople } from '../known.ts'
import { invalidValue } from './refusal.ts'

const chunk = 500

/**
 * Makes people members of a team, and others members no more. A first team is the main one; a further one is added to the others.
 * @throws ScimRefusal invalidValue for who is no user
 */
export async function changeMembers(
  cx: Context,
  teamId: string,
  { add = [], remove = [] }: { readonly add?: readonly string[]; readonly remove?: readonly string[] },
): Promise<void> {
  if (add.length + remove.length === 0) return
  const known = new Map((await knownPeople(cx)).map((person) => [person.id, person]))
  const unknown = add.find((id) => !known.has(id))
  if (unknown !== undefined) throw invalidValue(`members: ${unknown} is no user`)
  const edits = new Map<
    string,
    { readonly id: string; readonly teamId?: string | null; readonly teamIds?: readonly string[] }
  >()
  for (const id of new Set(remove)) {
    const person = known.get(id)
    if (person === undefined) continue
    const teamIds = person.teamIds.filter((other) => other !== teamId)
    if (person.teamId === teamId) edits.set(id, { id, teamId: teamIds[0] ?? null, teamIds: teamIds.slice(1) })
    else if (teamIds.length < person.teamIds.length) edits.set(id, { id, teamIds })
  }
  for (const id of new Set(add)) {
    const person = known.get(id)
    if (person === undefined || person.teamId === teamId || person.teamIds.includes(teamId)) continue
    edits.set(id, person.teamId === null ? { id, teamId } : { id, teamIds: [...person.teamIds, teamId] })
  }
  const rows = [...edits.values()]
  for (let at = 0; at < rows.length; at += chunk)
    await updateRecords(cx, 'user', rows.slice(at, at + chunk), { idsOnly: true })
}
