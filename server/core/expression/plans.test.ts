import { afterAll, beforeAll, expect, it, type MockInstance, vi } from 'vitest'
import { shippedObjects } from '#server/apps/index.ts'
import type { Context } from '#server/core/context.ts'
import { buildWantedIndexes } from '#server/core/metadata/index.ts'
import { field, object } from '#server/core/metadata/test/objects.ts'
import { createRecords, type ListQuery, listRecords } from '#server/core/records/index.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'

const item = object('item', [
  field('name', 'text'),
  field('code', 'text', { unique: true }),
  field('note', 'text'),
  field('tags', 'tags'),
  field('parent', 'relation', { to: 'item' }),
  field('friends', 'relations', { to: 'item' }),
  field('regarding', 'anyRecord'),
])
const rows = 20_000
const idOf = (index: number): string => `01900000-0000-7000-8000-${String(index).padStart(12, '0')}`
const places = ['Jiangsu', 'Shanghai', 'Beijing', 'Guangdong', 'Zhejiang', 'Sichuan', 'Hubei', 'Shandong']
const trades = ['Technology', 'Trading', 'Electronics', 'Logistics', 'Foods', 'Machines', 'Drugs', 'Software']

let cx: Context
let drop: () => Promise<void>
/** The door's own statements are what is explained. */
let asked: readonly MockInstance<Context['workspace']['queryPool']['query']>[]

beforeAll(async () => {
  const opened = await createTestWorkspace([...shippedObjects, item])
  drop = opened.drop
  const { workspace } = opened
  cx = opened.cx
  asked = [workspace.pool, workspace.queryPool].map((pool) => vi.spyOn(pool, 'query'))
  await buildWantedIndexes(workspace)
  const start = Date.parse('2020-01-01T00:00:00Z')
  for (let from = 0; from < rows; from += 10_000) {
    const batch = Array.from({ length: 10_000 }, (_, offset) => {
      const index = from + offset
      const place = places[index % places.length]
      const trade = trades[(index >> 3) % trades.length]
      return {
        id: idOf(index),
        name: index % 5_000 === 17 ? `江苏华为技术${index}` : `${place} No. ${index} ${trade}`,
        code: `C${index}`,
        note: `${index % 7}`,
        tags: index % 1_000 === 3 ? ['VIP', 'a'] : ['a'],
        parentId: index < 100 ? null : idOf(index % 997),
        regarding:
          index % 1_000 === 5 ? { object: 'item', id: idOf(1) } : { object: 'item', id: idOf(index) },
        ...(index === 7 && { friendIds: [idOf(1), idOf(2)] }),
        createdAt: new Date(start + index * 10_800_000).toISOString(),
      }
    })
    await createRecords(opened.cx, 'item', batch, { idsOnly: true, backdated: true })
  }
  const owner = await workspace.connectAsOwner()
  await owner.query(`vacuum analyze ${workspace.schema}.item`)
  await owner.end()
})
afterAll(() => drop())

async function planOf(query: ListQuery): Promise<{ plan: string; found: number }> {
  for (const spy of asked) spy.mockClear()
  const page: { data: unknown[] } = JSON.parse(await listRecords(cx, 'item', { limit: 50, ...query }))
  const [statement] = asked
    .flatMap((spy) => spy.mock.calls)
    .find(([{ text }]) => text.includes('row_to_json'))!
  const explained = await cx.workspace.pool.query<Record<string, string>>({
    text: `explain (costs off) ${statement.text}`,
    values: statement.values ?? [],
  })
  return { plan: explained.rows.map((line) => Object.values(line)[0]).join('\n'), found: page.data.length }
}

it.each<[string, ListQuery, RegExp, number]>([
  [
    'contains on the title',
    { filter: 'contains(name, "华为")' },
    /_i_item_search_\w+\n\s+Index Cond: .*_grams\(_search\) @>/,
    4,
  ],
  [
    'startsWith on the title',
    { filter: 'startsWith(name, "Shanghai No. 1001")' },
    /_i_item_search_\w+\n\s+Index Cond/,
    1,
  ],
  ['endsWith on the title', { filter: 'endsWith(name, "9999 Software")' }, /_i_item_search_\w+/, 0],
  [
    'contains, in capitals',
    { filter: 'not isBlank(code) and contains(name, "华为技术")' },
    /_i_item_search_\w+/,
    -1,
  ],
  ['the title’s label', { filter: '包含(name，“华为”)' }, /_i_item_search_\w+/, 4],
  ['a search', { search: '华为' }, /_i_item_search_\w+/, 4],
  ['equality on a unique text', { filter: 'code = "C12345"' }, /Index Scan using _u_item_code/, 1],
  [
    'membership in a unique text',
    { filter: 'code in ("C1", "C2", "C3")' },
    /(Index Scan using|on) _u_item_code/,
    3,
  ],
  [
    'moments since a date',
    { filter: 'createdAt >= "2026-11-01"', sort: ['name'] },
    /_i_item_created_\w+ on item t\n\s+Index Cond: \(created_at >=/,
    34,
  ],
  [
    'moments of one day',
    { filter: 'createdAt = "2022-06-15"' },
    /Index Cond: \(\(created_at >= .*\) AND \(created_at </,
    8,
  ],
  [
    'moments of the last days',
    { filter: 'createdAt > today() - 1 and createdAt < "2020-01-02"' },
    /Index Cond: .*created_at/,
    0,
  ],
  [
    'a relation by id',
    { filter: `parentId = "${idOf(500)}"` },
    /_i_item_parent_\w+\n\s+Index Cond: \(parent =/,
    20,
  ],
  [
    'tags',
    { filter: '"VIP" = "VIP" and tags in ("VIP", "vip")' },
    /_i_item_tags_\w+\n\s+Index Cond: \(tags &&/,
    20,
  ],
  ['a tag', { filter: 'contains(tags, "VIP")' }, /_i_item_tags_\w+\n\s+Index Cond: \(tags @>/, 20],
  [
    'a record among any',
    { filter: `contains(regarding, "${idOf(1)}")` },
    /_i_item_regarding_\w+\n\s+Index Cond/,
    21,
  ],
  ['a link', { filter: `contains(friends, "${idOf(2)}")` }, /_link_item_friends\w*/, 1],
  ['the first by title', { sort: ['name'] }, /Limit\n\s+-> {2}Index Scan using _i_item_name_sort/, 50],
  ['the newest', {}, /Limit\n\s+-> {2}Index Scan using _i_item_created/, 50],
])('%s comes from an index', async (_, query, expected, count) => {
  const { plan, found } = await planOf(query)
  expect(plan).toMatch(expected)
  expect(plan).not.toMatch(/Seq Scan on item t\b/)
  if (count >= 0) expect(found).toBe(count)
})
