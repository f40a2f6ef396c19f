import type { People, PersonLine } from '#shared/operations/people.ts'
import type { Invitation } from '#web/data/people.ts'

export const states = ['active', 'invited', 'deactivated'] as const
export type PersonState = (typeof states)[number]

/** A line of the table: somebody who works here, did, or is asked to. */
export type Line =
  | { readonly id: string; readonly person: PersonLine }
  | { readonly id: string; readonly invitation: Invitation }

const has = (text: string, ...values: readonly (string | null | undefined)[]): boolean =>
  values.some((value) => value?.toLowerCase().includes(text) === true)

/** Members or invitations in a state whose name, address, number or job title has the text. */
export function shownPeople(
  { people }: Pick<People, 'people'>,
  invitations: readonly Invitation[],
  { state, search }: { readonly state: PersonState; readonly search: string },
): Line[] {
  const text = search.trim().toLowerCase()
  if (state === 'invited')
    return invitations
      .filter(({ name, email, mobile }) => text === '' || has(text, name, email, mobile))
      .map((invitation) => ({ id: invitation.id, invitation }))
  return people
    .filter(({ isActive }) => isActive === (state === 'active'))
    .filter(
      ({ name, email, mobile, jobTitle, account }) =>
        text === '' || has(text, name, email, mobile, jobTitle, account?.email, account?.mobile),
    )
    .map((person) => ({ id: person.id, person }))
}
