import { uuidv7 } from '#shared/uuid.ts'
import type { DirectoryPerson } from './directory.ts'
import type { KnownPerson } from './known.ts'
import type { Link } from './links.ts'
import { createMatcher } from './match-person.ts'
import type { Skipped } from './report.ts'

/** A member's record in the wire's terms; what is missing stays as it is. */
export type PersonValues = Partial<Omit<KnownPerson, 'id' | 'isActive' | 'managerId'>> & {
  readonly id: string
}

/** A person with the member they are. */
export interface Placed {
  readonly id: string
  readonly person: DirectoryPerson
}

export interface PeoplePlan {
  readonly create: readonly PersonValues[]
  readonly update: readonly PersonValues[]
  readonly link: readonly { readonly subject: string; readonly recordId: string }[]
  /** All who are there now: each should be able to come in. */
  readonly present: readonly Placed[]
  readonly returning: readonly Placed[]
  readonly leaving: readonly { readonly id: string; readonly subject: string; readonly name: string }[]
  /** Of how many who were there: for the share of who leaves. */
  readonly linked: number
  /** Once everybody is there. */
  readonly managers: readonly { readonly id: string; readonly managerId: string }[]
  readonly skipped: readonly Skipped[]
}

export interface PeopleState {
  readonly known: readonly KnownPerson[]
  readonly links: ReadonlyMap<string, Link>
  /** Members in the recycle bin. */
  readonly deleted: ReadonlySet<string>
  /** Members whom another directory has, too: they do not leave with this one. */
  readonly elsewhere: ReadonlySet<string>
  /** The team of each department. */
  readonly teamOf: ReadonlyMap<string, string>
  /** Teams that are departments of this source: what others somebody is in is not the directory’s to say. */
  readonly departments: ReadonlySet<string>
  /** E.164 of a number as written. */
  readonly phone: (text: string) => string
}

/** What brings the members in line with the people of a directory. Nothing that the directory does not tell is changed. */
export function planPeople(people: readonly DirectoryPerson[], state: PeopleState): PeoplePlan {
  const { links, deleted } = state
  const byId = new Map(state.known.map((known) => [known.id, known]))
  const match = createMatcher(state)
  const emails = new Map(
    state.known.flatMap(({ email, id }) => (email === null ? [] : [[email.toLowerCase(), id]])),
  )
  const plan = {
    create: [] as PersonValues[],
    update: [] as PersonValues[],
    link: [] as { subject: string; recordId: string }[],
    present: [] as Placed[],
    returning: [] as Placed[],
    skipped: [] as Skipped[],
  }
  const there = new Set<string>()
  for (const person of new Map(people.map((one) => [one.subject, one])).values()) {
    const { subject, name } = person
    const skip = (reason: Skipped['reason'], detail?: string): void =>
      void plan.skipped.push({ subject, name, reason, ...(detail !== undefined && { detail }) })
    if (!person.active) continue
    there.add(subject)
    const link = links.get(subject)
    if (link !== undefined && deleted.has(link.recordId)) {
      skip('deletedHere')
      continue
    }
    const found = link === undefined ? match(person) : byId.get(link.recordId)
    if (found === 'several') {
      skip('severalMatch')
      continue
    }
    const id = found?.id ?? link?.recordId ?? uuidv7()
    const email = person.email?.toLowerCase()
    const holder = email === undefined ? undefined : emails.get(email)
    if (holder !== undefined && holder !== id) {
      skip('emailTaken', byId.get(holder)?.name ?? email)
      continue
    }
    if (email !== undefined) emails.set(email, id)
    if (link === undefined) plan.link.push({ subject, recordId: id })
    const values = changesOf(person, found, state)
    if (found === undefined) plan.create.push({ id, ...values })
    else if (Object.keys(values).length > 0) plan.update.push({ id, ...values })
    if (found?.isActive !== false) plan.present.push({ id, person })
    else if (link?.left === true) plan.returning.push({ id, person })
    else skip('deactivatedHere')
  }
  const made = new Map(plan.link.map(({ subject, recordId }) => [subject, recordId]))
  const linkOf = (subject: string): string | undefined => links.get(subject)?.recordId ?? made.get(subject)
  const linked = [...links.values()].filter(
    ({ recordId, left }) => !left && byId.get(recordId)?.isActive !== false && byId.has(recordId),
  )
  return {
    ...plan,
    linked: linked.length,
    leaving: linked
      .filter(({ subject, recordId }) => !there.has(subject) && !state.elsewhere.has(recordId))
      .map(({ subject, recordId: id }) => ({ id, subject, name: byId.get(id)?.name ?? subject })),
    managers: managersOf(plan.present, byId, linkOf),
  }
}

/** What of a member's record differs from what the directory tells. */
function changesOf(
  person: DirectoryPerson,
  known: KnownPerson | undefined,
  { teamOf, departments, phone }: PeopleState,
): Omit<PersonValues, 'id'> {
  const { email, mobile, jobTitle } = person
  const [main, ...further] = person.departments.flatMap((department) => teamOf.get(department) ?? [])
  const own = known?.teamIds.filter((id) => !departments.has(id)) ?? []
  const teams = main === undefined ? undefined : { teamId: main, teamIds: unique([...further, ...own], main) }
  return {
    ...(known?.name !== nameOf(person) && { name: nameOf(person) }),
    ...(email !== null && known?.email?.toLowerCase() !== email.toLowerCase() && { email }),
    ...(mobile !== null && phone(known?.mobile ?? '') !== phone(mobile) && { mobile: phone(mobile) }),
    ...(jobTitle !== null && known?.jobTitle !== shortened(jobTitle) && { jobTitle: shortened(jobTitle) }),
    ...(teams !== undefined && known?.teamId !== teams.teamId && { teamId: teams.teamId }),
    ...(teams !== undefined &&
      !sameMembers(known?.teamIds ?? [], teams.teamIds) && { teamIds: teams.teamIds }),
  }
}

const shortened = (text: string): string => text.normalize('NFC').trim().slice(0, 200)
const nameOf = ({ name, email, subject }: DirectoryPerson): string =>
  shortened(name) || shortened(email ?? subject)
const unique = (ids: readonly string[], without: string): string[] =>
  [...new Set(ids)].filter((id) => id !== without)
const sameMembers = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && new Set([...one, ...other]).size === one.length

function managersOf(
  present: readonly Placed[],
  byId: ReadonlyMap<string, KnownPerson>,
  linkOf: (subject: string) => string | undefined,
): { id: string; managerId: string }[] {
  return present.flatMap(({ id, person: { managerSubject } }) => {
    const managerId = managerSubject === null ? undefined : linkOf(managerSubject)
    if (managerId === undefined || managerId === id || byId.get(id)?.managerId === managerId) return []
    return [{ id, managerId }]
  })
}
