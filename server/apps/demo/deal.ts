import type { Outcome } from '../sales/stamp-deal.ts'
import type { CompanyParty } from './company.ts'
import type { ContactParty } from './contact.ts'
import type { Party } from './party.ts'
import { weighted } from './random.ts'
import { type DemoStage, day, iso, roundFigure, type World } from './world.ts'

export interface DealParty extends Party {
  readonly object: 'deal'
  readonly company: CompanyParty
  readonly contact: ContactParty | undefined
  readonly topic: string
  readonly amount: number
  readonly outcome: Outcome
  /** Unix milliseconds; undefined while it is open. */
  readonly closedAt: number | undefined
}

const openShare = 0.3
const winRate: Readonly<Record<string, number>> = {
  referral: 0.42,
  partner: 0.38,
  tender: 0.24,
  coldCall: 0.2,
}
const usualWinRate = 0.31

const lossReasonAt = weighted([
  ['price', 27],
  ['competitor', 24],
  ['noBudget', 13],
  ['noDecision', 14],
  ['features', 9],
  ['timing', 6],
  ['unresponsive', 7],
])
const laterKindAt = weighted([
  ['renewal', 30],
  ['upsell', 45],
  ['newBusiness', 25],
])
const amountOf: Readonly<Record<string, number>> = { newBusiness: 1, upsell: 0.6, renewal: 0.8 }

interface Course {
  readonly createdAt: number
  readonly stage: DemoStage | undefined
  readonly outcome: Outcome
  readonly closeDate: number
  readonly closedAt?: number
}

export function makeDeal(world: World, company: CompanyParty): DealParty {
  const { random } = world
  const { culture, contacts } = company
  const course = courseOf(world, company)
  const { createdAt, stage, outcome, closedAt } = course
  const wonBefore = company.deals.some((deal) => deal.outcome === 'won' && deal.createdAt < createdAt)
  const kind = wonBefore ? laterKindAt(random.unit()) : 'newBusiness'
  const topic = culture.topic(random)
  const usual = 90_000 * Math.sqrt(company.employees / 100) * (amountOf[kind] ?? 1)
  const amount = roundFigure(Math.max(3_000, random.logNormal(usual, 0.8)) * world.scale)
  const contact = contacts.length === 0 ? undefined : random.pick(contacts)
  const product = world.product()
  const id = world.newId(createdAt)
  const { ownerId } = company
  const record = {
    id,
    createdAt: iso(createdAt),
    ...(ownerId !== null && { ownerId }),
    name: culture.dealName(random, topic, new Date(createdAt).getUTCFullYear()),
    companyId: company.id,
    ...(contact !== undefined && { contactId: contact.id }),
    amount: String(amount),
    ...(stage !== undefined && { stageId: stage.id, pipelineId: stage.pipelineId }),
    ...(stage?.probability != null && { probability: stage.probability }),
    closeDate: world.localDate(course.closeDate),
    ...(closedAt !== undefined && { closedAt: iso(closedAt) }),
    ...(outcome === 'lost' && random.chance(0.9) && { lossReason: lossReasonAt(random.unit()) }),
    kind,
    ...(product !== undefined && { productId: product.id }),
    ...(outcome === 'open' && random.chance(0.8) && { nextStep: random.pick(culture.nextSteps) }),
    source: company.source,
    ...(random.chance(0.1) && { tags: [random.pick(culture.tags)] }),
  }
  return {
    object: 'deal',
    id,
    record,
    createdAt,
    ownerId,
    company,
    contact,
    topic,
    amount,
    outcome,
    closedAt,
    lastActivity: 0,
    nextActivity: 0,
  }
}

function courseOf(world: World, company: CompanyParty): Course {
  const { wonStage, lostStage, openStages, even } = world
  const share = even.outcome()
  const rate = winRate[company.source] ?? usualWinRate
  const won = share < openShare + (1 - openShare) * rate
  const closing = won ? wonStage : lostStage
  const isYoung = world.now - company.createdAt < 21 * day
  return share < openShare || closing === undefined || isYoung
    ? openCourse(world, company, openStages)
    : closedCourse(world, company, closing)
}

/** Early stages hold more deals and younger ones. */
function openCourse(world: World, company: CompanyParty, stages: readonly DemoStage[]): Course {
  const { random, now } = world
  const last = Math.max(1, stages.length - 1)
  const stageAt = weighted(
    stages.map((stage, index) => [{ stage, index }, 1 - (0.5 * index) / last] as const),
  )
  const found = stages.length === 0 ? undefined : stageAt(world.even.stage())
  const progress = (found?.index ?? 0) / last
  const age = random.logNormal(12 + 50 * progress, 0.7) * day
  const createdAt = world.workTime(Math.max(now - age, company.createdAt), company.createdAt + 60_000)
  const isLate = random.chance(0.14)
  const left = isLate ? -random.between(1, 20) : random.logNormal(75 - 50 * progress, 0.5)
  const expected = Math.max(createdAt + day, now + left * day)
  return {
    createdAt,
    stage: found?.stage,
    outcome: 'open',
    closeDate: !isLate && random.chance(0.35) ? nearQuarterEnd(world, expected) : expected,
  }
}

function closedCourse(world: World, company: CompanyParty, stage: DemoStage): Course {
  const { random, now } = world
  const life = now - company.createdAt
  const usual = random.logNormal(48 * (company.employees / 100) ** 0.12, 0.65) * day
  const cycle = Math.min(usual, life * random.between(0.3, 0.9))
  const start = company.createdAt + random.unit() ** 1.25 * (life - cycle)
  const createdAt = world.workTime(start, company.createdAt + 60_000)
  const end = createdAt + cycle
  const pulled = random.chance(0.35) ? nearQuarterEnd(world, end) : end
  const closedAt = world.workTime(pulled < now ? pulled : end, createdAt + 60_000)
  return {
    createdAt,
    stage,
    outcome: stage.outcome,
    closedAt,
    closeDate: closedAt + (random.chance(0.6) ? 0 : random.between(-12, 12) * day),
  }
}

/** In the last days of the same quarter, when targets are counted. */
function nearQuarterEnd({ random }: World, moment: number): number {
  const date = new Date(moment)
  const month = date.getUTCMonth()
  return Date.UTC(date.getUTCFullYear(), month - (month % 3) + 3, 0) - random.unit() ** 2 * 12 * day
}
