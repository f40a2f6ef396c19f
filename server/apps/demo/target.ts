import type { CompanyParty } from './company.ts'
import type { ContactParty } from './contact.ts'
import type { Culture } from './culture.ts'
import type { DealParty } from './deal.ts'
import type { LeadParty } from './lead.ts'
import type { Party } from './party.ts'
import { day, type World } from './world.ts'

/** What an activity or a task can be about, with the words its texts need. */
export interface Target {
  readonly regarding: readonly Party[]
  readonly contact: ContactParty | undefined
  readonly culture: Culture
  readonly slots: Readonly<Record<string, string>>
  /** Unix milliseconds between which it was worked on. */
  readonly from: number
  readonly to: number
  readonly outcome: 'open' | 'won' | 'lost' | undefined
  readonly activityWeight: number
  readonly taskWeight: number
}

const dealWeights = { open: [7, 5], won: [3.5, 0.25], lost: [1.6, 0] } as const
const leadWeights: Readonly<Record<string, readonly [number, number]>> = {
  new: [0.1, 0.8],
  contacted: [0.9, 1],
  qualified: [1.2, 1.2],
  converted: [0.8, 0],
  unqualified: [0.5, 0],
}

export function dealTarget(deal: DealParty, now: number): Target {
  const { company, contact } = deal
  const [activityWeight, taskWeight] = dealWeights[deal.outcome]
  return {
    regarding: contact === undefined ? [deal, company] : [deal, company, contact],
    contact,
    culture: company.culture,
    slots: {
      contact: contact?.name ?? company.name,
      company: company.name,
      topic: deal.topic,
      amount: company.culture.amount(deal.amount),
    },
    from: deal.createdAt,
    to: deal.closedAt ?? now,
    outcome: deal.outcome,
    activityWeight,
    taskWeight,
  }
}

export function companyTarget(world: World, company: CompanyParty): Target {
  const contact = company.contacts.length === 0 ? undefined : world.random.pick(company.contacts)
  return {
    regarding: contact === undefined ? [company] : [company, contact],
    contact,
    culture: company.culture,
    slots: {
      contact: contact?.name ?? company.name,
      company: company.name,
      topic: company.culture.topic(world.random),
      amount: company.culture.amount(world.random.whole(5, 80) * 10_000 * world.scale),
    },
    from: contact?.createdAt ?? company.createdAt,
    to: world.now,
    outcome: undefined,
    activityWeight: 0.5,
    taskWeight: 0.15,
  }
}

export function leadTarget(world: World, lead: LeadParty): Target {
  const [activityWeight, taskWeight] = leadWeights[lead.status] ?? [0.5, 0]
  return {
    regarding: [lead],
    contact: undefined,
    culture: lead.culture,
    slots: {
      contact: lead.name,
      company: lead.companyName,
      topic: lead.topic,
      amount: lead.culture.amount(world.random.whole(3, 40) * 10_000 * world.scale),
    },
    from: lead.createdAt,
    to: Math.min(world.now, lead.createdAt + 40 * day),
    outcome: undefined,
    activityWeight,
    taskWeight,
  }
}
