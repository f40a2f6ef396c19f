import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Front, startFront } from './support/front.ts'
import { until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

const older = join(import.meta.dirname, '../../dist/web')
const newer = mkdtempSync(join(tmpdir(), 'kith-newer-'))
const scriptsOf = (folder: string) =>
  readdirSync(join(folder, 'assets')).filter((name) => /\.(js|css)$/.test(name))

let stage: Stage
let front: Front

beforeAll(async () => {
  const build = promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, 'support/build-newer.ts'), newer],
    {
      cwd: join(import.meta.dirname, '../..'),
      // Any other value would build the half of React that is for programmers.
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  stage = await setStage()
  await build
  front = await startFront(stage.kith, older)
  // The app is built a second time: a busy machine needs minutes.
}, 240_000)
afterAll(async () => {
  await front.stop()
  await stage.close()
  rmSync(newer, { recursive: true })
})
beforeEach(() => front.serve(older))

/** Which build a tab runs. */
const buildOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.build ?? 'older')
const name = (page: Page) => page.getByLabel(/^客户名称/)
const loadsOf = (page: Page) => {
  const loads: string[] = []
  page.on('load', () => loads.push(page.url()))
  return loads
}
const linkTo = (page: Page, title: string) =>
  page.getByRole('navigation').getByRole('link', { name: title, exact: true })

test('nearly every script of the newer build has another name', () => {
  const before = new Set(scriptsOf(older))
  const after = scriptsOf(newer).filter((one) => one.endsWith('.js'))
  expect(after.filter((one) => !before.has(one)).length).toBeGreaterThan(after.length / 2)
})

test('tabs of the older build go on, screen by screen, while the newer one is taken over by their worker', async () => {
  const context = await stage.context()
  const { t } = stage
  const first = await stage.open()
  await context.addCookies(await first.context().cookies())
  await first.context().close()
  const [typing, reading] = [await context.newPage(), await context.newPage()]
  await typing.goto(`${front.address}/o/company/new`)
  await name(typing).fill('未保存')
  await reading.goto(`${front.address}/o/contact`)
  const kept = () =>
    reading.evaluate(async () => (await (await caches.open('kith-assets')).keys()).map(({ url }) => url))
  await until(async () => {
    const names = new Set((await kept()).map((url) => url.split('/').at(-1)))
    return scriptsOf(older).filter((one) => !names.has(one))
  }).toEqual([])

  front.serve(newer)
  const loads = [loadsOf(typing), loadsOf(reading)]
  await reading.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    const changed = new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    )
    await registration?.update()
    await changed
  })
  // What is typed goes on being typed, also through screens that this tab had not loaded.
  await name(typing).press('End')
  await typing.keyboard.type('的客户')
  await linkTo(typing, t('calendar.title')).click()
  await typing.getByRole('heading', { level: 1, name: t('calendar.title') }).waitFor()
  await typing.locator('[data-hours]').first().waitFor()
  await typing.goBack()
  await until(() => name(typing).inputValue()).toBe('未保存的客户')
  await linkTo(reading, t('tasks.title')).click()
  await reading.getByRole('heading', { level: 1, name: t('tasks.title') }).waitFor()
  expect(await Promise.all([buildOf(typing), buildOf(reading)])).toEqual(['older', 'older'])
  expect(loads.flat()).toEqual([])
  expect(front.missed).toEqual([])

  const fresh = await context.newPage()
  await fresh.goto(`${front.address}/o/company`)
  await fresh.getByRole('heading', { level: 1 }).first().waitFor()
  expect(await buildOf(fresh)).toBe('newer')
  // A tab that is loaded anew is of the newer build, and has what was typed.
  await typing.reload()
  await until(() => name(typing).inputValue()).toBe('未保存的客户')
  expect(await buildOf(typing)).toBe('newer')
  await name(typing).press('ControlOrMeta+Enter')
  await typing.getByRole('heading', { level: 1, name: '未保存的客户' }).waitFor()
  await context.close()
})

test('without a worker a tab whose screens are gone loads itself anew, no sooner than nothing is being typed', async () => {
  const page = await stage.open()
  // As over plain HTTP.
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
  await page.goto(`${front.address}/o/company/new`)
  await name(page).fill('另一个未保存的')
  front.serve(newer)
  const loads = loadsOf(page)
  // A pointer over a link asks for its screen, which is gone.
  const asked = page.waitForResponse(/\/calendar-page-[^/]*\.js$/)
  await linkTo(page, stage.t('calendar.title')).hover()
  expect((await asked).status()).toBe(404)
  await name(page).press('End')
  await page.keyboard.type('客户')
  expect(loads).toEqual([])
  await linkTo(page, stage.t('calendar.title')).click()
  await page.locator('[data-hours]').first().waitFor()
  expect(await buildOf(page)).toBe('newer')
  await until(async () => loads.length).toBe(1)
  await page.goBack()
  await until(() => name(page).inputValue()).toBe('另一个未保存的客户')
  await page.context().close()
})

test('no page threw an error', () => {
  const own = stage.uncaught.filter((error) => !/dynamically imported module|preload/i.test(error))
  expect(own).toEqual([])
})
