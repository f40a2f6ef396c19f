import { createServer, type Server } from 'node:http'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage
let stranger: Server
let strangerAddress: string
let page: Page

beforeAll(async () => {
  stage = await setStage({ language: 'en' })
  stranger = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end(`<iframe src="${stage.kith.address}/"></iframe>`),
  )
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  const bound = stranger.address()
  strangerAddress = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}/`
  page = await stage.open('/')
  await page.getByRole('navigation').first().waitFor()
})
afterAll(async () => {
  await stage.close()
  stranger.closeAllConnections()
  stranger.close()
})

test('a script that finds its way into the page does not run', async () => {
  const ran = await page.evaluate(async () => {
    const before = Object.keys(window).length
    const inline = document.createElement('script')
    inline.textContent = 'window.ran = 1'
    const far = document.createElement('script')
    far.src = 'data:text/javascript,window.ran = 1'
    document.body.append(inline, far)
    document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.ran = 1">')
    await new Promise((resolve) => setTimeout(resolve, 500))
    return Object.keys(window).length > before
  })
  expect(ran).toBe(false)
})

test('no other site shows Kith within its own page', async () => {
  const other = await (await stage.context()).newPage()
  await other.goto(strangerAddress)
  const [, frame] = other.frames()
  await frame?.waitForLoadState()
  expect(frame?.url()).not.toContain(stage.kith.address)
  expect(await frame?.locator('#root').count()).toBe(0)
})

test('another site’s page learns and writes nothing with the person’s session', async () => {
  const own = page.context()
  const other = await own.newPage()
  await other.goto(strangerAddress)
  const outcome = await other.evaluate(async (address) => {
    const asked = async (path: string, init: RequestInit) => {
      try {
        const answer = await fetch(`${address}/api/v1${path}`, { credentials: 'include', ...init })
        return answer.type === 'opaque' ? 'opaque' : 'read'
      } catch {
        return 'refused'
      }
    }
    return {
      read: await asked('/auth/session', {}),
      write: await asked('/records/company', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"name":"Evil"}',
      }),
      simple: await asked('/records/company', { method: 'POST', mode: 'no-cors', body: '{"name":"Evil"}' }),
    }
  }, stage.kith.address)
  expect([outcome.read, outcome.write]).toEqual(['refused', 'refused'])
  const { data } = await stage.api.get<{ data: unknown[] }>('/records/company?filter=name%20%3D%20%22Evil%22')
  expect(data).toEqual([])
  await other.close()
})

test('what is shown from memory, as the preview of a PDF is, is shown', async () => {
  const text = await page.evaluate(async () => {
    const frame = document.createElement('iframe')
    frame.src = URL.createObjectURL(new Blob(['<p>shown</p>'], { type: 'text/html' }))
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
    document.body.append(frame)
    await loaded
    return frame.contentDocument?.body.textContent
  })
  expect(text).toBe('shown')
})

test('a page that was uploaded is saved, not opened', async () => {
  const id = await page.evaluate(async () => {
    const form = new FormData()
    const content = '<script>document.title = "ran"</script>'
    form.append('file', new Blob([content], { type: 'text/html' }), 'page.html')
    const answer = await fetch('/api/v1/files', { method: 'POST', body: form })
    return ((await answer.json()) as { data: { id: string } }).data.id
  })
  const tab = await page.context().newPage()
  const saved = tab.waitForEvent('download')
  await tab.goto(`${stage.kith.address}/api/v1/files/${id}`).catch(() => undefined)
  expect((await saved).suggestedFilename()).toBe('page.html')
  await tab.close()
})
