import type { DirectoryPerson } from './directory.ts'
import type { KnownPerson } from './known.ts'
import type { PeopleState } from './plan-people.ts'

/**
 * Who of the members a person is whom the directory names for the first time: the one of the same address or number, unless they
 * are somebody else's already. Two who fit are none.
 */
export function createMatcher({
  known,
  links,
  phone,
}: Pick<PeopleState, 'known' | 'links' | 'phone'>): (
  person: DirectoryPerson,
) => KnownPerson | 'several' | undefined {
  const taken = new Set([...links.values()].map(({ recordId }) => recordId))
  const free = known.filter(({ id }) => !taken.has(id))
  const byEmail = Map.groupBy(free, ({ email }) => email?.toLowerCase() ?? '')
  const byMobile = Map.groupBy(free, ({ mobile }) => phone(mobile ?? ''))
  return ({ email, mobile }) => {
    const fitting = [
      ...(email === null ? [] : (byEmail.get(email.toLowerCase()) ?? [])),
      ...(mobile === null || phone(mobile) === '' ? [] : (byMobile.get(phone(mobile)) ?? [])),
    ]
    const [first, second] = new Set(fitting.filter(({ id }) => !taken.has(id)))
    if (second !== undefined) return 'several'
    if (first !== undefined) taken.add(first.id)
    return first
  }
}
