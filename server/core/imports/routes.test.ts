import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shippedObjects } from '#server/apps/index.ts'
import { unlimited } from '#server/core/access/index.ts'
import { createFolderStore, registerFileRoutes } from '#server/core/files/index.ts'
import { createHttpServer } from '#server/platform/http/index.ts'
import { createLog } from '#server/platform/log/index.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { registerImportRoutes } from './routes.ts'
import { ImportRunner } from './running/runner.ts'

let folder: string
let app: FastifyInstance
let runner: ImportRunner
let test: Awaited<ReturnType<typeof createTestWorkspace>>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kith-import-routes-'))
  test = await createTestWorkspace(shippedObjects, 'en')
  const log = createLog('silent')
  const files = createFolderStore(folder)
  runner = new ImportRunner({
    workspaces: () => [test.workspace],
    files,
    log,
    systemContext: async () => ({ ...test.cx, source: 'system' }),
    surroundings: () => ({
      steps: [],
      announce: () => {},
      accessOf: async () => unlimited,
      comesIn: async () => true,
    }),
  })
  app = createHttpServer({ log, checkReady: async () => {} })
  const contextOf = async () => test.cx
  await registerFileRoutes(app, { contextOf, files })
  await registerImportRoutes(app, { contextOf, files, wake: (workspace) => runner.wake(workspace) })
})
afterAll(async () => {
  await runner?.stop()
  await app?.close()
  await test?.drop()
  rmSync(folder, { recursive: true, force: true })
})

function form(name: string, content: string | Buffer, fields: Record<string, string> = {}) {
  const boundary = '----kith'
  const parts = Object.entries(fields).map(
    ([field, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n`
  return {
    payload: Buffer.concat([
      Buffer.from(parts.join('') + head),
      Buffer.from(content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}

const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload })

async function finished(id: string) {
  for (;;) {
    const { data } = (await app.inject(`/api/v1/imports/${id}`)).json()
    if (data.state === 'done' || data.state === 'failed') return data
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('files', () => {
  it('come back as they were, never as a page', async () => {
    const content = Buffer.from('<script>alert(1)</script>')
    const posted = await app.inject({
      method: 'POST',
      url: '/api/v1/files',
      ...form('../图片 (1).html', content),
    })
    expect(posted.statusCode).toBe(201)
    const { id, name, size } = posted.json().data
    expect({ name, size }).toEqual({ name: '图片 (1).html', size: content.length })
    const read = await app.inject(`/api/v1/files/${id}`)
    expect(read.rawPayload).toEqual(content)
    expect(read.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="__ (1).html"; filename*=UTF-8''%E5%9B%BE%E7%89%87%20%281%29.html`,
    })
  })

  it('are refused without content and not found by a wrong id', async () => {
    const posted = await app.inject({
      method: 'POST',
      url: '/api/v1/files',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      payload: '--x--\r\n',
    })
    expect(posted.statusCode).toBe(400)
    for (const id of ['nothing', '..%2f..%2fsecret', '00000000-0000-7000-8000-00000000ffff'])
      expect((await app.inject(`/api/v1/files/${id}`)).statusCode, id).toBe(404)
  })
})

describe('an import', () => {
  it('is proposed with a preview, previewed again, run, and gives its refused rows as a file', async () => {
    const text = 'name,sector,employees\nAcme,Retail,12\nBeta,nonsense,many\n'
    const proposed = await app.inject({
      method: 'POST',
      url: '/api/v1/imports',
      ...form('list.csv', text, { object: 'company' }),
    })
    expect(proposed.statusCode).toBe(201)
    const { id, columns, preview, rows } = proposed.json().data
    expect(rows).toBe(2)
    expect(columns.map((each: { mappings: { field: string }[] }) => each.mappings[0]?.field)).toEqual([
      'name',
      'industry',
      'numberOfEmployees',
    ])
    expect(preview[1]).toMatchObject({
      line: 3,
      issues: [{ column: 'sector' }, { column: 'employees', code: 'invalid_number' }],
    })
    const mapping = {
      columns: [
        { column: 'name', field: 'name' },
        { column: 'employees', field: 'numberOfEmployees' },
      ],
    }
    const again = await post(`/api/v1/imports/${id}/preview`, { mapping })
    expect(again.json().data[1].issues).toMatchObject([{ column: 'employees' }])
    const started = await post(`/api/v1/imports/${id}/start`, { mapping })
    expect(started.statusCode).toBe(202)
    expect(await finished(id)).toMatchObject({ state: 'done', created: 1, rejected: 1 })
    const csv = await app.inject(`/api/v1/imports/${id}/rejected.csv`)
    expect(csv.headers['content-disposition']).toContain('list-rejected.csv')
    expect(csv.body).toMatch(/^\ufeffLine,Reason,name,sector,employees\r\n3,.*,Beta,nonsense,many\r\n$/)
    expect((await post(`/api/v1/imports/${id}/start`, { mapping })).json().code).toBe('import_started')
  })

  it('takes a file that was uploaded before', async () => {
    const { id: fileId } = (
      await app.inject({ method: 'POST', url: '/api/v1/files', ...form('a.csv', 'name\nOther\n') })
    ).json().data
    const proposed = await post('/api/v1/imports', { object: 'company', fileId })
    expect(proposed.json().data).toMatchObject({ rows: 1, fileName: 'a.csv' })
  })

  it.each([
    ['a broken file', 'company', 'a,b\n1,"open\n', 400, 'file_quote_open'],
    ['an empty file', 'company', '', 400, 'file_empty'],
    ['an unknown object', 'compny', 'a\n1\n', 404, 'unknown_object'],
  ])('refuses %s', async (_, object, text, status, code) => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/imports',
      ...form('x.csv', text, { object }),
    })
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  })

  it('names each mistake of a mapping', async () => {
    const { id } = (
      await app.inject({
        method: 'POST',
        url: '/api/v1/imports',
        ...form('x.csv', 'name\nA\n', { object: 'company' }),
      })
    ).json().data
    const start = (mapping: unknown) => post(`/api/v1/imports/${id}/start`, { mapping })
    expect((await start({ columns: [{ column: 'nam', field: 'name' }] })).json().code).toBe('unknown_column')
    expect((await start({ columns: [{ column: 'name', field: 'createdAt' }] })).json().code).toBe(
      'read_only_field',
    )
    expect(
      (await start({ columns: [{ column: 'name', field: 'name', factor: 5 }] })).json().errors,
    ).toMatchObject([{ path: '/mapping/columns/0/factor' }])
    expect((await start('no')).statusCode).toBe(400)
    expect((await app.inject('/api/v1/imports/nothing')).statusCode).toBe(404)
  })
})
