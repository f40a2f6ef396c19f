import type { ContactParty } from './contact.ts'
import type { Culture } from './culture.ts'
import type { DealParty } from './deal.ts'
import type { Party } from './party.ts'
import { sourceAt } from './source.ts'
import { day, iso, roundFigure, type World } from './world.ts'

export interface CompanyParty extends Party {
  readonly object: 'company'
  readonly culture: Culture
  readonly name: string
  readonly domain: string
  readonly phone: string
  readonly source: string
  readonly employees: number
  readonly contacts: ContactParty[]
  readonly deals: DealParty[]
}

const levels: readonly (readonly [number, string])[] = [
  [3_000, 'S'],
  [600, 'A'],
  [100, 'B'],
  [0, 'C'],
]

/** @param moment about when it became known, Unix milliseconds */
export function makeCompany(world: World, serial: number, moment: number): CompanyParty {
  const { random } = world
  const culture = world.culture()
  const identity = culture.company(random, serial)
  const createdAt = world.workTime(moment, 0)
  const id = world.newId(createdAt)
  const ownerId = world.owner()
  const employees = Math.min(90_000, Math.max(4, roundFigure(random.logNormal(110, 1.35))))
  const revenue = roundFigure(employees * random.logNormal(600_000, 0.6) * world.scale)
  // People rate by impression: neighbours of the right level occur.
  const level = levels.find(([least]) => employees * random.logNormal(1, 0.5) >= least)?.[1] ?? 'C'
  const source = sourceAt(random.unit())
  const record = {
    id,
    createdAt: iso(createdAt),
    ...(ownerId !== null && { ownerId }),
    name: identity.name,
    legalName: identity.legalName,
    ...(identity.registrationNumber !== undefined && { registrationNumber: identity.registrationNumber }),
    code: `C-${String(serial + 1).padStart(6, '0')}`,
    industry: identity.industry,
    level,
    status: 'prospect',
    numberOfEmployees: employees,
    ...(random.chance(0.8) && { annualRevenue: String(revenue) }),
    website: `https://www.${identity.domain}`,
    phone: identity.phone,
    ...(random.chance(0.6) && { email: `info@${identity.domain}` }),
    address: identity.address,
    source,
    ...(random.chance(0.3) && { tags: [random.pick(culture.tags)] }),
    ...(random.chance(0.35) && { description: random.pick(culture.companyNotes) }),
  }
  return {
    object: 'company',
    id,
    record,
    createdAt,
    ownerId,
    culture,
    name: identity.name,
    domain: identity.domain,
    phone: identity.phone,
    source,
    employees,
    contacts: [],
    deals: [],
    lastActivity: 0,
    nextActivity: 0,
  }
}

/** Some smaller companies belong to a larger one that was known before them. */
export function nameParents(world: World, companies: readonly CompanyParty[]): void {
  for (const [index, company] of companies.entries()) {
    const parent = companies[world.random.whole(0, index)]
    if (parent !== undefined && parent.employees > 4 * company.employees && world.random.chance(0.12))
      if (parent.culture === company.culture && parent.record.parentId === undefined)
        company.record.parentId = parent.id
  }
}

/** What a company's deals make of it. */
export function companyStatus(world: World, company: CompanyParty): string {
  const won = company.deals.filter(({ outcome }) => outcome === 'won')
  const isOpen = company.deals.some(({ outcome }) => outcome === 'open')
  const lastClosed = Math.max(0, ...company.deals.map(({ closedAt }) => closedAt ?? 0))
  const quiet = world.now - lastClosed
  if (won.length > 0) {
    if (isOpen || quiet < 270 * day) return 'customer'
    return world.random.chance(0.5) ? 'customer' : world.random.chance(0.7) ? 'atRisk' : 'lost'
  }
  if (isOpen) return 'active'
  if (company.deals.length > 0) return quiet > 200 * day && world.random.chance(0.5) ? 'lost' : 'prospect'
  return world.now - company.createdAt < 60 * day && world.random.chance(0.5) ? 'active' : 'prospect'
}
