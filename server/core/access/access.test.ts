import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { historyOf } from '#server/core/changes/history.ts'
import { readChanges } from '#server/core/changes/index.ts'
import { timelineOf } from '#server/core/changes/timeline.ts'
import type { Context } from '#server/core/context.ts'
import {
  aggregateRecords,
  createRecords,
  deleteRecords,
  getRecord,
  type ListQuery,
  listRecords,
  restoreRecords,
  revealField,
  updateRecords,
  upsertRecords,
} from '#server/core/records/index.ts'
import { catalogueOf } from './index.ts'
import { limited, openScene, type Scene } from './test/scene.ts'

type Row = Readonly<Record<string, unknown>> & { readonly id: string }

let scene: Scene
/** Names of companies by id. */
const companies = new Map<string, string>()
let deals: Readonly<Record<'north' | 'north1' | 'east', string>>
let began: string

beforeAll(async () => {
  scene = await openScene()
  const { system, people } = scene
  began = (await readChanges(system, '0', 1000)).nextCursor
  const rows = [
    ['北方重工', people.inNorth, 'manufacturing', '9000'],
    ['北京软件', people.inNorth1, 'software', '8000'],
    ['华东纺织', people.inEast, 'manufacturing', '7000'],
    ['华东零售', people.inEast, 'retail', '6000'],
    ['经理自留', people.manager, 'retail', '5000'],
    ['公海客户', null, 'retail', '4000'],
  ] as const
  const { ids } = await createRecords(
    system,
    'company',
    rows.map(([name, ownerId, industry, annualRevenue]) => ({
      ...{ name, ownerId, industry, annualRevenue, code: `C-${annualRevenue}` },
      phone: '13812344477',
      email: 'wang@example.com',
    })),
    { idsOnly: true },
  )
  for (const [index, id] of ids.entries()) companies.set(id, rows[index]![0])
  const deal = async (name: string, ownerId: string, companyId: string): Promise<string> =>
    (await createRecords(system, 'deal', [{ name, ownerId, companyId, amount: '500.00' }], { idsOnly: true }))
      .ids[0]!
  deals = {
    north: await deal('北方设备', people.inNorth, idOf('北方重工')),
    north1: await deal('北京许可', people.inNorth1, idOf('北京软件')),
    east: await deal('华东订单', people.inEast, idOf('华东纺织')),
  }
})
afterAll(() => scene.drop())

const idOf = (name: string): string => [...companies].find(([, known]) => known === name)![0]

const list = async (cx: Context, object: string, query: ListQuery = {}): Promise<Row[]> =>
  (JSON.parse(await listRecords(cx, object, { limit: 1000, ...query })) as { data: Row[] }).data
const names = async (cx: Context, query: ListQuery = {}): Promise<string[]> =>
  (await list(cx, 'company', query)).map(({ name }) => String(name)).toSorted()

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
    for (const [id, name] of companies) {
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
    const { data: entries } = await readChanges(cx, began, 1000)
    const told = entries
      .filter(({ object }) => object === 'company')
      .map(({ recordId }) => companies.get(recordId))
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
    const about = (name: string) => ({ regarding: [{ object: 'company', id: idOf(name) }] })
    const common = { kind: 'call', ownerId: scene.people.inEast }
    await createRecords(scene.system, 'activity', [
      { ...common, ...about('北方重工'), subject: '回访' },
      { ...common, ...about('华东纺织'), subject: '报价' },
    ])
    const cx = await scene.as('inNorth', limited({ read: 'own' }))
    expect((await list(cx, 'activity')).map(({ subject }) => subject)).toEqual(['回访'])
    const { data } = await timelineOf(cx, 'company', idOf('北方重工'))
    expect(data.map(({ title }) => title)).toContain('回访')
  })
})

describe('sharing', () => {
  test('a rule opens what it says to a team, and a share one record to a person', async () => {
    const { teams, people } = scene
    await scene.shareByRule('company', 'industry = "manufacturing"', `team:${teams.north}`)
    await scene.shareByRule('deal', 'company.name = "华东纺织"', `teamAndBelow:${teams.north}`, 'edit')
    await scene.shareRecord('company', idOf('公海客户'), `user:${people.inNorth}`, 'edit')
    const cx = await scene.as('inNorth', limited({ read: 'own', update: 'own', delete: 'own' }))
    expect(await names(cx)).toEqual(['公海客户', '北方重工', '华东纺织'].toSorted())
    for (const sort of [['name'], ['-createdAt'], ['-annualRevenue', 'name']])
      expect((await list(cx, 'company', { sort, limit: 1000 })).length).toBe(3)
    expect((await list(cx, 'deal')).map(({ name }) => name).toSorted()).toEqual(
      ['北方设备', '华东订单'].toSorted(),
    )

    const change = (object: string, id: string, values: object) =>
      updateRecords(cx, object, [{ id, ...values }], { single: true })
    await change('company', idOf('公海客户'), { description: '已联系' })
    await change('deal', deals.east, { description: '协助' })
    await expect(change('company', idOf('华东纺织'), { description: '偷改' })).rejects.toMatchObject({
      code: 'not_permitted',
    })
    await expect(deleteRecords(cx, 'company', [idOf('公海客户')])).rejects.toMatchObject({
      code: 'not_permitted',
    })
    const below = await scene.as('inNorth1', limited({ read: 'own' }))
    expect((await list(below, 'deal')).map(({ name }) => name).toSorted()).toEqual(
      ['北京许可', '华东订单'].toSorted(),
    )
    expect(await names(below)).toEqual(['北京软件'])
  })
})

