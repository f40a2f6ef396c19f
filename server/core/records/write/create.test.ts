import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shippedObjects } from '#server/apps/index.ts'
import type { Context } from '#server/core/context.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import {
  createRecords,
  deleteRecords,
  getRecord,
  listRecords,
  restoreRecords,
  updateRecords,
  upsertRecords,
} from '../index.ts'

let cx: Context
let drop: () => Promise<void>

beforeAll(async () => {
  ;({ cx, drop } = await createTestWorkspace(shippedObjects))
})
afterAll(() => drop())

const parse = (text: string | undefined) => JSON.parse(text ?? 'null') as Record<string, unknown>
const list = async (object: string, query: Parameters<typeof listRecords>[2] = {}) =>
  JSON.parse(await listRecords(cx, object, query)) as {
    data: Record<string, unknown>[]
    nextCursor: string | null
    count?: number
  }

describe('creating records', () => {
  it('gives back the record as a later read does', async () => {
    const { ids, records } = await createRecords(cx, 'company', [
      { name: '华为技术', industry: 'technology', annualRevenue: '1200.50' },
    ])
    const read = await getRecord(cx, 'company', ids[0]!)
    expect(parse(records[0])).toEqual(parse(read))
    expect(parse(read)).toMatchObject({
      name: '华为技术',
      annualRevenue: '1200.5',
      currency: 'CNY',
      version: 1,
      deletedAt: null,
    })
  })

  it('refuses every bad input by its place and writes nothing', async () => {
    const before = (await list('company', { count: 'exact' })).count
    const attempt = createRecords(cx, 'company', [
      { name: 'A', industri: 'x' },
      { name: 7 },
      {},
      { name: 'B', createdAt: '2020-01-01T00:00:00Z' },
    ])
    await expect(attempt).rejects.toMatchObject({
      code: 'invalid_input',
      issues: [
        { path: '/0/industri', code: 'unknown_field', parameters: { suggestion: 'industry' } },
        { path: '/1/name', code: 'wrong_type' },
        { path: '/3/createdAt', code: 'read_only_field' },
      ],
    })
    expect((await list('company', { count: 'exact' })).count).toBe(before)
  })

  it('names both rows of a batch that share a unique value', async () => {
    const attempt = createRecords(cx, 'company', [
      { name: 'A', code: 'x' },
      { name: 'B', code: 'y' },
      { name: 'C', code: 'x' },
    ])
    await expect(attempt).rejects.toMatchObject({
      issues: [{ path: '/2/code', code: 'duplicate_in_batch', parameters: { first: 1, second: 3 } }],
    })
  })

  it('names the row whose relation leads nowhere', async () => {
    const attempt = createRecords(cx, 'contact', [
      { name: 'A' },
      { name: 'B', companyId: '01890000-0000-7000-8000-000000000000' },
    ])
    await expect(attempt).rejects.toMatchObject({
      issues: [{ path: '/1/companyId', code: 'record_not_found' }],
    })
  })

  it('answers a retry with the same key by the first result', async () => {
    const idempotency = { key: 'k1', route: 'POST /records/company', body: { name: 'Once' } }
    const first = await createRecords(cx, 'company', [{ name: 'Once' }], { idempotency, single: true })
    const second = await createRecords(cx, 'company', [{ name: 'Once' }], { idempotency, single: true })
    expect(second.ids).toEqual(first.ids)
    const other = createRecords(cx, 'company', [{ name: 'Other' }], {
      idempotency: { ...idempotency, body: { name: 'Other' } },
    })
    await expect(other).rejects.toMatchObject({ code: 'idempotency_key_reused' })
    expect((await list('company', { filter: 'name in ("Once", "Other")', count: 'exact' })).count).toBe(1)
  })
})

