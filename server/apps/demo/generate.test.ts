import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { fieldTypes } from '#shared/fields/index.ts'
import { wireName } from '#shared/fields/wire-name.ts'
import type { Language } from '#shared/language.ts'
import { uuidv7, uuidv7Time } from '#shared/uuid.ts'
import { shippedObjects } from '../index.ts'
import { type Batch, type DemoOptions, demoBasics, generateDemo } from './index.ts'

const now = new Date('2026-11-20T08:00:00.000Z')
const pipelineId = uuidv7()
const stages = (['open', 'open', 'open', 'open', 'won', 'lost'] as const).map((outcome, index) => ({
  id: uuidv7(),
  pipelineId,
  position: index + 1,
  probability: [10, 25, 50, 75, 100, 0][index] ?? null,
  outcome,
}))
const users = [uuidv7(), uuidv7(), uuidv7()].map((id) => ({ id }))
const products = [{ id: uuidv7(), name: '知客企业版' }]
const options = (more: Partial<DemoOptions> = {}): DemoOptions => ({
  records: 300,
  seed: 7,
  language: 'zh-CN',
  now,
  users,
  stages,
  products,
  ...more,
})

type Row = Readonly<Record<string, unknown>>

function generate(more: Partial<DemoOptions> = {}): { batches: Batch[]; of: (object: string) => Row[] } {
  const batches = [...generateDemo(options(more))]
  const of = (object: string) =>
    batches.filter((batch) => batch.object === object).flatMap(({ records }) => records)
  return { batches, of }
}

const text = (row: Row, member: string) => String(row[member] ?? '')
const large = generate({ records: 20_000 })
const outcomeOf = (deal: Row) => stages.find(({ id }) => id === deal.stageId)?.outcome

test('the same options give the same records, another seed others', () => {
  expect(generate().batches).toEqual(generate().batches)
  expect(generate({ seed: 8 }).batches).not.toEqual(generate().batches)
})

test.each([0, 1, 3, 10, 300, 2_345, 20_000])(
  '%i records are %i records, in batches of at most 5,000',
  (records) => {
    const { batches } = generate({ records })
    expect(batches.reduce((sum, batch) => sum + batch.records.length, 0)).toBe(records)
    for (const batch of batches) expect(batch.records.length).toBeLessThanOrEqual(5_000)
  },
)

test('records hold declared fields only, with values as their types keep them', () => {
  const wrong = new Set<string>()
  const basics = (['zh-CN', 'zh-TW', 'en'] as const).flatMap((language) =>
    demoBasics({ seed: 1, language, now }),
  )
  const taiwan = generate({ language: 'zh-TW', records: 2_000 })
  for (const { object, records } of [...large.batches, ...taiwan.batches, ...basics]) {
    const declared = shippedObjects.find(({ name }) => name === object)?.fields ?? []
    const fields = new Map(declared.map((field) => [wireName(field), field]))
    for (const record of records)
      for (const [member, value] of Object.entries(record)) {
        if (['id', 'createdAt', 'ownerId'].includes(member)) continue
        const field = fields.get(member)
        if (field === undefined) wrong.add(`${object}.${member} is not declared`)
        else {
          const parsed = fieldTypes[field.type].parse(value, field)
          // A time without the trailing zeros of its fraction is the same time.
          const isKept = field.type === 'dateTime' || (parsed.ok && isDeepStrictEqual(parsed.value, value))
          if (!parsed.ok || !isKept)
            wrong.add(`${object}.${member}: ${JSON.stringify(value)} is ${JSON.stringify(parsed)}`)
        }
      }
  }
  expect([...wrong].slice(0, 20)).toEqual([])
})

test('what a record refers to came before it or with it', () => {
  const known = new Set<unknown>([...users, ...products, ...stages].map(({ id }) => id)).add(pipelineId)
  const missing = new Set<string>()
  for (const { object, records } of large.batches) {
    for (const record of records) known.add(record.id)
    for (const record of records) {
      for (const [member, value] of Object.entries(record))
        if (member.endsWith('Id') && !known.has(value)) missing.add(`${object}.${member}`)
      for (const { id } of [record.regarding ?? [], record.participants ?? []].flat() as { id: string }[])
        if (!known.has(id)) missing.add(`${object}, any record`)
    }
  }
  expect([...missing]).toEqual([])
})

test('ids are unique and carry the time of creation, which lies in the last three years', () => {
  const rows = large.batches.flatMap(({ records }) => records)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  const oldest = now.getTime() - 3.05 * 365 * 86_400_000
  const wrong = rows.filter((row) => {
    const createdAt = Date.parse(text(row, 'createdAt'))
    const isPast = ['occurredAt', 'endsAt', 'closedAt', 'lastActivityAt'].every(
      (member) => text(row, member) <= now.toISOString(),
    )
    return (
      uuidv7Time(text(row, 'id')) !== createdAt || createdAt > now.getTime() || createdAt < oldest || !isPast
    )
  })
  expect(wrong).toEqual([])
})

test('unique values are unique, in a second load too', () => {
  const second = generate({ records: 20_000, seed: 8, firstSerial: large.of('company').length })
  const companies = [...large.of('company'), ...second.of('company')]
  for (const member of ['code', 'registrationNumber']) {
    const values = companies.map((row) => row[member]).filter((value) => value !== undefined)
    expect(new Set(values).size).toBe(values.length)
  }
})