describe('a write', () => {
  const versions = async () =>
    new Map((await list(scene.system, 'company')).map(({ id, version }) => [id, version]))

  test('reaches what its scope reaches, and leaves all else as it is', async () => {
    const cx = await scene.as(
      'inEast',
      limited({ read: 'team', update: 'own', delete: 'none', transfer: 'none' }),
    )
    const before = await versions()
    const change = (id: string, values: object) =>
      updateRecords(cx, 'company', [{ id, ...values }], { single: true })
    await expect(change(idOf('北京软件'), { description: 'x' })).rejects.toMatchObject({
      code: 'record_missing',
    })
    await expect(change(idOf('华东零售'), { ownerId: scene.people.inNorth })).rejects.toMatchObject({
      code: 'not_permitted',
    })
    await expect(deleteRecords(cx, 'company', [idOf('华东零售')])).rejects.toMatchObject({
      code: 'not_permitted',
    })
    await expect(restoreRecords(cx, 'company', [idOf('北京软件')])).rejects.toMatchObject({
      code: 'not_permitted',
    })
    const mixed = [idOf('华东零售'), idOf('北京软件')].map((id) => ({ id, description: 'x' }))
    await expect(updateRecords(cx, 'company', mixed)).rejects.toMatchObject({
      issues: [{ path: '/1/id', code: 'record_not_found' }],
    })
    await expect(
      createRecords(cx, 'company', [{ name: '新客户', ownerId: scene.people.inNorth }], { single: true }),
    ).rejects.toMatchObject({ issues: [{ path: '/ownerId', code: 'not_permitted' }] })
    expect(await versions()).toEqual(before)
    await change(idOf('华东零售'), { description: '自己的' })
  })

  test('points to nothing that cannot be seen', async () => {
    const cx = await scene.as('inEast', limited({ read: 'own' }))
    const deal = (companyId: string) =>
      createRecords(cx, 'deal', [{ name: '试探', companyId }], { single: true })
    const unseen = await deal(idOf('北京软件')).catch((error: unknown) => error)
    const unknown = await deal('01890000-0000-7000-8000-000000000000').catch((error: unknown) => error)
    expect(unseen).toMatchObject({ issues: [{ path: '/companyId', code: 'record_not_found' }] })
    expect(unknown).toMatchObject({ issues: [{ path: '/companyId', code: 'record_not_found' }] })
    await deal(idOf('华东零售'))
    const about = { object: 'company', id: idOf('北京软件') }
    await expect(
      createRecords(cx, 'task', [{ subject: '试探', regarding: about }], { single: true }),
    ).rejects.toMatchObject({ issues: [{ code: 'record_not_found' }] })
  })

  test('by a unique value of an unseen record is refused as a double', async () => {
    const cx = await scene.as('inEast', limited({ read: 'own' }))
    const before = await versions()
    await expect(
      upsertRecords(cx, 'company', 'code', [{ name: '抢注', code: 'C-8000' }], { single: true }),
    ).rejects.toMatchObject({ code: 'value_not_unique' })
    expect(await versions()).toEqual(before)
  })

  test('of an object that one may not create or read is none', async () => {
    const reader = await scene.as('inEast', limited({ create: 'none' }))
    await expect(createRecords(reader, 'company', [{ name: 'x' }])).rejects.toMatchObject({
      code: 'not_permitted',
    })
    const blind = await scene.as('inEast', { ...limited({}), objects: { company: { read: 'none' } } })
    const unknown = await createRecords(blind, 'compani', [{ name: 'x' }]).catch((error: unknown) => error)
    const hidden = await createRecords(blind, 'company', [{ name: 'x' }]).catch((error: unknown) => error)
    expect(hidden).toMatchObject({ code: 'unknown_object' })
    expect(unknown).toMatchObject({ code: 'unknown_object' })
    expect(JSON.stringify(unknown)).not.toContain('"company"')
    await expect(listRecords(blind, 'deal', { include: ['company'] })).rejects.toMatchObject({
      code: 'unknown_field',
    })
    await expect(createRecords(blind, 'user', [{ name: 'x' }])).rejects.toMatchObject({
      code: 'not_permitted',
    })
  })
})

