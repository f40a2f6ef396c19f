import type { CompanyParty } from './company.ts'
import type { Party } from './party.ts'
import { day, iso, type World } from './world.ts'

export interface ContactParty extends Party {
  readonly object: 'contact'
  readonly name: string
}

/** A person of a company; the first one is known from the start. */
export function makeContact(world: World, company: CompanyParty): ContactParty {
  const { random, now } = world
  const { culture } = company
  const person = culture.person(random)
  const position = culture.position(random)
  const isFirst = company.contacts.length === 0
  const later = isFirst ? random.whole(1, 20) * 60_000 : random.exponential(160 * day)
  const createdAt = isFirst
    ? Math.min(now - 1_000, company.createdAt + later)
    : world.workTime(Math.min(now, company.createdAt + later), company.createdAt + 60_000)
  const id = world.newId(createdAt)
  const { ownerId } = company
  const record = {
    id,
    createdAt: iso(createdAt),
    ...(ownerId !== null && { ownerId }),
    name: person.name,
    givenName: person.givenName,
    familyName: person.familyName,
    jobTitle: position.jobTitle,
    department: position.department,
    ...(random.chance(0.7) && { role: position.role }),
    companyId: company.id,
    ...(random.chance(0.82) && { email: `${person.mailbox}@${company.domain}` }),
    ...(random.chance(0.3) && { phone: company.phone }),
    ...(random.chance(0.85) && { mobile: culture.mobile(random) }),
    ...(culture.wechat &&
      random.chance(0.65) && { wechat: `${person.mailbox.replace('.', '_')}${random.digits(2)}` }),
    ...(random.chance(0.12) && { birthday: birthday(world) }),
    ...(random.chance(0.5) && { source: company.source }),
    ...(random.chance(0.06) && { tags: [random.pick(culture.tags)] }),
  }
  return {
    object: 'contact',
    id,
    record,
    createdAt,
    ownerId,
    name: person.name,
    lastActivity: 0,
    nextActivity: 0,
  }
}

function birthday({ random, now, localDate }: World): string {
  const age = Math.min(68, Math.max(22, 40 + 9 * random.normal()))
  return localDate(now - age * 365.25 * day)
}
