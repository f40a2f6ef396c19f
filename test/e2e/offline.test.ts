import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sameInAllLanguages } from '#shared/language.ts'
import { founder } from './support/kith.ts'
import { signIn } from './support/member.ts'
import { gone, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let page: Page
let id: string

const machine = {
  name: 'machine',
  label: sameInAllLanguages('设备'),
  fields: [
    { name: 'name', type: 'text', label: sameInAllLanguages('名称'), required: true },
    { name: 'serial', type: 'text', label: sameInAllLanguages('序列号'), unique: true },
    { name: 'place', type: 'text', label: sameInAllLanguages('存放地点') },
  ],
}

interface Machine {
  readonly id: string
  readonly name: string
  readonly serial: string | null
  readonly place: string | null
}

beforeAll(async () => {
  stage = await setStage()
  await stage.api.post('/objects', machine)
  await stage.api.post('/records/machine', { name: '冲床', serial: 'A-1' })
  page = await stage.open('/o/machine')
  await see(page, '冲床')
})
afterAll(() => stage.close())
beforeEach(async () => {
  const { data } = await stage.api.post<{ data: Machine }>('/records/machine', { name: '车床' })
  id = data.id
  await page.goto(`${stage.kith.address}/o/machine/${id}`)
  await editButton('存放地点').waitFor({ state: 'attached' })
})

const editButton = (field: string, on: Page = page): Locator =>
  on.getByRole('button', { name: stage.t('records.editNamed', { name: field }), exact: true })

/** Types into a field in its place, and leaves it. */
async function edit(field: string, value: string): Promise<void> {
  await editButton(field).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: field }).fill(value)
  await page.keyboard.press('Enter')
}

const stored = async (): Promise<Machine> =>
  (await stage.api.get<{ data: Machine }>(`/records/machine/${id}`)).data
const updates = async (): Promise<number> => {
  const { data } = await stage.api.get<{ data: { action: string }[] }>(`/records/machine/${id}/changes`)
  return data.filter(({ action }) => action === 'update').length
}

/** The browser holds the app and what was seen of the record. */
async function allKept(): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage('keep all')
  })
  await until(() =>
    page.evaluate(async () => {
      const kept = await (await caches.open('kith-assets')).keys()
      return kept.some(({ url }) => url.includes('record-page'))
    }),
  ).toBe(true)
  await until(() =>
    page.evaluate(
      (record) =>
        new Promise<boolean>((resolve) => {
          const opening = indexedDB.open('kith')
          opening.onsuccess = () => {
            const answers = opening.result.transaction('answers').objectStore('answers').getAllKeys()
            answers.onsuccess = () => resolve(JSON.stringify(answers.result).includes(record))
            opening.result.close()
          }
        }),
      id,
    ),
  ).toBe(true)
}

test('without a network one reads on and edits, also after a reload; with it again, all is sent once', async () => {
  await allKept()
  await page.context().setOffline(true)
  await edit('存放地点', '二号车间')
  await see(page, stage.t('outbox.waiting', { count: 1 }))
  await page.reload()
  await see(page, '二号车间')
  await see(page, stage.t('outbox.waiting', { count: 1 }))
  expect((await stored()).place).toBeNull()

  await page.context().setOffline(false)
  await until(async () => (await stored()).place).toBe('二号车间')
  await gone(page.getByText(stage.t('outbox.waiting', { count: 1 })))
  expect(await updates()).toBe(1)
})

test('an edit whose answer is lost stands in the history once', async () => {
  let sent = 0
  const lost = Promise.withResolvers<void>()
  await page.route(`**/records/machine/${id}`, async (route) => {
    if (route.request().method() !== 'PATCH' || ++sent > 1) return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
    lost.resolve()
  })
  await edit('存放地点', '三号车间')
  await see(page, '三号车间')
  await lost.promise
  // Sent again, it meets its own write.
  await until(async () => sent).toBe(2)
  await gone(page.getByRole('status').getByText(stage.t('outbox.unreachableWaiting', { count: 1 })))
  await page.unroute(`**/records/machine/${id}`)
  expect((await stored()).place).toBe('三号车间')
  expect(await updates()).toBe(1)
})

test('Z takes back what was written', async () => {
  await edit('存放地点', '四号车间')
  await until(async () => (await stored()).place).toBe('四号车间')
  await page.keyboard.press('z')
  await until(async () => (await stored()).place).toBeNull()
})

test('of two people each sees what the other one writes', async () => {
  const other = await stage.open(`/o/machine/${id}`)
  await editButton('存放地点', other).waitFor({ state: 'attached' })
  await edit('存放地点', '五号车间')
  await see(other, '五号车间')
  await stage.api.patch(`/records/machine/${id}`, { name: '数控车床' })
  await see(page, '数控车床')
  await see(other, '数控车床')
})

test('a session that ends while one types loses nothing', async () => {
  await editButton('存放地点').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: '存放地点' }).fill('六号')
  await page.context().request.post(`${stage.kith.address}/api/v1/auth/sign-out`)
  await page.keyboard.type('车间')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(stage.t('auth.password'), { exact: true }).fill(founder.password)
  await dialog.getByRole('button', { name: stage.t('auth.signIn'), exact: true }).click()
  await gone(dialog)
  await until(async () => (await stored()).place).toBe('六号车间')
  expect(await updates()).toBe(1)
})

