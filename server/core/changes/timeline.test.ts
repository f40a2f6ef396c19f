import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shippedObjects } from '#server/apps/index.ts'
import type { Context } from '#server/core/context.ts'
import { wantIndex } from '#server/core/metadata/index.ts'
import { createRecords, deleteRecords, restoreRecords, updateRecords } from '#server/core/records/index.ts'
import type { TimelineEntry } from '#shared/operations/timeline.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { type TimelineQuery, timelineOf } from './timeline.ts'

let cx: Context
let drop: () => Promise<void>

beforeAll(async () => {
  ;({ cx, drop } = await createTestWorkspace(shippedObjects))
})
afterAll(() => drop())

const createAll = async (object: string, values: readonly object[]): Promise<readonly string[]> =>
  (await createRecords(cx, object, values, { idsOnly: true })).ids
const create = async (object: string, values: object): Promise<string> =>
  (await createAll(object, [values]))[0]!
const change = (object: string, id: string, values: object) =>
  updateRecords(cx, object, [{ id, ...values }], { single: true, idsOnly: true })

/** All pages of a timeline. */
async function whole(object: string, id: string, query: TimelineQuery): Promise<TimelineEntry[]> {
  const entries: TimelineEntry[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await timelineOf(cx, object, id, { ...query, cursor })
    entries.push(...page.data)
    if (page.nextCursor === null) return entries
    cursor = page.nextCursor
  }
}

const told = (entries: readonly TimelineEntry[]) =>
  entries.map(({ kind, object, title }) => [kind, object, title].join(' '))

describe('a company’s timeline', () => {
  test('tells of itself and of what is below it, named so that nothing more has to be asked', async () => {
    const user = await create('user', { name: '林知夏' })
    const company = await create('company', { name: '远景科技' })
    const other = await create('company', { name: '别家' })
    const contact = await create('contact', { name: '张伟', companyId: company })
    const deal = await create('deal', { name: '产线改造', companyId: other, amount: '100.00' })
    await change('deal', deal, { companyId: company, ownerId: user, amount: '250.50' })
    const kept = { name: '合同.pdf', contentType: 'application/pdf', size: 3, sha256: 'x' }
    const { ids } = await createRecords({ ...cx, source: 'system' }, 'file', [kept])
    const file = ids[0]
    const activity = await create('activity', {
      kind: 'call',
      subject: '首次沟通',
      occurredAt: '2030-01-01T08:00:00.120Z',
      regarding: [
        { object: 'company', id: company },
        { object: 'deal', id: deal },
      ],
      participants: [{ object: 'contact', id: contact }],
      fileIds: [file],
    })
    const task = await create('task', {
      subject: '寄送样品',
      regarding: { object: 'contact', id: contact },
      assigneeId: user,
    })
    await change('task', task, { status: 'done' })
    await deleteRecords(cx, 'contact', [contact])
    await restoreRecords(cx, 'contact', [contact])
    await deleteRecords(cx, 'deal', [deal])

    const { data, nextCursor } = await timelineOf(cx, 'company', company)
    expect(nextCursor).toBeNull()
    expect(told(data)).toEqual([
      'activity activity 首次沟通',
      'deleted deal 产线改造',
      'restored contact 张伟',
      'deleted contact 张伟',
      'task task 寄送样品',
      'task task 寄送样品',
      'change deal 产线改造',
      'created deal 产线改造',
      'created contact 张伟',
      'created company 远景科技',
    ])
    const [call, , , , done, set, moved] = data
    expect(call).toMatchObject({
      at: '2030-01-01T08:00:00.12Z',
      recordId: activity,
      activity: {
        kind: 'call',
        outcome: null,
        participants: [{ object: 'contact', id: contact, title: '张伟' }],
        files: [file],
      },
      about: [
        { object: 'company', id: company, title: '远景科技' },
        { object: 'deal', id: deal, title: '产线改造' },
      ],
    })
    expect([done?.task?.event, set?.task?.event]).toEqual(['done', 'created'])
    expect(set?.task).toMatchObject({ status: 'done', assignee: { id: user, name: '林知夏' } })
    expect(moved).toMatchObject({
      recordId: deal,
      currency: 'CNY',
      names: { [company]: '远景科技', [other]: '别家', [user]: '林知夏' },
    })
    expect(moved?.changes).toEqual(
      expect.arrayContaining([
        { field: 'amount', before: '100', after: '250.5' },
        { field: 'ownerId', before: null, after: user },
        { field: 'companyId', before: other, after: company },
      ]),
    )
  })

  test('says nothing of where somebody put it in a list', async () => {
    const company = await create('company', { name: '排序' })
    await change('company', company, { rank: 'v' })
    await change('company', company, { rank: 'w', name: '已排序' })
    const { data } = await timelineOf(cx, 'company', company)
    expect(data.map(({ changes }) => changes?.map(({ field }) => field))).toEqual([['name'], undefined])
  })

  test('is none of a record that is not there', async () => {
    await expect(timelineOf(cx, 'company', '01890000-0000-7000-8000-000000000000')).rejects.toMatchObject({
      code: 'record_missing',
    })
  })
})

