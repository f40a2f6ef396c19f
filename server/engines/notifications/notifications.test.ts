import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { shippedObjects, writeSteps } from '#server/apps/index.ts'
import type { Context } from '#server/core/context.ts'
import { createField } from '#server/core/metadata/index.ts'
import { createRecords, deleteRecords, updateRecords } from '#server/core/records/index.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { followChanges } from './follow.ts'
import { listNotifications } from './list-notifications.ts'
import { markAllRead } from './mark-read.ts'
import { remind } from './reminders.ts'

interface Person {
  readonly id: string
  readonly cx: Context
}

let scene: Awaited<ReturnType<typeof createTestWorkspace>>
let engine: Context
let lin: Person
let mei: Person

beforeAll(async () => {
  scene = await createTestWorkspace(shippedObjects)
  engine = { ...scene.cx, source: 'system', steps: writeSteps }
  lin = await person('林知夏')
  mei = await person('Mei')
})
afterAll(() => scene.drop())

async function person(name: string): Promise<Person> {
  const id = await create(engine, 'user', { name })
  const actorId = await create(engine, 'actor', { name, kind: 'user', userId: id })
  return { id, cx: { ...engine, actor: { id: actorId, userId: id }, source: 'web' } }
}

const create = async (cx: Context, object: string, values: object): Promise<string> =>
  (await createRecords(cx, object, [values], { idsOnly: true })).ids[0]!
const change = (cx: Context, object: string, id: string, values: object) =>
  updateRecords(cx, object, [{ id, ...values }], { single: true, idsOnly: true })

/** The engine runs until nothing is left. @returns whom it told */
async function run(): Promise<string[]> {
  const told = new Set<string>()
  for (const work of [followChanges, remind])
    for (let more = true; more; ) {
      const result = await work(engine)
      for (const id of result.told) told.add(id)
      more = result.hasMore
    }
  return [...told]
}

const inbox = async (who: Person) => (await listNotifications(who.cx, { unread: true })).data

beforeEach(async () => {
  await run()
  for (const who of [lin, mei]) await markAllRead(who.cx, undefined)
})

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

describe('an assignment', () => {
  test('is told to the new owner and the new assignee, not to who did it', async () => {
    const company = await create(mei.cx, 'company', { name: '华为', ownerId: lin.id })
    const task = await create(mei.cx, 'task', { subject: 'Call', assigneeId: lin.id, ownerId: lin.id })
    await create(mei.cx, 'task', { subject: 'My own', assigneeId: mei.id })
    expect(await run()).toEqual([lin.id])
    const base = { kind: 'assignment', readAt: null, text: '', deleted: false, count: 1 }
    expect(await inbox(lin)).toMatchObject([
      { ...base, object: 'task', recordId: task, title: 'Call', actor: { name: 'Mei', kind: 'user' } },
      { ...base, object: 'company', recordId: company, title: '华为' },
    ])
    expect(await inbox(mei)).toEqual([])
  })

  test('is told when it changes, and not when something else does', async () => {
    const id = await create(mei.cx, 'lead', { name: 'Li Na' })
    await change(mei.cx, 'lead', id, { ownerId: lin.id })
    await change(mei.cx, 'lead', id, { name: 'Li Na 2' })
    await run()
    expect(await inbox(lin)).toMatchObject([{ recordId: id, title: 'Li Na 2' }])
  })

  test('by the system, of what is deleted again, or to who is gone is told to nobody', async () => {
    await create(engine, 'company', { name: 'Seed', ownerId: lin.id })
    const id = await create(mei.cx, 'company', { name: 'Gone', ownerId: lin.id })
    await deleteRecords(mei.cx, 'company', [id])
    const former = await person('Former')
    await change(engine, 'user', former.id, { isActive: false })
    await create(mei.cx, 'company', { name: 'Left', ownerId: former.id })
    expect(await run()).toEqual([])
  })

  test('of many is told once with their number, also when they come in several transactions', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ name: `c${at}`, ownerId: lin.id }))
    await createRecords(mei.cx, 'company', many(15), { idsOnly: true })
    await run()
    expect(await inbox(lin)).toHaveLength(15)
    await createRecords(mei.cx, 'company', many(1_500), { idsOnly: true })
    await createRecords(mei.cx, 'company', many(30), { idsOnly: true })
    await createRecords(mei.cx, 'lead', many(2), { idsOnly: true })
    await run()
    const [, , gathered, ...more] = await inbox(lin)
    expect(more).toEqual([])
    expect(gathered).toMatchObject({ object: 'company', recordId: null, count: 1_545, title: '' })
    expect(gathered).toMatchObject({ deleted: false, actor: { name: 'Mei' } })
  })
})

