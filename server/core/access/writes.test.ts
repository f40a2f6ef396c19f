import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createRecords,
  deleteRecords,
  listRecords,
  restoreRecords,
  updateRecords,
  upsertRecords,
} from '#server/core/records/index.ts'
import { type FurnishedScene, list, openFurnishedScene } from './test/furnished.ts'
import { limited } from './test/scene.ts'

let scene: FurnishedScene

beforeAll(async () => {
  scene = await openFurnishedScene()
})
afterAll(() => scene.drop())

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
    await expect(change(scene.idOf('北京软件'), { description: 'x' })).rejects.toMatchObject({
      code: 'record_missing',
    })
    await expect(change(scene.idOf('华东零售'), { ownerId: scene.people.inNorth })).rejects.toMatchObject({
      code: 'not_permitted',
    })
    await expect(deleteRecords(cx, 'company', [scene.idOf('华东零售')])).rejects.toMatchObject({
      code: 'not_permitted',
    })
    await expect(restoreRecords(cx, 'company', [scene.idOf('北京软件')])).rejects.toMatchObject({
      code: 'not_permitted',
    })
    const mixed = [scene.idOf('华东零售'), scene.idOf('北京软件')].map((id) => ({ id, description: 'x' }))
    await expect(updateRecords(cx, 'company', mixed)).rejects.toMatchObject({
      issues: [{ path: '/1/id', code: 'record_not_found' }],
    })
    await expect(
      createRecords(cx, 'company', [{ name: '新客户', ownerId: scene.people.inNorth }], { single: true }),
    ).rejects.toMatchObject({ issues: [{ path: '/ownerId', code: 'not_permitted' }] })
    expect(await versions()).toEqual(before)
    await change(scene.idOf('华东零售'), { description: '自己的' })
  })

  test('points to nothing that cannot be seen', async () => {
    const cx = await scene.as('inEast', limited({ read: 'own' }))
    const deal = (companyId: string) =>
      createRecords(cx, 'deal', [{ name: '试探', companyId }], { single: true })
    const unseen = await deal(scene.idOf('北京软件')).catch((error: unknown) => error)
    const unknown = await deal('01890000-0000-7000-8000-000000000000').catch((error: unknown) => error)
    expect(unseen).toMatchObject({ issues: [{ path: '/companyId', code: 'record_not_found' }] })
    expect(unknown).toMatchObject({ issues: [{ path: '/companyId', code: 'record_not_found' }] })
    await deal(scene.idOf('华东零售'))
    const about = { object: 'company', id: scene.idOf('北京软件') }
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
