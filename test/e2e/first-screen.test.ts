import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn } from './support/member.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
  await stage.api.post('/records/company', [{ name: '华为技术' }, { name: '青屿科技' }])
})
afterAll(() => stage.close())

const mostOfFirst = 300_000
const mostOfFurther = 120_000

test('the first screen loads at most 300 kB of compressed JavaScript, and a list at most 120 kB more', async () => {
  const context = await stage.context()
  await signIn(context, stage.kith)
  const page = await context.newPage()
  let scripts = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? ''
    if (type.includes('javascript')) scripts.set(response.url(), response.body())
  })
  /** Compressed bytes that came since the last look, and what they were. */
  const loaded = async () => {
    await page.waitForLoadState('load')
    const came = scripts
    scripts = new Map()
    const sizes = await Promise.all(
      [...came].map(async ([url, body]) => ({ url, size: gzipSync(await body, { level: 9 }).length })),
    )
    const told = sizes.map(({ url, size }) => `${size} ${url}`).join('\n')
    return { told, sum: sizes.reduce((total, { size }) => total + size, 0) }
  }
  await page.goto(`${stage.kith.address}/`)
  await page.getByRole('region', { name: '近7天新线索' }).getByRole('link').waitFor()
  const first = await loaded()
  expect(first.sum).toBeGreaterThan(0)
  expect(first.sum, first.told).toBeLessThanOrEqual(mostOfFirst)
  await page.getByRole('navigation').getByRole('link', { name: '客户' }).click()
  await page.getByRole('rowheader', { name: /华为技术/ }).waitFor()
  const list = await loaded()
  expect(list.sum).toBeGreaterThan(0)
  expect(list.sum, list.told).toBeLessThanOrEqual(mostOfFurther)
})

test('what has a hash in its name is kept for ever and comes compressed', async () => {
  const page = await stage.open()
  const asset = page.waitForResponse((response) => /\/assets\/app-.*\.js$/.test(response.url()))
  await page.goto(`${stage.kith.address}/`)
  const headers = await (await asset).allHeaders()
  expect(headers['cache-control']).toMatch(/immutable/)
  expect(headers['content-encoding']).toMatch(/br|gzip/)
  await page.context().close()
})