describe('a mention', () => {
  const at = (who: Person, name: string) => `[@${name}](user:${who.id})`

  test('is told with its sentence, once, and not to oneself', async () => {
    const text = `报价发了。${at(lin, '林知夏')} 跟一下。${at(mei, 'Mei')}`
    const id = await create(mei.cx, 'activity', { kind: 'note', subject: '报价', body: text })
    await run()
    expect(await inbox(lin)).toMatchObject([
      { kind: 'mention', recordId: id, title: '报价', text: '@林知夏 跟一下。', actor: { name: 'Mei' } },
    ])
    await change(mei.cx, 'activity', id, { body: `${text} 又写了一句。` })
    await change(lin.cx, 'activity', id, { body: `${at(mei, 'Mei')}，好的。${at(lin, '林知夏')}` })
    expect(await run()).toEqual([])
    await change(lin.cx, 'activity', id, { body: '没有提到谁。' })
    await change(lin.cx, 'activity', id, { body: `${at(mei, 'Mei')} 再看看` })
    expect(await run()).toEqual([mei.id])
  })

  test('in what has no words of its own is called by what that is about', async () => {
    const company = await create(mei.cx, 'company', { name: '泓远精密制造' })
    await create(mei.cx, 'activity', {
      kind: 'call',
      body: `${at(lin, 'Lin')} 回个电话`,
      regarding: [{ object: 'company', id: company }],
    })
    await run()
    expect(await inbox(lin)).toMatchObject([{ object: 'activity', title: '泓远精密制造', deleted: false }])
  })

  test('works in a field of any object, long or rich', async () => {
    await createField(scene.cx, 'product', { name: 'story', type: 'richText' })
    await create(mei.cx, 'product', {
      name: 'Pump',
      story: `**New** ${at(lin, 'Lin')}`,
      description: at(lin, 'Lin'),
    })
    await run()
    expect(await inbox(lin)).toMatchObject([{ kind: 'mention', title: 'Pump' }])
  })

  test('of nobody, of an unknown id, or that is no mention is passed over', async () => {
    const unknown = { id: '01980000-0000-7000-8000-0000000000ff', cx: mei.cx }
    await create(mei.cx, 'activity', {
      kind: 'note',
      subject: 'x',
      body: `${at(unknown, 'Who')} [@x](user:nobody) @林知夏`,
    })
    expect(await run()).toEqual([])
  })
})

describe('a reminder', () => {
  const task = (values: object) => create(mei.cx, 'task', { subject: 'Call back', ...values })

  test('comes when it is due, to the assignee, else to the owner', async () => {
    const given = await task({ remindAt: ago(1), assigneeId: lin.id })
    const own = await task({ remindAt: ago(1), ownerId: mei.id })
    await task({ remindAt: '2100-01-01T00:00:00Z', assigneeId: mei.id })
    await run()
    const reminders = async (who: Person) => (await inbox(who)).filter(({ kind }) => kind === 'reminder')
    expect(await reminders(lin)).toMatchObject([{ recordId: given, title: 'Call back', actor: null }])
    expect(await reminders(mei)).toMatchObject([{ recordId: own }])
    expect(await run()).toEqual([])
  })

  test('comes anew for a new moment, and not for the old one', async () => {
    const id = await task({ remindAt: ago(1), ownerId: mei.id })
    await run()
    await change(mei.cx, 'task', id, { remindAt: ago(0.5) })
    await run()
    expect(await inbox(mei)).toHaveLength(2)
    await change(mei.cx, 'task', id, { remindAt: ago(0.2) })
    await followChanges(engine)
    await change(mei.cx, 'task', id, { remindAt: '2100-01-01T00:00:00Z' })
    expect(await run()).toEqual([])
  })

  test('does not come for what is done, deleted, or was over long before it was set', async () => {
    const done = await task({ remindAt: ago(1), ownerId: mei.id })
    const gone = await task({ remindAt: ago(1), ownerId: mei.id })
    await task({ remindAt: ago(600), ownerId: mei.id })
    const unset = await task({ remindAt: ago(1), ownerId: mei.id })
    await change(mei.cx, 'task', done, { status: 'done' })
    await deleteRecords(mei.cx, 'task', [gone])
    await change(mei.cx, 'task', unset, { remindAt: null })
    expect(await run()).toEqual([])
  })
})

