import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

/** Sends the form that a browser sends, with the type that it claims. */
async function upload(name: string, claimed: string, content: string) {
  const boundary = 'kith-boundary'
  const payload = [
    `--${boundary}`,
    `content-disposition: form-data; name="file"; filename="${name}"`,
    `content-type: ${claimed}`,
    '',
    content,
    `--${boundary}--`,
    '',
  ].join('\r\n')
  const answer = await server.http.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: { ...server.key.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  })
  expect(answer.statusCode, answer.body).toBe(201)
  return server.key.get(`/files/${answer.json().data.id}`)
}

const script = '<script>alert(document.domain)</script>'

test.each([
  ['page.html', 'text/html', script],
  ['page.xhtml', 'application/xhtml+xml', script],
  ['drawing.svg', 'image/svg+xml', `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`],
  ['code.js', 'text/javascript', 'alert(1)'],
  ['style.css', 'text/css', '*{}'],
  ['feed.xml', 'application/xml', script],
  ['mail.eml', 'message/rfc822', script],
  ['page.html.png.html', 'image/png', script],
  ['nothing', 'text/html', script],
])('%s claimed as %s is saved, never shown', async (name, claimed, content) => {
  const { headers } = await upload(name, claimed, content)
  expect(headers['content-type']).toBe('application/octet-stream')
  expect(headers['content-disposition']).toMatch(/^attachment; /)
})

test.each([
  ['picture.png', 'image/png'],
  ['offer.pdf', 'application/pdf'],
  ['notes.txt', 'text/plain; charset=utf-8'],
])('%s with a page inside stays %s, in a sandbox without scripts', async (name, type) => {
  const { headers } = await upload(name, 'text/html', script)
  expect(headers['content-type']).toBe(type)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/)
  expect(headers['content-security-policy']).not.toContain('allow-')
  expect(headers['cross-origin-resource-policy']).toBe('same-origin')
})

test.each(['报价 "final"; x=.pdf', 'a%0d%0aset-cookie: evil=1.txt', '../../etc/passwd', 'über\\..\\x.txt'])(
  'the name %s makes one header, and no path',
  async (name) => {
    const { headers, status } = await upload(name.replaceAll('"', '%22'), 'text/plain', 'text')
    expect(status).toBe(200)
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['content-disposition']).toMatch(
      /^(attachment|inline); filename="[^"\\\r\n%]*"; filename\*=UTF-8''[\w.!~%-]*$/,
    )
  },
)
