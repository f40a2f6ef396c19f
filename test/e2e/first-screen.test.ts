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

const mostJavaScript = 300_000

test('the first screen loads at most 300 kB of compressed JavaScript', async () => {
  const context = await stage.context()
  await signIn(context, stage.kith)
  const page = await context.newPage()
  const scripts = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? ''
    if (type.includes('javascript')) scripts.set(response.url(), response.body())
  })
  await page.goto(`${stage.kith.address}/o/company`)
  await page.getByRole('rowheader', { name: /华为技术/ }).waitFor()
  await page.waitForLoadState('load')
  const sizes = await Promise.all(
    [...scripts].map(async ([url, body]) => ({ url, size: gzipSync(await body, { level: 9 }).length })),
  )
  const sum = sizes.reduce((total, { size }) => total + size, 0)
  expect(sizes.length).toBeGreaterThan(0)
  expect(sum, sizes.map(({ url, size }) => `${size} ${url}`).join('\n')).toBeLessThanOrEqual(mostJavaScript)
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