describe('a long timeline', () => {
  let company: string
  const kinds = ['call', 'email', 'note'] as const

  beforeAll(async () => {
    company = await create('company', { name: '大客户' })
    const deals = await createAll(
      'deal',
      Array.from({ length: 150 }, (_, index) => ({ name: `商机 ${index}`, companyId: company })),
    )
    // Many at one moment, so that pages end between entries of the same time.
    await createAll(
      'activity',
      Array.from({ length: 400 }, (_, index) => ({
        kind: kinds[index % 3],
        subject: index === 7 ? 'Prototype 样机' : `跟进 ${index}`,
        occurredAt: index % 50 === 0 ? null : `2026-0${1 + (index % 9)}-01T00:00:00Z`,
        regarding: [
          { object: 'deal', id: deals[index % 150] },
          ...(index % 2 === 0 ? [{ object: 'company', id: company }] : []),
        ],
      })),
    )
    const tasks = await createAll(
      'task',
      deals
        .slice(0, 40)
        .map((id, index) => ({ subject: `任务 ${index}`, regarding: { object: 'deal', id } })),
    )
    await updateRecords(
      cx,
      'task',
      tasks.slice(0, 20).map((id) => ({ id, status: 'done' })),
      { idsOnly: true },
    )
    await updateRecords(
      cx,
      'deal',
      deals.map((id) => ({ id, amount: '5' })),
      { idsOnly: true },
    )
  })

  const expectWhole = (entries: readonly TimelineEntry[]): void => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
    expect(
      Object.fromEntries(
        [...Map.groupBy(entries, ({ kind }) => kind)].map(([kind, own]) => [kind, own.length]),
      ),
    ).toEqual({
      activity: 400,
      created: 151,
      change: 150,
      task: 60,
    })
    const times = entries.map(({ at }) => new Date(at).getTime())
    expect(times).toEqual(times.toSorted((a, b) => b - a))
  }

  test('is whole in pages, each entry once', async () => {
    expectWhole(await whole('company', company, { limit: 23 }))
    expectWhole(await whole('company', company, { limit: 200 }))
  })

  test('is the same once activities are read by their time', async () => {
    const before = await whole('company', company, { limit: 30 })
    await updateRecords(
      cx,
      'activity',
      before
        .filter(({ activity }) => activity !== undefined)
        .slice(0, 8)
        .map(({ recordId, at }) => ({ id: recordId, occurredAt: at })),
      { idsOnly: true },
    )
    const activity = cx.workspace.catalogue().object('activity')
    await wantIndex(cx.workspace, activity, activity.fieldByName.get('occurredAt')!, 'sort')
    await expect.poll(() => cx.workspace.hasIndex('activity', 'occurred_at', 'sort')).toBe(true)
    expect(told(await whole('company', company, { limit: 30 }))).toEqual(told(before))
  })

  test('gives the kinds that are asked for', async () => {
    const calls = await whole('company', company, { kinds: 'call,task', limit: 50 })
    expect(new Set(calls.map(({ kind, activity }) => activity?.kind ?? kind))).toEqual(
      new Set(['call', 'task']),
    )
    expect(calls).toHaveLength(134 + 60)
    await expect(timelineOf(cx, 'company', company, { kinds: 'shouting' })).rejects.toMatchObject({
      issues: [{ path: 'kinds', code: 'invalid_parameter' }],
    })
  })

  test('finds words in what was said, in titles and in values', async () => {
    expect(told(await whole('company', company, { search: 'prototype 样机' }))).toEqual([
      'activity activity Prototype 样机',
    ])
    expect(told(await whole('company', company, { search: '商机 149' }))).toEqual([
      'change deal 商机 149',
      'created deal 商机 149',
    ])
  })

  test('refuses a cursor of another timeline and one that nobody gave out', async () => {
    const { nextCursor } = await timelineOf(cx, 'company', company, { limit: 1 })
    const asked = { search: '任务', cursor: nextCursor! }
    await expect(timelineOf(cx, 'company', company, asked)).rejects.toMatchObject({
      issues: [{ path: 'cursor', code: 'invalid_cursor' }],
    })
    const [print] = JSON.parse(Buffer.from(nextCursor!, 'base64url').toString()) as string[]
    const cursor = Buffer.from(JSON.stringify([print, '2026-13-45T00:00:00.000000Z', 'a'])).toString(
      'base64url',
    )
    await expect(timelineOf(cx, 'company', company, { cursor })).rejects.toMatchObject({
      issues: [{ path: 'cursor', code: 'invalid_cursor' }],
    })
  })
})
