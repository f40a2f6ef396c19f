import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shippedObjects } from '#server/apps/index.ts'
import { createField } from '#server/core/metadata/index.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import {
  aggregateRecords,
  createRecords,
  getRecord,
  type ListQuery,
  listRecords,
  updateRecords,
  upsertRecords,
} from './index.ts'

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly version: number }

let opened: Awaited<ReturnType<typeof createTestWorkspace>>
const cx = () => opened.cx

beforeAll(async () => {
  opened = await createTestWorkspace(shippedObjects)
  for (const field of [
    { name: 'idNumber', type: 'text', encrypted: true, unique: true },
    { name: 'salary', type: 'money', encrypted: true },
    { name: 'graduatedOn', type: 'date', encrypted: true },
    { name: 'calledAt', type: 'dateTime', encrypted: true },
    { name: 'privatePhone', type: 'phone', encrypted: true },
    { name: 'score', type: 'number', encrypted: true },
    { name: 'homeAddress', type: 'address', encrypted: true },
    { name: 'notes', type: 'longText', encrypted: true },
  ])
    await createField(cx(), 'contact', field)
})
afterAll(() => opened.drop())

const list = async (query: ListQuery): Promise<Row[]> =>
  (JSON.parse(await listRecords(cx(), 'contact', query)) as { data: Row[] }).data
const create = async (values: object): Promise<Row> => {
  const { records } = await createRecords(cx(), 'contact', [values], { single: true })
  return JSON.parse(records[0]!) as Row
}
const stored = async (): Promise<string> => {
  const { pool, schema } = cx().workspace
  const { rows } = await pool.query<{ text: string }>({
    text: `select string_agg(t::text, ' ') || (select string_agg(c::text, ' ') from ${schema}._change c) as text from ${schema}.contact t`,
  })
  return rows[0]!.text
}

const secrets = {
  idNumber: '110101199003077758',
  salary: '28500.5',
  graduatedOn: '2012-07-01',
  calledAt: '2026-03-04T05:06:07Z',
  privatePhone: '13800138000',
  score: 97.25,
  homeAddress: { country: 'CN', city: '苏州市', street: '平江路99号' },
  notes: '对花生过敏\n“勿提”',
}

