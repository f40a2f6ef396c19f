import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { historyOf } from '#server/core/changes/history.ts'
import { readChanges } from '#server/core/changes/index.ts'
import { timelineOf } from '#server/core/changes/timeline.ts'
import {
  aggregateRecords,
  createRecords,
  deleteRecords,
  getRecord,
  listRecords,
  updateRecords,
} from '#server/core/records/index.ts'
import { type FurnishedScene, list, names, openFurnishedScene, type Row } from './test/furnished.ts'
import { limited } from './test/scene.ts'

let scene: FurnishedScene

beforeAll(async () => {
  scene = await openFurnishedScene()
})
afterAll(() => scene.drop())

describe('whose records', () => {
  const everything = ['公海客户', '北京软件', '北方重工', '华东纺织', '华东零售', '经理自留']
  test.each([
    ['inNorth', 'own', ['北方重工']],
    ['inNorth', 'team', ['北方重工', '经理自留']],
    ['manager', 'teamAndBelow', ['北京软件', '北方重工', '经理自留']],
    ['inEast', 'team', ['华东纺织', '华东零售']],
    ['inEast', 'all', everything],
  ] as const)('%s sees those of scope %s', async (person, read, expected) => {
    const cx = await scene.as(person, limited({ read }))
    const seen = expected.toSorted()
    expect(await names(cx)).toEqual(seen)
    // In every order, page by page, counted and summed, with words and without.
    for (const sort of ['name', '-name', 'annualRevenue', '-createdAt', 'owner', 'industry,-name']) {
      const paged: string[] = []
      for (let cursor: string | undefined; ; ) {
        const page = JSON.parse(
          await listRecords(cx, 'company', { sort: sort.split(','), limit: 2, cursor, count: 'exact' }),
        ) as { data: Row[]; nextCursor: string | null; count: number }
        paged.push(...page.data.map(({ name }) => String(name)))
        expect(page.count).toBe(seen.length)
        if (page.nextCursor === null) break
        cursor = page.nextCursor
      }
      expect(paged.toSorted()).toEqual(seen)
      expect(paged).toEqual(
        (await list(scene.system, 'company', { sort: sort.split(',') }))
          .map(({ name }) => String(name))
          .filter((name) => seen.includes(name)),
      )
    }
    expect(await names(cx, { search: '华东' })).toEqual(seen.filter((name) => name.includes('华东')))
    const total = JSON.parse(
      await aggregateRecords(cx, 'company', {
        measures: [{ fn: 'count' }, { fn: 'sum', field: 'annualRevenue' }],
      }),
    ) as { data: [Record<string, unknown>] }
    expect(total.data[0].count).toBe(seen.length)
    for (const [id, name] of scene.companies) {
      expect((await getRecord(cx, 'company', id)) !== undefined, name).toBe(seen.includes(name))
      const told = historyOf(cx, 'company', id).then(
        ({ data }) => data.length > 0,
        ({ code }: { code: string }) => (code === 'record_missing' ? false : code),
      )
      expect(await told, name).toBe(seen.includes(name))
      const timeline = timelineOf(cx, 'company', id).then(
        () => true,
        ({ code }: { code: string }) => (code === 'record_missing' ? false : code),
      )
      expect(await timeline, name).toBe(seen.includes(name))
    }
    const { data: entries } = await readChanges(cx, scene.began, 1000)
    const told = entries
      .filter(({ object }) => object === 'company')
      .map(({ recordId }) => scene.companies.get(recordId))
    expect(new Set(told)).toEqual(new Set(seen))
  })

  test('what is related is shown as far as it can be seen', async () => {
    const cx = await scene.as('inNorth', {
      ...limited({ read: 'own' }),
      objects: { deal: { read: 'all' } },
    })
    const seen = await list(cx, 'deal', { include: ['company'], sort: ['name'] })
    expect(seen.map(({ company }) => (company as Row | null)?.name ?? null)).toEqual(['北方重工', null, null])
    expect(await list(cx, 'deal', { filter: 'company.name = "华东纺织"' })).toEqual([])
    expect(await list(cx, 'deal', { filter: 'company.name = "北方重工"' })).toHaveLength(1)
    const grouped = JSON.parse(await aggregateRecords(cx, 'deal', { groupBy: ['company.name'] })) as {
      data: Row[]
    }
    expect(grouped.data).toEqual([
      { 'company.name': '北方重工', count: 1 },
      { 'company.name': null, count: 2 },
    ])
  })

  test('what happened is seen by whoever sees what it is about', async () => {
    const about = (name: string) => ({ regarding: [{ object: 'company', id: scene.idOf(name) }] })
    const common = { kind: 'call', ownerId: scene.people.inEast }
    await createRecords(scene.system, 'activity', [
      { ...common, ...about('北方重工'), subject: '回访' },
      { ...common, ...about('华东纺织'), subject: '报价' },
    ])
    const cx = await scene.as('inNorth', limited({ read: 'own' }))
    expect((await list(cx, 'activity')).map(({ subject }) => subject)).toEqual(['回访'])
    const { data } = await timelineOf(cx, 'company', scene.idOf('北方重工'))
    expect(data.map(({ title }) => title)).toContain('回访')
  })
})