describe('a field', () => {
  test('that is hidden is nowhere', async () => {
    const cx = await scene.as('inEast', limited({}, { fields: { company: { annual_revenue: 'hidden' } } }))
    const [row] = await list(cx, 'company')
    expect(row).toHaveProperty('industry')
    expect(row).not.toHaveProperty('annualRevenue')
    const asked: readonly ((query: ListQuery) => Promise<unknown>)[] = [
      (query) => listRecords(cx, 'company', query),
      () => listRecords(cx, 'company', { filter: 'annualRevenue > 1' }),
      () => listRecords(cx, 'company', { filter: '年营业额 > 1' }),
      () => listRecords(cx, 'company', { sort: ['annualRevenue'] }),
      () => listRecords(cx, 'company', { fields: ['annualRevenue'] }),
      () => listRecords(cx, 'deal', { filter: 'company.annualRevenue > 1' }),
      () => listRecords(cx, 'deal', { sort: ['company.annualRevenue'] }),
      () => aggregateRecords(cx, 'company', { groupBy: ['annualRevenue'] }),
      () => aggregateRecords(cx, 'company', { measures: [{ fn: 'sum', field: 'annualRevenue' }] }),
      () => createRecords(cx, 'company', [{ name: 'x', annualRevenue: '1' }]),
      () => updateRecords(cx, 'company', [{ id: row!.id, annualRevenue: '1' }]),
    ]
    for (const [index, ask] of asked.entries()) {
      if (index === 0) continue
      const refusal = await ask({}).catch((error: unknown) => error)
      expect(JSON.stringify(refusal), String(index)).toMatch(/unknown_field/)
    }
    const typed = await listRecords(cx, 'company', { filter: 'annualRevenu > 1' }).catch(
      (error: unknown) => error,
    )
    expect(JSON.stringify(typed)).not.toContain('annualRevenue"')
    expect(catalogueOf(cx).object('company').fieldByName.has('annualRevenue')).toBe(false)

    const { system } = scene
    await updateRecords(system, 'company', [{ id: row!.id, annualRevenue: '123456' }])
    await updateRecords(system, 'company', [{ id: row!.id, annualRevenue: '234567', description: '改' }])
    const told = [
      await historyOf(cx, 'company', row!.id),
      await timelineOf(cx, 'company', row!.id),
      await readChanges(cx, began, 1000),
      await timelineOf(cx, 'company', row!.id, { search: '234567' }),
    ]
    expect(JSON.stringify(told)).not.toMatch(/123456|234567|annualRevenue|annual_revenue/)
    expect(told[3]).toMatchObject({ data: [] })
    expect((await timelineOf(system, 'company', row!.id, { search: '234567' })).data).toHaveLength(1)
  })

  test('that is masked shows its outline and helps no search', async () => {
    const fields = { company: { phone: 'masked', email: 'masked', industry: 'masked' } } as const
    const cx = await scene.as('inEast', limited({}, { fields }))
    const [row] = await list(cx, 'company', { filter: 'name = "北京软件"' })
    expect(row).toMatchObject({ phone: '138****4477', email: 'w***@example.com' })
    // Of a choice an outline would tell all.
    expect(row).not.toHaveProperty('industry')
    for (const query of [
      { filter: 'phone = "13812344477"' },
      { filter: 'contains(email, "wang")' },
      { sort: ['phone'] },
    ])
      await expect(listRecords(cx, 'company', query), JSON.stringify(query)).rejects.toSatisfy((error) =>
        JSON.stringify(error).includes('field_masked'),
      )
    await expect(aggregateRecords(cx, 'company', { groupBy: ['phone'] })).rejects.toSatisfy((error) =>
      JSON.stringify(error).includes('field_masked'),
    )
    expect(await revealField(cx, 'company', row!.id, 'phone')).toBe('"13812344477"')
    for (const [field, code] of [
      ['industry', 'unknown_field'],
      ['name', 'invalid_parameter'],
    ] as const)
      await expect(revealField(cx, 'company', row!.id, field)).rejects.toMatchObject({ issues: [{ code }] })
    const { rows } = await scene.system.workspace.pool.query<{ details: object }>({
      text: `select details from ${cx.workspace.schema}._audit where kind = 'fieldRevealed' and record = $1`,
      values: [row!.id],
    })
    expect(rows.map(({ details }) => details)).toEqual([expect.objectContaining({ field: 'phone' })])
    await expect(updateRecords(cx, 'company', [{ id: row!.id, phone: '1' }])).rejects.toMatchObject({
      issues: [{ code: 'read_only_field' }],
    })
    const told = [await historyOf(cx, 'company', row!.id), await readChanges(cx, began, 1000)]
    expect(JSON.stringify(told)).not.toContain('13812344477')
    expect(JSON.stringify(told)).toContain('138****4477')
  })

  test('that may be read is not written', async () => {
    const cx = await scene.as('inEast', limited({}, { fields: { company: { description: 'read' } } }))
    await expect(
      updateRecords(cx, 'company', [{ id: idOf('华东零售'), description: 'x' }], { single: true }),
    ).rejects.toMatchObject({ issues: [{ path: '/description', code: 'read_only_field' }] })
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