describe('exactly once', () => {
  const assign = (count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, at) =>
        create(mei.cx, at % 2 ? 'company' : 'lead', { name: `r${at}`, ownerId: lin.id }),
      ),
    )

  test('over an engine that stops in the midst of its work', async () => {
    const ids = await assign(12)
    const { schema } = scene.workspace
    const owner = await scene.workspace.connectAsOwner()
    // The last statement before the commit ends its own connection, as a crash would.
    await owner.query(`
      create function ${schema}.cut_off() returns trigger language plpgsql as
        $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
      create trigger cut_off after update on ${schema}._notification_cursor for each row execute function ${schema}.cut_off()`)
    await expect(followChanges(engine)).rejects.toThrow()
    await owner.query(`drop function ${schema}.cut_off() cascade`)
    await owner.end()
    expect(await inbox(lin)).toEqual([])
    await run()
    expect((await inbox(lin)).map(({ recordId }) => recordId).sort()).toEqual(ids.sort())
  })

  test('with several engines at work while people write', async () => {
    let writing = true
    const engines = [1, 2, 3].map(async () => {
      while (writing) await run()
    })
    const ids: string[] = []
    for (let round = 0; round < 3; round++) {
      ids.push(...(await assign(6)))
      ids.push(
        await create(mei.cx, 'task', { subject: 'x', assigneeId: lin.id, ownerId: lin.id, remindAt: ago(1) }),
      )
    }
    writing = false
    await Promise.all(engines)
    await run()
    const told = (await listNotifications(lin.cx, { unread: true, limit: 200 })).data
    expect(
      told
        .filter(({ kind }) => kind === 'assignment')
        .map(({ recordId }) => recordId)
        .sort(),
    ).toEqual(ids.sort())
    expect(told.filter(({ kind }) => kind === 'reminder')).toHaveLength(3)
  })

  test('when the log begins a new era, with what was not read in the old one', async () => {
    await run()
    await create(mei.cx, 'company', { name: 'in between', ownerId: lin.id })
    const owner = await scene.workspace.connectAsOwner()
    await owner.query(`update ${scene.workspace.schema}._era set era = era + 1`)
    await owner.end()
    await create(mei.cx, 'company', { name: 'after', ownerId: lin.id })
    await run()
    expect((await inbox(lin)).map(({ title }) => title)).toEqual(['after', 'in between'])
  })
})

describe('what was told', () => {
  test('has the name of today, and says when the record is gone', async () => {
    const id = await create(mei.cx, 'company', { name: 'before', ownerId: lin.id })
    const other = await create(mei.cx, 'company', { name: 'purged', ownerId: lin.id })
    await run()
    await change(mei.cx, 'company', id, { name: 'after' })
    const titles = async () => (await inbox(lin)).map(({ title, deleted }) => [title, deleted])
    expect(await titles()).toEqual([
      ['purged', false],
      ['after', false],
    ])
    await deleteRecords(mei.cx, 'company', [id])
    await scene.workspace.pool.query({
      text: `delete from ${scene.workspace.schema}.company where id = $1`,
      values: [other],
    })
    expect(await titles()).toEqual([
      ['purged', true],
      ['after', true],
    ])
  })
})