describe('sharing', () => {
  test('a rule opens what it says to a team, and a share one record to a person', async () => {
    const { teams, people } = scene
    await scene.shareByRule('company', 'industry = "manufacturing"', `team:${teams.north}`)
    await scene.shareByRule('deal', 'company.name = "华东纺织"', `teamAndBelow:${teams.north}`, 'edit')
    await scene.shareRecord('company', scene.idOf('公海客户'), `user:${people.inNorth}`, 'edit')
    const cx = await scene.as('inNorth', limited({ read: 'own', update: 'own', delete: 'own' }))
    expect(await names(cx)).toEqual(['公海客户', '北方重工', '华东纺织'].toSorted())
    for (const sort of [['name'], ['-createdAt'], ['-annualRevenue', 'name']])
      expect((await list(cx, 'company', { sort, limit: 1000 })).length).toBe(3)
    expect((await list(cx, 'deal')).map(({ name }) => name).toSorted()).toEqual(
      ['北方设备', '华东订单'].toSorted(),
    )

    const change = (object: string, id: string, values: object) =>
      updateRecords(cx, object, [{ id, ...values }], { single: true })
    await change('company', scene.idOf('公海客户'), { description: '已联系' })
    await change('deal', scene.deals.east, { description: '协助' })
    await expect(change('company', scene.idOf('华东纺织'), { description: '偷改' })).rejects.toMatchObject({
      code: 'not_permitted',
    })
    await expect(deleteRecords(cx, 'company', [scene.idOf('公海客户')])).rejects.toMatchObject({
      code: 'not_permitted',
    })
    const below = await scene.as('inNorth1', limited({ read: 'own' }))
    expect((await list(below, 'deal')).map(({ name }) => name).toSorted()).toEqual(
      ['北京许可', '华东订单'].toSorted(),
    )
    expect(await names(below)).toEqual(['北京软件'])
  })
})

test('no filter, sort, include or figure widens what a person sees', async () => {
  const cx = await scene.as(
    'inNorth1',
    limited({ read: 'team' }, { fields: { company: { annual_revenue: 'hidden' } } }),
  )
  const visible = new Set(await names(cx))
  const atom = fc.constantFrom(
    'true',
    'false',
    'name != ""',
    'isBlank(owner)',
    'owner.name = "林涛"',
    'not (owner.name = "林涛")',
    'contains(name, "华")',
    'industry in ("retail", "software")',
    'parent.name = ""',
    'createdAt < now()',
    'not isBlank(deletedAt) or isBlank(deletedAt)',
    'ownerId = ownerId or true',
  )
  const filter: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      atom,
      fc
        .tuple(tie('node'), fc.constantFrom('and', 'or'), tie('node'))
        .map(([a, word, b]) => `(${a}) ${word} (${b})`),
      tie('node').map((inner) => `not (${inner})`),
      tie('node').map((inner) => `if(${inner}, true, false)`),
    ),
  })).node
  const sort = fc.subarray(['name', '-industry', 'owner', '-createdAt', 'owner.team.name'])
  await fc.assert(
    fc.asyncProperty(filter, sort, async (condition, order) => {
      const query = { filter: condition, sort: order, include: ['owner', 'parent'] }
      const seen = await names(cx, query)
      const all = await names(scene.system, query)
      expect(seen).toEqual(all.filter((name) => visible.has(name)))
      const figures = JSON.parse(
        await aggregateRecords(cx, 'company', { filter: condition, groupBy: ['owner.name'] }),
      ) as { data: { count: number }[] }
      expect(figures.data.reduce((sum, { count }) => sum + count, 0)).toBe(seen.length)
    }),
    { numRuns: 60 },
  )
})