test('a refused write comes back to its field with the reason and what was typed', async () => {
  await edit('序列号', 'A-1')
  const input = page.getByRole('textbox', { name: '序列号' })
  await input.waitFor()
  expect(await input.inputValue()).toBe('A-1')
  expect((await stored()).serial).toBeNull()
  await input.fill('A-2')
  await page.keyboard.press('Enter')
  await until(async () => (await stored()).serial).toBe('A-2')
})

test('refused after one has gone on, it is kept in the list of what was not saved', async () => {
  const answered = Promise.withResolvers<void>()
  await page.route(`**/records/machine/${id}`, async (route) => {
    if (route.request().method() === 'PATCH') await answered.promise
    await route.continue()
  })
  await edit('序列号', 'A-1')
  await page.getByRole('link', { name: '设备', exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: '设备' }).waitFor()
  answered.resolve()
  await page.getByText(stage.t('outbox.unsaved', { count: 1 })).waitFor()
  await page.unroute(`**/records/machine/${id}`)

  await page.reload()
  await page.getByRole('button', { name: stage.t('outbox.look') }).click()
  const dialog = page.getByRole('dialog')
  await see(dialog, 'A-1')
  await see(dialog, '序列号')
  await dialog.getByRole('button', { name: stage.t('outbox.discard') }).click()
  await see(dialog, stage.t('outbox.nothingUnsaved'))
  await page.keyboard.press('Escape')
  await gone(page.getByText(stage.t('outbox.unsaved', { count: 1 })))
})

test('signing out leaves nothing of the person in the browser', async () => {
  const own = await stage.open(`/o/machine/${id}`)
  await editButton('存放地点', own).waitFor({ state: 'attached' })
  const kept = () =>
    own.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open('kith')
          opening.onsuccess = () => {
            const count = opening.result.transaction('answers').objectStore('answers').count()
            count.onsuccess = () => resolve(count.result)
            opening.result.close()
          }
        }),
    )
  await until(kept).toBeGreaterThan(0)
  await own.getByRole('navigation').getByRole('button', { name: founder.name }).click()
  await own.getByRole('menuitem', { name: stage.t('shell.signOut') }).click()
  await own.waitForURL(/sign-in/)
  expect(await kept()).toBe(0)
  expect(await storageText(own)).not.toContain('车床')
})

/** All that a browser keeps for this address: databases, storages, caches of its own. */
const storageText = (on: Page): Promise<string> =>
  on.evaluate(async () => {
    const told: unknown[] = [{ ...localStorage }, { ...sessionStorage }]
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys())
        if (!request.url.includes('/assets/'))
          told.push(request.url, await (await (await caches.open(name)).match(request))?.text())
    // Opening one that is not there would make it, without what the page keeps in it.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'kith')) return JSON.stringify(told)
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('kith')
      opening.onsuccess = () => resolve(opening.result)
    })
    for (const store of database.objectStoreNames)
      told.push(
        await new Promise((resolve) => {
          const all = database.transaction(store).objectStore(store).getAll()
          all.onsuccess = () => resolve(all.result)
        }),
      )
    database.close()
    return JSON.stringify(told)
  })

test('who is deactivated finds nothing of a record in any tab, nor after a browser that was closed', async () => {
  const person = { name: '何一帆', email: 'he@example.com', password: founder.password }
  await stage.api.post('/auth/members', { ...person, role: 'member' })
  await stage.api.patch(`/records/machine/${id}`, { place: '保密车间' })
  const context = await stage.context()
  await signIn(context, stage.kith, person.email, person.password)
  const [tab, asleep] = [await context.newPage(), await context.newPage()]
  const place = `${stage.kith.address}/o/machine/${id}`
  await tab.goto(place)
  await see(tab, '保密车间')
  await until(() => storageText(tab)).toContain('保密车间')
  // The second tab is closed by the time of it: what it left is what a closed browser keeps.
  await asleep.goto(place)
  await see(asleep, '保密车间')
  await asleep.close()
  await tab.goto('about:blank')
  const { data } = await stage.api.get<{ data: { id: string }[] }>(
    `/records/user?filter=${encodeURIComponent('name = "何一帆"')}`,
  )
  const founderPage = page.context().request
  await founderPage.post(`${stage.kith.address}/api/v1/auth/proof`, { data: { password: founder.password } })
  const answer = await founderPage.post(
    `${stage.kith.address}/api/v1/auth/members/${data[0]?.id}/deactivate`,
    { data: {} },
  )
  expect(answer.ok(), await answer.text()).toBe(true)
  await tab.goto(place)
  await tab.waitForURL(/sign-in/)
  const left = await storageText(tab)
  expect(left).not.toContain('保密车间')
  expect(left).not.toContain('车床')
  await context.close()
})

test('no page threw an error', () => {
  expect(stage.uncaught).toEqual([])
})
