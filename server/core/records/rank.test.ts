import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedObjects } from '#server/apps/index.ts'
import { historyOf } from '#server/core/changes/history.ts'
import type { Context } from '#server/core/context.ts'
import { buildWantedIndexes, wantIndex } from '#server/core/metadata/index.ts'
import { between, bornRank } from '#shared/rank.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { createRecords, getRecord, listRecords, updateRecords } from './index.ts'

let cx: Context
let drop: () => Promise<void>
let ids: readonly string[]

beforeAll(async () => {
  ;({ cx, drop } = await createTestWorkspace(shippedObjects))
  ids = (
    await createRecords(
      cx,
      'product',
      ['a', 'b', 'c', 'd'].map((name) => ({ name })),
    )
  ).ids
})
afterAll(() => drop())

interface Row {
  readonly id: string
  readonly name: string
  readonly rank: string
}

async function inOrder(sort = 'rank'): Promise<Row[]> {
  const rows: Row[] = []
  let cursor: string | undefined
  do {
    const text = await listRecords(cx, 'product', {
      sort: [sort],
      fields: ['name', 'rank'],
      limit: 1,
      cursor,
    })
    const page = JSON.parse(text) as { data: Row[]; nextCursor: string | null }
    rows.push(...page.data)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return rows
}
const names = async () => (await inOrder()).map(({ name }) => name).join('')

test('records are born in the order of their ids, the newest first, and say so when asked', async () => {
  expect(await names()).toBe('dcba')
  for (const { id, rank } of await inOrder()) expect(rank).toBe(bornRank(id))
  expect(JSON.parse((await getRecord(cx, 'product', ids[0]!, {}))!)).not.toHaveProperty('rank')
})

test('a record goes where its rank says, and stays there when it is changed', async () => {
  const [d, c] = await inOrder()
  await updateRecords(cx, 'product', [{ id: ids[0], rank: between(d!.rank, c!.rank) }])
  expect(await names()).toBe('dacb')
  await updateRecords(cx, 'product', [{ id: ids[0], name: 'A' }])
  expect(await names()).toBe('dAcb')
  expect((await inOrder('-rank')).map(({ name }) => name).join('')).toBe('bcAd')
})

test.each([null, '', 'A', 'a0', 'é', 5, 'a'.repeat(257)])('%j is no rank', async (rank) => {
  const refused = updateRecords(cx, 'product', [{ id: ids[0], rank }])
  await expect(refused).rejects.toMatchObject({ issues: [{ path: '/0/rank', code: 'invalid_rank' }] })
})

test('an index that was wished for serves the order', async () => {
  const { workspace } = cx
  await wantIndex(workspace, { key: 'product' }, { key: 'rank' }, 'sort')
  await buildWantedIndexes(workspace)
  const { rows } = await workspace.pool.query({
    text: `select indexdef from pg_indexes where schemaname = $1 and indexname like '_i_product_rank%'`,
    values: [workspace.schema],
  })
  expect(rows).toHaveLength(1)
  expect(await names()).toBe('dAcb')
})

test('the move stands in the history as a change of nothing that people see', async () => {
  const { data } = await historyOf(cx, 'product', ids[0]!)
  expect(data.map(({ action }) => action)).toEqual(['update', 'create'])
})
