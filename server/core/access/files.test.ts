import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '#server/core/context.ts'
import { findFile } from '#server/core/files/index.ts'
import { createField } from '#server/core/metadata/index.ts'
import { createRecords, deleteRecords, listRecords, updateRecords } from '#server/core/records/index.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { limited, openScene, type Scene } from './test/scene.ts'

let scene: Scene
let uploads = 0

beforeAll(async () => {
  scene = await openScene()
  await createField(scene.system, 'company', { name: 'papers', type: 'file', label: '合同原件' })
  await createField(scene.system, 'company', { name: 'sealedNotes', type: 'richText', encrypted: true })
})
afterAll(() => scene.drop())

const ownOnly = limited({ read: 'own' })
const teamOnly = limited({ read: 'team' })
const all = limited({})

/** A file as the server keeps it, uploaded by this person. */
async function uploaded(by: Context): Promise<string> {
  const file = { id: uuidv7(), name: `${++uploads}.pdf`, contentType: 'application/pdf', size: 1 }
  await createRecords({ ...by, source: 'system' }, 'file', [{ ...file, sha256: String(uploads) }], {
    idsOnly: true,
  })
  return file.id
}
const company = async (values: object, by: Context = scene.system): Promise<string> =>
  (await createRecords(by, 'company', [{ name: `客户${++uploads}`, ...values }], { idsOnly: true })).ids[0]!

/** Whether a person may have a file, by its id and by the list. */
async function has(cx: Context, id: string): Promise<boolean> {
  const found = await findFile(cx, id).then(
    () => true,
    (error: unknown) => {
      expect(error).toMatchObject({ code: 'not_found' })
      return false
    },
  )
  const list = JSON.parse(await listRecords(cx, 'file', { limit: 1000 })) as { data: { id: string }[] }
  expect(list.data.some((file) => file.id === id)).toBe(found)
  return found
}

test('a fresh upload is its uploader’s, whatever others may see, until a record carries it', async () => {
  const lei = await scene.as('inNorth', all)
  const file = await uploaded(lei)
  expect(await has(lei, file)).toBe(true)
  expect(await has(await scene.as('inEast', all), file)).toBe(false)
  const own = await scene.as('inNorth', ownOnly)
  await company({ papers: file, ownerId: scene.people.inEast })
  expect(await has(own, file)).toBe(false)
  expect(await has(await scene.as('inEast', ownOnly), file)).toBe(true)
})

describe('a file follows its record', () => {
  test.each([
    ['a field of its type', (file: string) => ({ papers: file })],
    ['a link in a text', (file: string) => ({ description: `见 [合同.pdf](file:${file})` })],
    ['a link in an encrypted text', (file: string) => ({ sealedNotes: `[合同.pdf](file:${file})` })],
    ['a picture in a text', (file: string) => ({ description: `![现场](file:${file.toUpperCase()})` })],
  ])('that carries it in %s', async (_, values) => {
    const { people, system } = scene
    const file = await uploaded(system)
    const id = await company({ ...values(file), ownerId: people.inNorth })
    expect(await has(await scene.as('inNorth', teamOnly), file)).toBe(true)
    expect(await has(await scene.as('manager', teamOnly), file)).toBe(true)
    expect(await has(await scene.as('inEast', teamOnly), file)).toBe(false)
    await updateRecords(system, 'company', [{ id, ownerId: people.inEast }])
    expect(await has(await scene.as('inNorth', teamOnly), file)).toBe(false)
    expect(await has(await scene.as('inEast', teamOnly), file)).toBe(true)
  })

  test('as attachment of what happened, to whoever sees whom it happened with', async () => {
    const { people, system } = scene
    const file = await uploaded(system)
    const about = await company({ ownerId: people.inNorth })
    const regarding = [{ object: 'company', id: about }]
    await createRecords(system, 'activity', [{ subject: '拜访', regarding, fileIds: [file] }])
    expect(await has(await scene.as('inNorth', ownOnly), file)).toBe(true)
    expect(await has(await scene.as('inEast', ownOnly), file)).toBe(false)
  })

  test('by a rule and by a share', async () => {
    const { people, system } = scene
    const file = await uploaded(system)
    const id = await company({ papers: file, ownerId: people.inNorth })
    expect(await has(await scene.as('inEast', ownOnly), file)).toBe(false)
    await scene.shareRecord('company', id, `user:${people.inEast}`)
    expect(await has(await scene.as('inEast', ownOnly), file)).toBe(true)
  })

  test('not through a field that is hidden, or that a mask would show the outline of', async () => {
    const { system } = scene
    const file = await uploaded(system)
    await company({ papers: file })
    for (const level of ['hidden', 'masked'] as const) {
      const cx = await scene.as('inEast', limited({}, { fields: { company: { papers: level } } }))
      expect(await has(cx, file), level).toBe(false)
    }
    await company({ description: `[一样](file:${file})` })
    const cx = await scene.as('inEast', limited({}, { fields: { company: { papers: 'hidden' } } }))
    expect(await has(cx, file)).toBe(true)
  })

  test('not where its object is not theirs to read', async () => {
    const file = await uploaded(scene.system)
    await company({ papers: file })
    const cx = await scene.as('inEast', limited({}, { objects: { company: { read: 'none' } } }))
    expect(await has(cx, file)).toBe(false)
  })

  test('into the recycle bin, and through what it carried before, as its history does', async () => {
    const { people, system } = scene
    const [first, second] = [await uploaded(system), await uploaded(system)]
    const id = await company({ papers: first, ownerId: people.inNorth })
    await updateRecords(system, 'company', [{ id, papers: second }])
    await deleteRecords(system, 'company', [id])
    const own = await scene.as('inNorth', ownOnly)
    expect([await has(own, first), await has(own, second)]).toEqual([true, true])
    const other = await scene.as('inEast', ownOnly)
    expect([await has(other, first), await has(other, second)]).toEqual([false, false])
  })
})

test('who names a file that they may not have gains nothing by it', async () => {
  const file = await uploaded(scene.system)
  await company({ papers: file, ownerId: scene.people.inNorth })
  const lin = await scene.as('inEast', ownOnly)
  await company({ papers: file, description: `[x](file:${file})` }, lin)
  expect(await has(lin, file)).toBe(false)
  await expect(createRecords(lin, 'activity', [{ subject: 'x', fileIds: [file] }])).rejects.toMatchObject({
    code: 'record_not_found',
  })
})