describe('changing records', () => {
  it('writes what differs and refuses a stale version with the current record', async () => {
    const { ids } = await createRecords(cx, 'contact', [{ name: '王芳', email: 'a@example.com' }])
    const id = ids[0]!
    const changed = await updateRecords(cx, 'contact', [{ id, email: 'b@example.com' }], {
      single: true,
      expected: 1,
    })
    expect(parse(changed.records[0])).toMatchObject({ email: 'b@example.com', version: 2 })
    const unchanged = await updateRecords(cx, 'contact', [{ id, email: 'b@example.com' }], { single: true })
    expect(parse(unchanged.records[0])).toMatchObject({ version: 2 })
    const stale = updateRecords(cx, 'contact', [{ id, email: 'c@example.com' }], {
      single: true,
      expected: 1,
    })
    await expect(stale).rejects.toMatchObject({
      code: 'version_conflict',
      parameters: { actual: 2, expected: 1 },
      details: { current: { email: 'b@example.com' } },
    })
  })

  it('changes different fields of many records at once, or none', async () => {
    const { ids } = await createRecords(cx, 'contact', [
      { name: 'A', jobTitle: 'x' },
      { name: 'B', jobTitle: 'y' },
    ])
    const changed = await updateRecords(cx, 'contact', [
      { id: ids[1], name: 'B2' },
      { id: ids[0], jobTitle: null },
    ])
    expect(changed.records.map(parse)).toMatchObject([
      { name: 'B2', jobTitle: 'y' },
      { name: 'A', jobTitle: null },
    ])
    const missing = '01890000-0000-7000-8000-000000000000'
    await expect(
      updateRecords(cx, 'contact', [
        { id: ids[0], name: 'no' },
        { id: missing, name: 'no' },
      ]),
    ).rejects.toMatchObject({ code: 'record_not_found' })
    expect(parse(await getRecord(cx, 'contact', ids[0]!))).toMatchObject({ name: 'A' })
  })

  it('loses no change of many writers to one record', async () => {
    const { ids } = await createRecords(cx, 'company', [{ name: 'Busy' }])
    const fields = ['legalName', 'website', 'phone', 'code', 'description']
    await Promise.all(
      Array.from({ length: 25 }, (_, index) =>
        updateRecords(cx, 'company', [
          { id: ids[0], [fields[index % 5]!]: index % 5 === 1 ? `https://x${index}.example` : `v${index}` },
        ]),
      ),
    )
    expect(parse(await getRecord(cx, 'company', ids[0]!))).toMatchObject({ version: 26 })
  })

  it('upserts by a unique field, also when two do so at once', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => ({ code: `U${index}`, name: `Unit ${index}` }))
    const results = await Promise.all([
      upsertRecords(cx, 'company', 'code', rows),
      upsertRecords(cx, 'company', 'code', rows),
    ])
    expect(results.flatMap(({ created }) => created).filter(Boolean)).toHaveLength(20)
    expect(results[0]!.ids).toEqual(results[1]!.ids)
  })
})

describe('the recycle bin', () => {
  it('takes a record out of every list and gives it back', async () => {
    const { ids } = await createRecords(cx, 'company', [{ name: 'Gone', code: 'G1' }])
    await deleteRecords(cx, 'company', ids)
    expect(await getRecord(cx, 'company', ids[0]!)).toBeUndefined()
    expect(
      (await list('company', { filter: 'not isBlank(deletedAt)' })).data.map(({ name }) => name),
    ).toContain('Gone')
    await createRecords(cx, 'company', [{ name: 'Next', code: 'G1' }])
    await expect(restoreRecords(cx, 'company', ids)).rejects.toMatchObject({ code: 'value_not_unique' })
    const { data } = await list('company', { filter: 'code = "G1"' })
    await deleteRecords(cx, 'company', [data[0]!.id as string])
    const restored = await restoreRecords(cx, 'company', ids)
    expect(parse(restored.records[0])).toMatchObject({ name: 'Gone', deletedAt: null, version: 3 })
  })
})

describe('links to many', () => {
  it('are kept in their order, filtered by, included, and logged on both sides', async () => {
    const teams = await createRecords(cx, 'team', [{ name: 'A' }, { name: 'B' }, { name: 'C' }])
    const [a, b, c] = teams.ids
    const { ids, records } = await createRecords(cx, 'user', [{ name: 'Ann', teamIds: [b, a] }])
    const id = ids[0]!
    expect(parse(records[0])).toMatchObject({ version: 1, teamIds: [b, a] })
    const changed = await updateRecords(cx, 'user', [{ id, teamIds: [c, a] }], { single: true, expected: 1 })
    expect(parse(changed.records[0])).toMatchObject({ version: 2, teamIds: [c, a] })
    const same = await updateRecords(cx, 'user', [{ id, teamIds: [c, a] }])
    expect(parse(same.records[0])).toMatchObject({ version: 2 })
    await expect(updateRecords(cx, 'user', [{ id, teamIds: [] }], { expected: 1 })).rejects.toMatchObject({
      code: 'version_conflict',
    })
    const { data } = await list('user', { filter: `contains(teamIds, "${c}")`, include: ['teams'] })
    expect(data).toMatchObject([{ id, teams: [{ name: 'C' }, { name: 'A' }] }])
    const entries = await cx.workspace.pool.query<{
      of: string
      action: string
      before: unknown
      after: unknown
    }>({
      text: `select case record when $1 then 'user' when $2 then 'a' when $3 then 'b' else 'c' end as of, action,
          before -> 'teams' as before, after -> 'teams' as after
        from ${cx.workspace.schema}._change where record = any($4::uuid[]) and seq > (
          select max(seq) from ${cx.workspace.schema}._change where record = $5 and action = 'create') order by seq`,
      values: [id, a, b, [id, a, b, c], c],
    })
    expect(entries.rows).toEqual([
      { of: 'user', action: 'create', before: null, after: [b, a] },
      { of: 'b', action: 'link', before: null, after: null },
      { of: 'a', action: 'link', before: null, after: null },
      { of: 'b', action: 'link', before: null, after: null },
      { of: 'c', action: 'link', before: null, after: null },
      { of: 'user', action: 'update', before: [b, a], after: [c, a] },
    ])
  })
})
