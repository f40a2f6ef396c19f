import { afterAll, beforeAll, expect, test } from 'vitest'
import { timelineOf } from '#server/core/changes/timeline.ts'
import { createRecords, getRecord } from '#server/core/records/index.ts'
import { type FurnishedScene, list, openFurnishedScene } from './test/furnished.ts'
import { limited } from './test/scene.ts'

let scene: FurnishedScene

beforeAll(async () => {
  scene = await openFurnishedScene()
})
afterAll(() => scene.drop())

test('a record tells what of it may be done where that depends on the record, and nothing else', async () => {
  const { people } = scene
  await scene.shareByRule('company', 'industry = "software"', `user:${people.inEast}`, 'edit')
  await scene.shareRecord('company', scene.idOf('经理自留'), `user:${people.inEast}`, 'edit')
  await scene.shareRecord('company', scene.idOf('公海客户'), `user:${people.inEast}`, 'read')
  const cx = await scene.as('inEast', limited({ update: 'own', delete: 'team', transfer: 'none' }))
  const told = await list(cx, 'company', { may: true, fields: ['name'], sort: ['name'] })
  const own = { update: true, delete: true }
  const none = { update: false, delete: false }
  const shared = { update: true, delete: false }
  expect(Object.fromEntries(told.map(({ name, $may }) => [name, $may]))).toEqual({
    北方重工: none,
    北京软件: shared,
    华东纺织: own,
    华东零售: own,
    经理自留: shared,
    公海客户: none,
  })
  const found = await list(cx, 'company', { may: true, search: '华东', filter: 'industry = "retail"' })
  expect(found.map(({ $may }) => $may)).toEqual([own])
  const one = (name: string) => getRecord(cx, 'company', scene.idOf(name), { may: true })
  expect(JSON.parse((await one('北京软件'))!)).toMatchObject({ name: '北京软件', $may: shared })

  expect((await list(cx, 'company'))[0]).not.toHaveProperty('$may')
  const at = new Date().toISOString()
  expect((await list(cx, 'company', { may: true, at }))[0]).not.toHaveProperty('$may')
  const all = await scene.as('inEast', limited({ delete: 'none' }))
  expect((await list(all, 'company', { may: true }))[0]).not.toHaveProperty('$may')
  expect(await getRecord(all, 'company', scene.idOf('北方重工'), { may: true })).not.toContain('$may')
})

test('a timeline tells it of activities and tasks, where it is asked to', async () => {
  const { people, system } = scene
  const id = scene.idOf('公海客户')
  const regarding = { object: 'company', id }
  for (const [whose, ownerId] of [
    ['别人的', people.inNorth],
    ['自己的', people.inEast],
  ]) {
    await createRecords(system, 'activity', [
      { kind: 'call', subject: whose, ownerId, regarding: [regarding] },
    ])
    await createRecords(system, 'task', [{ subject: whose, ownerId, regarding }])
  }
  const cx = await scene.as('inEast', limited({ update: 'own', delete: 'own', transfer: 'none' }))
  const { data } = await timelineOf(cx, 'company', id, { may: true, kinds: 'activity,task,created' })
  const own = { update: true, delete: true }
  const none = { update: false, delete: false }
  expect(data.map(({ kind, title, $may }) => [kind, title, $may])).toEqual([
    ['task', '自己的', own],
    ['activity', '自己的', own],
    ['task', '别人的', none],
    ['activity', '别人的', none],
    ['created', '公海客户', undefined],
  ])
  const silent = (await timelineOf(cx, 'company', id)).data
  expect(silent.filter((entry) => '$may' in entry)).toEqual([])
  const all = await scene.as('inEast', limited({}))
  const undoubted = (await timelineOf(all, 'company', id, { may: true })).data
  expect(undoubted.filter((entry) => '$may' in entry)).toEqual([])
})
