import type { Culture } from './culture.ts'
import { fill } from './culture.ts'
import type { Party } from './party.ts'
import { weighted } from './random.ts'
import { sourceAt } from './source.ts'
import { day, iso, type World, years } from './world.ts'

export interface LeadParty extends Party {
  readonly object: 'lead'
  readonly name: string
  readonly companyName: string
  readonly topic: string
  readonly status: string
  readonly culture: Culture
}

const freshStatusAt = weighted([
  ['new', 65],
  ['contacted', 30],
  ['qualified', 5],
])
const laterStatusAt = weighted([
  ['new', 8],
  ['contacted', 22],
  ['qualified', 14],
  ['converted', 21],
  ['unqualified', 35],
])

export function makeLead(world: World, serial: number): LeadParty {
  const { random, now } = world
  const culture = world.culture()
  const person = culture.person(random)
  const company = culture.company(random, serial)
  const age = years * 365 * day * random.unit() ** 2
  const createdAt = world.workTime(now - age, 0)
  const id = world.newId(createdAt)
  const status = (age < 10 * day ? freshStatusAt : laterStatusAt)(random.unit())
  // Nobody has taken some of the new ones yet.
  const ownerId = status === 'new' && random.chance(0.45) ? null : world.owner()
  const topic = culture.topic(random)
  const record = {
    id,
    createdAt: iso(createdAt),
    ...(ownerId !== null && { ownerId }),
    name: person.name,
    companyName: company.name,
    ...(random.chance(0.7) && { jobTitle: culture.position(random).jobTitle }),
    ...(random.chance(0.7) && { email: `${person.mailbox}@${company.domain}` }),
    ...(random.chance(0.75) && { mobile: culture.mobile(random) }),
    ...(random.chance(0.15) && { phone: company.phone }),
    ...(culture.wechat &&
      random.chance(0.4) && { wechat: `${person.mailbox.replace('.', '_')}${random.digits(2)}` }),
    source: sourceAt(random.unit()),
    status,
    interest: world.product()?.name ?? topic,
    ...(random.chance(0.12) && { tags: [random.pick(culture.tags)] }),
    ...(random.chance(0.55) && { description: fill(random.pick(culture.leadNotes), { topic }) }),
  }
  return {
    object: 'lead',
    id,
    record,
    createdAt,
    ownerId,
    name: person.name,
    companyName: company.name,
    topic,
    status,
    culture,
    lastActivity: 0,
    nextActivity: 0,
  }
}
