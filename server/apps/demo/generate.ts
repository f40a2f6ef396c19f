import { makeActivity } from './activity.ts'
import { type CompanyParty, companyStatus, makeCompany, nameParents } from './company.ts'
import { makeContact } from './contact.ts'
import { makeDeal } from './deal.ts'
import { makeLead } from './lead.ts'
import { type RecordInput, recordOf } from './party.ts'
import { type Counted, type Counts, countsOf, portion, spread } from './shares.ts'
import { companyTarget, dealTarget, leadTarget } from './target.ts'
import { makeTask } from './task.ts'
import { type DemoOptions, day, type World, worldOf, years } from './world.ts'

/** Records of one object, at most 5,000, that refer only to records of earlier batches or of this one. */
export interface Batch {
  readonly object: string
  readonly records: readonly RecordInput[]
}

/** Companies made at a time with all that belongs to them: no object then exceeds 5,000 records, and memory stays flat. */
const companiesAtOnce = 1_200

/**
 * Companies, contacts, leads, deals, activities and tasks of the last three years, as one sales team would have left
 * them. The same options give the same records.
 */
export function* generateDemo(options: DemoOptions): Generator<Batch> {
  const world = worldOf(options)
  const total = countsOf(options.records)
  const serial = options.firstSerial ?? 0
  for (let from = 0; from < total.company; from += companiesAtOnce) {
    const to = Math.min(total.company, from + companiesAtOnce)
    const part = (object: Counted) => portion(total[object], from / total.company, to / total.company)
    const counts: Counts = {
      company: to - from,
      contact: part('contact'),
      lead: part('lead'),
      deal: portion(total.deal, boughtBefore(from / total.company), boughtBefore(to / total.company)),
      activity: part('activity'),
      task: part('task'),
    }
    const companies: CompanyParty[] = []
    for (let index = from; index < to; index++)
      companies.push(makeCompany(world, serial + index, momentOf(world, index, total.company)))
    for (const batch of batchesOf(world, companies, counts)) if (batch.records.length > 0) yield batch
  }
}

function batchesOf(world: World, companies: readonly CompanyParty[], counts: Counts): Batch[] {
  const { random, now } = world
  nameParents(world, companies)

  const people = companies.map(({ employees }) => random.exponential(1) * employees ** 0.25)
  for (const [index, count] of spread(counts.contact, people, random.unit(), 1).entries())
    for (let made = 0; made < count; made++)
      companies[index]!.contacts.push(makeContact(world, companies[index]!))

  // A few companies buy again and again, many only ask.
  const appetites = companies.map(
    ({ employees, createdAt }) =>
      random.exponential(1) ** 1.3 * employees ** 0.2 * ((now - createdAt) / (years * 365 * day)) ** 0.6,
  )
  for (const [index, count] of spread(counts.deal, appetites, random.unit()).entries()) {
    const company = companies[index]!
    for (let made = 0; made < count; made++) company.deals.push(makeDeal(world, company))
    company.record.status = companyStatus(world, company)
  }

  const leads = Array.from({ length: counts.lead }, (_, index) => makeLead(world, index))
  const deals = companies.flatMap((company) => company.deals)
  const targets = [
    ...deals.map((deal) => dealTarget(deal, now)),
    ...companies.map((company) => companyTarget(world, company)),
    ...leads.map((lead) => leadTarget(world, lead)),
  ]
  const worked = targets.map(({ activityWeight }) => activityWeight * random.exponential(1))
  const activities = spread(counts.activity, worked, random.unit()).flatMap((count, index) =>
    Array.from({ length: count }, () => makeActivity(world, targets[index]!)),
  )
  const due = targets.map(({ taskWeight }) => taskWeight)
  const tasks = spread(counts.task, due, random.unit()).flatMap((count, index) =>
    Array.from({ length: count }, () => makeTask(world, targets[index]!)),
  )
  return [
    { object: 'company', records: companies.map(recordOf) },
    { object: 'contact', records: companies.flatMap(({ contacts }) => contacts.map(recordOf)) },
    { object: 'lead', records: leads.map(recordOf) },
    { object: 'deal', records: deals.map(recordOf) },
    { object: 'activity', records: activities },
    { object: 'task', records: tasks },
  ]
}

/** Share of all deals that the first `share` of the companies makes: who has been a customer for longer has asked more often. */
const boughtBefore = (share: number) => 1 - (1 - share) ** 1.7

/** Old customers were brought over when the work began; since then new ones come steadily. */
function momentOf({ random, now }: World, index: number, companies: number): number {
  const share = ((index + random.unit()) / companies) ** 1.15
  return now - years * 365 * day * (1 - share)
}