test('300 records already look like a company at work', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const { of } = generate({ seed })
    const staffed = new Set(of('contact').map((row) => row.companyId))
    expect(staffed.size).toBe(of('company').length)
    expect(new Set(of('deal').map((row) => row.stageId)).size).toBe(stages.length)
    const due = of('task').filter((row) => ['open', 'inProgress'].includes(text(row, 'status')))
    const overdue = due.filter((row) => text(row, 'dueAt') < now.toISOString())
    expect(overdue.length).toBeGreaterThan(0)
    expect(due.length - overdue.length).toBeGreaterThan(2)
  }
})

test('deals close as in life', () => {
  const deals = large.of('deal')
  const won = deals.filter((deal) => outcomeOf(deal) === 'won').length
  const lost = deals.filter((deal) => outcomeOf(deal) === 'lost').length
  expect(won / (won + lost)).toBeGreaterThan(0.25)
  expect(won / (won + lost)).toBeLessThan(0.35)
  expect((won + lost) / deals.length).toBeGreaterThan(0.6)
  const wrong = deals.filter((deal) => {
    const outcome = outcomeOf(deal)
    if (outcome === 'open' && deal.closedAt !== undefined) return true
    if (outcome !== 'open' && text(deal, 'closedAt') <= text(deal, 'createdAt')) return true
    return outcome !== 'lost' && deal.lossReason !== undefined
  })
  expect(wrong).toEqual([])
  const perQuarterEnd = (month: number) => (month % 3 === 2 ? 1 : 0)
  const closed = deals.filter((deal) => deal.closedAt !== undefined)
  const atQuarterEnd = closed.reduce(
    (sum, deal) => sum + perQuarterEnd(new Date(text(deal, 'closedAt')).getUTCMonth()),
    0,
  )
  expect(atQuarterEnd / closed.length).toBeGreaterThan(0.4)
})

test('sizes are skewed, and larger companies buy for more', () => {
  const companies = new Map(large.of('company').map((row) => [row.id, Number(row.numberOfEmployees)]))
  const sizes = [...companies.values()].sort((a, b) => a - b)
  const median = sizes[sizes.length >> 1]!
  expect(median).toBeGreaterThan(50)
  expect(median).toBeLessThan(250)
  expect(sizes.at(-1)!).toBeGreaterThan(20 * median)
  const average = (wanted: (employees: number) => boolean) => {
    const amounts = large
      .of('deal')
      .filter((deal) => wanted(companies.get(deal.companyId) ?? 0))
      .map((deal) => Number(deal.amount))
    return amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length
  }
  expect(average((employees) => employees > 500)).toBeGreaterThan(2 * average((employees) => employees < 50))
})

test('open deals are talked about more than closed ones', () => {
  const talks = new Map<unknown, number>()
  for (const { regarding } of large.of('activity'))
    for (const { id } of regarding as { id: string }[]) talks.set(id, (talks.get(id) ?? 0) + 1)
  const average = (isOpen: boolean) => {
    const deals = large.of('deal').filter((deal) => (outcomeOf(deal) === 'open') === isOpen)
    return deals.reduce((sum, deal) => sum + (talks.get(deal.id) ?? 0), 0) / deals.length
  }
  expect(average(true)).toBeGreaterThan(2 * average(false))
})

test('the last activity of a deal is the last one about it', () => {
  const last = new Map<unknown, string>()
  for (const activity of large.of('activity'))
    for (const { id } of activity.regarding as { id: string }[])
      if (text(activity, 'occurredAt') > (last.get(id) ?? '')) last.set(id, text(activity, 'occurredAt'))
  expect(large.of('deal').filter((deal) => deal.lastActivityAt !== last.get(deal.id))).toEqual([])
})

test('seven of ten companies are Chinese unless told otherwise, and a Taiwanese workspace has Taiwanese ones', () => {
  const isChinese = (row: Row) => /\p{Script=Han}/u.test(text(row, 'name'))
  const share = (rows: Row[]) => rows.filter(isChinese).length / rows.length
  expect(share(large.of('company'))).toBeCloseTo(0.7, 1)
  expect(share(generate({ chineseShare: 0 }).of('company'))).toBe(0)
  const taiwan = generate({ language: 'zh-TW' }).of('company').filter(isChinese)
  for (const row of taiwan) expect(row).toMatchObject({ address: { country: 'TW' } })
})

test('texts have no open slots and few repeat', () => {
  for (const language of ['zh-CN', 'zh-TW', 'en'] satisfies Language[]) {
    const bodies = generate({ records: 2_000, language })
      .of('activity')
      .map((row) => `${text(row, 'subject')} ${text(row, 'body')}`)
    expect(bodies.filter((body) => /[{}]|undefined/.test(body))).toEqual([])
    expect(new Set(bodies).size / bodies.length).toBeGreaterThan(0.95)
  }
})

test('works without members, products and stages', () => {
  const { of } = generate({ users: [], products: [], stages: [] })
  expect(of('deal').length).toBeGreaterThan(0)
  expect(of('deal').filter((row) => 'ownerId' in row || 'stageId' in row)).toEqual([])
})

test('the members and products of an empty workspace are there in every language', () => {
  for (const language of ['zh-CN', 'zh-TW', 'en'] satisfies Language[]) {
    const basics = demoBasics({ seed: 3, language, now })
    expect(basics.map(({ object }) => object)).toEqual(['team', 'user', 'product'])
    for (const { records } of basics) expect(records.length).toBeGreaterThan(2)
  }
})
