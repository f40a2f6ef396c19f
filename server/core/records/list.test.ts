import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shippedObjects } from '#server/apps/index.ts'
import type { Context } from '#server/core/context.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { createRecords, getRecord, listRecords, updateRecords } from './index.ts'

let cx: Context
let drop: () => Promise<void>

beforeAll(async () => {
  ;({ cx, drop } = await createTestWorkspace(shippedObjects))
})
afterAll(() => drop())

type Page = { data: Record<string, unknown>[]; nextCursor: string | null; count?: number }
const list = async (object: string, query: Parameters<typeof listRecords>[2] = {}) =>
  JSON.parse(await listRecords(cx, object, query)) as Page

async function allPages(
  object: string,
  query: Parameters<typeof listRecords>[2],
): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = []
  let cursor: string | undefined
  do {
    const page: Page = await list(object, { ...query, cursor })
    rows.push(...page.data)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined && rows.length < 1_000)
  return rows
}

describe('a list', () => {
  it('sorts names as the language does and puts blanks last both ways', async () => {
    await createRecords(
      cx,
      'product',
      ['张', '陈', '王', '何', '李'].map((name, index) => ({
        name,
        category: index % 2 ? null : `c${index}`,
      })),
    )
    expect((await list('product', { sort: ['name'] })).data.map(({ name }) => name)).toEqual([
      '陈',
      '何',
      '李',
      '王',
      '张',
    ])
    expect((await list('product', { sort: ['category', 'name'] })).data.map(({ name }) => name)).toEqual([
      '张',
      '王',
      '李',
      '陈',
      '何',
    ])
    expect((await list('product', { sort: ['-category', 'name'] })).data.map(({ name }) => name)).toEqual([
      '李',
      '王',
      '张',
      '陈',
      '何',
    ])
  })

  it('reads each row once over pages of any size, whatever the order', async () => {
    const rows = Array.from({ length: 53 }, (_, index) => ({
      name: `Lead ${index % 7}`,
      companyName: index % 3 === 0 ? null : `C${index % 5}`,
      interest: index % 4 === 0 ? null : `i${index % 2}`,
    }))
    await createRecords(cx, 'lead', rows)
    for (const sort of [
      ['name'],
      ['-companyName'],
      ['companyName', '-interest'],
      ['-interest', 'companyName', 'name'],
      ['-createdAt'],
    ]) {
      const whole = (await list('lead', { sort, limit: 1000 })).data.map(({ id }) => id)
      expect(new Set(whole).size).toBe(53)
      for (const limit of [1, 7, 52]) {
        const paged = (await allPages('lead', { sort, limit })).map(({ id }) => id)
        expect(paged, `${sort} by ${limit}`).toEqual(whole)
      }
    }
  })

  it('refuses a cursor of another query or of nobody', async () => {
    const { nextCursor } = await list('lead', { limit: 1 })
    const refused = { code: 'invalid_cursor' }
    await expect(list('lead', { limit: 1, cursor: nextCursor!, sort: ['name'] })).rejects.toMatchObject(
      refused,
    )
    await expect(list('lead', { cursor: 'abc' })).rejects.toMatchObject(refused)
    await expect(list('lead', { cursor: Buffer.from('[1,2]').toString('base64url') })).rejects.toMatchObject(
      refused,
    )
  })

  it('follows relations in filter, sort and include, in one statement', async () => {
    const { ids } = await createRecords(cx, 'company', [{ name: 'Parent Co', industry: 'retail' }])
    const child = await createRecords(cx, 'company', [{ name: 'Child Co', parentId: ids[0] }])
    await createRecords(cx, 'contact', [
      { name: 'Ann', companyId: child.ids[0] },
      { name: 'Bob', companyId: ids[0] },
      { name: 'Cid' },
    ])
    const filtered = await list('contact', {
      filter: 'company.parent.industry = "retail"',
      include: ['company.parent', 'owner'],
    })
    expect(filtered.data).toMatchObject([
      { name: 'Ann', company: { name: 'Child Co', parent: { name: 'Parent Co' } }, owner: null },
    ])
    expect((await list('contact', { sort: ['-company'] })).data.map(({ name }) => name)).toEqual([
      'Bob',
      'Ann',
      'Cid',
    ])
    expect((await list('contact', { filter: 'company = "Parent Co"' })).data).toMatchObject([{ name: 'Bob' }])
    expect((await list('contact', { filter: `companyId = "${ids[0]}"`, fields: ['name'] })).data).toEqual([
      { id: expect.any(String), name: 'Bob' },
    ])
  })

  it('understands labels, full-width signs and Chinese numbers', async () => {
    await createRecords(cx, 'company', [
      { name: '大客户', industry: 'retail', annualRevenue: '600000' },
      { name: '小客户', industry: 'retail', annualRevenue: '400000' },
    ])
    const { data, count } = await list('company', {
      filter: '年营业额 ＞ 50万 且 行业 = “零售”',
      count: 'exact',
    })
    expect(data.map(({ name }) => name)).toEqual(['大客户'])
    expect(count).toBe(1)
  })

  it('finds titles by prefix, Chinese parts and pinyin initials', async () => {
    await createRecords(cx, 'company', [
      { name: '江苏华为技术有限公司' },
      { name: 'Huawei Cloud' },
      { name: '华润置地' },
    ])
    const find = async (search: string) =>
      (await list('company', { search })).data.map(({ name }) => name).sort()
    expect(await find('华为')).toEqual(['江苏华为技术有限公司'])
    expect(await find('华')).toEqual(['华润置地', '江苏华为技术有限公司'])
    expect(await find('jshw')).toEqual(['江苏华为技术有限公司'])
    expect(await find('HUAWEI')).toEqual(['Huawei Cloud', '江苏华为技术有限公司'])
    expect(await find('hua cl')).toEqual(['Huawei Cloud'])
    expect(await find('没有这家')).toEqual([])
  })

  it('shows the past as it was', async () => {
    const { ids } = await createRecords(cx, 'company', [{ name: 'Old name', industry: 'retail' }])
    const id = ids[0]!
    await new Promise((resolve) => setTimeout(resolve, 20))
    const at = new Date().toISOString()
    await new Promise((resolve) => setTimeout(resolve, 20))
    await updateRecords(cx, 'company', [{ id, name: 'Middle name' }])
    await updateRecords(cx, 'company', [{ id, name: 'New name', industry: null }])
    const then = JSON.parse((await getRecord(cx, 'company', id, { at })) ?? 'null')
    expect(then).toMatchObject({ name: 'Old name', industry: 'retail', version: 1 })
    const page = await list('company', { at, filter: 'name = "Old name"', count: 'exact' })
    expect(page).toMatchObject({ data: [{ id, name: 'Old name' }], count: 1 })
    expect(await getRecord(cx, 'company', id, { at: '2020-01-01T00:00:00Z' })).toBeUndefined()
  })

  it('names what it cannot sort, filter or include', async () => {
    await expect(list('company', { sort: ['nam'] })).rejects.toMatchObject({
      code: 'expression_unknown_field',
      parameters: { suggestion: 'name' },
    })
    await expect(list('company', { sort: ['address'] })).rejects.toMatchObject({ code: 'not_sortable' })
    await expect(list('company', { include: ['name'] })).rejects.toMatchObject({ code: 'not_a_relation' })
    await expect(list('company', { filter: 'amount > 1' })).rejects.toMatchObject({
      code: 'expression_unknown_field',
      parameters: { column: 1 },
    })
    await expect(list('compny', {})).rejects.toMatchObject({
      code: 'unknown_object',
      parameters: { suggestion: 'company' },
    })
  })
})