describe('an encrypted field', () => {
  test('is written and read as any other, and stands nowhere in the database', async () => {
    const made = await create({ name: '张伟', ...secrets })
    expect(made).toMatchObject(secrets)
    expect(JSON.parse((await getRecord(cx(), 'contact', made.id))!)).toMatchObject(secrets)
    expect((await list({ filter: 'name = "张伟"' }))[0]).toMatchObject(secrets)
    await updateRecords(cx(), 'contact', [{ id: made.id, notes: '对海鲜过敏' }])
    const text = await stored()
    for (const secret of [
      '110101199003077758',
      '28500',
      '2012-07-01',
      '05:06:07',
      '13800138000',
      '97.25',
      '平江路',
      '花生',
      '海鲜',
    ])
      expect(text.includes(secret), secret).toBe(false)
  })

  test('that is given the value it has leaves the record as it is', async () => {
    const made = await create({ name: '李娜', score: 12.5, salary: '10.00', notes: '甲' })
    const change = async (values: object): Promise<Row> => {
      const { records } = await updateRecords(cx(), 'contact', [{ id: made.id, ...values }], { single: true })
      return JSON.parse(records[0]!) as Row
    }
    expect(await change({ score: 12.5, salary: '10', notes: '甲' })).toMatchObject({ version: 1 })
    expect(await change({ notes: '乙' })).toMatchObject({ version: 2, notes: '乙', score: 12.5 })
    expect(await change({ notes: null })).toMatchObject({ version: 3, notes: null })
    const mixed = await updateRecords(cx(), 'contact', [
      { id: made.id, notes: '丙' },
      { id: (await create({ name: '王强', notes: '丁' })).id, score: 3 },
    ])
    expect(mixed.records.map((json) => JSON.parse(json) as Row)).toMatchObject([
      { notes: '丙', score: 12.5 },
      { notes: '丁', score: 3 },
    ])
  })

  test.each([
    ['idNumber = "110101199003077758"', ['张伟']],
    ['idNumber in ("110101199003077758", "x")', ['张伟']],
    ['"110101199003077758" = idNumber', ['张伟']],
    ['salary = 28500.50', ['张伟']],
    ['graduatedOn = "2012-07-01"', ['张伟']],
    ['calledAt = "2026-03-04T13:06:07+08:00"', ['张伟']],
    ['score = 97.25 or score = 1', ['张伟']],
    ['not isBlank(idNumber)', ['张伟']],
    ['notes = empty and name = "张伟"', []],
  ])('is found by %s', async (filter, names) => {
    expect((await list({ filter })).map(({ name }) => name)).toEqual(names)
  })

  test.each([
    'contains(idNumber, "1101")',
    'idNumber > "1"',
    'salary > 100',
    'score + 1 = 2',
    'idNumber = name',
    'graduatedOn < today()',
    'calledAt = "2026-03-04"',
    'homeAddress.city = "苏州市"',
    'if(isBlank(score), idNumber, "x") = "x"',
  ])('refuses %s', async (filter) => {
    const refusal = await list({ filter }).catch((error: unknown) => error)
    expect(JSON.stringify(refusal)).toContain('field_encrypted')
  })

  test('is neither sorted, grouped nor added up', async () => {
    for (const sort of ['idNumber', 'salary', 'homeAddress.city'])
      await expect(list({ sort: [sort] }), sort).rejects.toThrow()
    await expect(aggregateRecords(cx(), 'contact', { groupBy: ['idNumber'] })).rejects.toThrow()
    await expect(
      aggregateRecords(cx(), 'contact', { measures: [{ fn: 'sum', field: 'salary' }] }),
    ).rejects.toThrow()
  })

  test('that is unique stays so, and an upsert knows records by it', async () => {
    await expect(create({ name: '重复', idNumber: secrets.idNumber })).rejects.toMatchObject({
      code: 'value_not_unique',
      issues: [{ path: '/idNumber' }],
    })
    const { records, created } = await upsertRecords(cx(), 'contact', 'idNumber', [
      { idNumber: secrets.idNumber, name: '张伟', jobTitle: '总监' },
      { idNumber: '31', name: '新人' },
    ])
    expect(created).toEqual([false, true])
    expect(JSON.parse(records[0]!)).toMatchObject({ jobTitle: '总监', idNumber: secrets.idNumber })
  })

  test('shows through relations, and a text that looks sealed is a text', async () => {
    const { ids } = await createRecords(cx(), 'company', [{ name: '含' }], { idsOnly: true })
    const contact = await create({ name: '含', idNumber: '42', companyId: ids[0] })
    const text = await listRecords(cx(), 'deal', { include: ['contact'] })
    expect(JSON.parse(text)).toMatchObject({ data: [] })
    await createRecords(cx(), 'deal', [{ name: '单', contactId: contact.id }])
    const deals = JSON.parse(await listRecords(cx(), 'deal', { include: ['contact'] })) as {
      data: { contact: Row }[]
    }
    expect(deals.data[0]!.contact).toMatchObject({ idNumber: '42' })
    const { pool, schema } = cx().workspace
    const { rows } = await pool.query<{ sealed: string }>({
      text: `select id_number as sealed from ${schema}.contact where id = '${contact.id}'`,
    })
    const forged = `sealed-x::contact.id_number.${contact.id}:${rows[0]!.sealed}`
    expect(await create({ name: '伪', description: forged })).toMatchObject({ description: forged })
  })

  test('that was moved to another record by hand is not opened', async () => {
    const [one, other] = [await create({ name: '甲', notes: '秘' }), await create({ name: '乙' })]
    const { pool, schema } = cx().workspace
    await pool.query({
      text: `update ${schema}.contact set notes = (select notes from ${schema}.contact where id = $1) where id = $2`,
      values: [one.id, other.id],
    })
    await expect(getRecord(cx(), 'contact', other.id)).rejects.toThrow()
  })

  test('of the past is what it was', async () => {
    const made = await create({ name: '史', notes: '先前' })
    const before = new Date().toISOString()
    await updateRecords(cx(), 'contact', [{ id: made.id, notes: '后来' }])
    expect(JSON.parse((await getRecord(cx(), 'contact', made.id, { at: before }))!)).toMatchObject({
      notes: '先前',
    })
  })
})
