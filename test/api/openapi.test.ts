import { afterAll, beforeAll, expect, test } from 'vitest'
import { operationsWith } from '#server/rooms.ts'
import { fieldTypes } from '#shared/fields/index.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: object
}
interface Entry {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly parameters?: readonly Parameter[]
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: object }>>
}
interface Document {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Entry>>>>
  readonly tags: readonly object[]
  readonly components: { readonly schemas: Readonly<Record<string, { properties: Record<string, object> }>> }
}

let server: TestServer
let text: string
let document: Document

/** Every type that a field of a new object can have. */
const fields = Object.keys(fieldTypes).map((type) => ({
  name: `of${type[0]!.toUpperCase()}${type.slice(1)}`,
  type,
  label: `<b>${type}</b>`,
  ...((type === 'select' || type === 'multiSelect') && { options: [{ value: 'a' }, { value: 'b' }] }),
  ...((type === 'relation' || type === 'relations') && { to: 'company' }),
}))

beforeAll(async () => {
  server = await startTestServer()
  // Names that a careless document would take for its own.
  for (const name of ['problem', 'dealInput', 'field', 'change'])
    expect((await server.key.post('/objects', { name })).status).toBe(201)
  const custom = await server.key.post('/objects', { name: 'everything', label: '<img src=x>', fields })
  expect(custom.status, custom.text).toBe(201)
  text = (await server.key.get('/openapi.json')).text
  document = JSON.parse(text)
})
afterAll(() => server.stop())

const entries = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, entry]) => ({ path, method, entry })),
  )

/** Every object in the document with its place. */
function* parts(value: unknown, place = '#'): Generator<[string, Readonly<Record<string, unknown>>]> {
  if (value === null || typeof value !== 'object') return
  if (!Array.isArray(value)) yield [place, value as Record<string, unknown>]
  for (const [key, member] of Object.entries(value))
    yield* parts(member, `${place}/${key.replaceAll('/', '~1')}`)
}

test('is an OpenAPI 3.1 document', () => {
  expect(document).toMatchObject({
    openapi: '3.1.0',
    info: { title: 'Kith', version: expect.stringMatching(/^\d+$/) },
  })
  for (const { path, method, entry } of entries()) {
    expect(path).toMatch(/^\/[\w/{}.-]+$/)
    expect(['get', 'post', 'put', 'patch', 'delete']).toContain(method)
    const inPath = (entry.parameters ?? []).filter((parameter) => parameter.in === 'path')
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(inPath.map(({ name }) => name).sort(), path).toEqual(named.sort())
    expect(inPath.every(({ required }) => required === true)).toBe(true)
    const keys = (entry.parameters ?? []).map((parameter) => `${parameter.in} ${parameter.name}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(Object.keys(entry.responses).every((status) => /^[2-5]\d\d$|^default$/.test(status))).toBe(true)
    expect(Object.values(entry.responses).every(({ description }) => description.length > 0)).toBe(true)
  }
  expect(Object.keys(document.components.schemas).every((name) => /^[\w.-]+$/.test(name))).toBe(true)
})

test('every reference leads somewhere, every type is one of JSON Schema', () => {
  const places = new Map(parts(document))
  const known = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']
  for (const [place, part] of places) {
    if (typeof part.$ref === 'string') expect(places.has(part.$ref), `${place}: ${part.$ref}`).toBe(true)
    const isSchema = /\/(schema|items|\w*[Pp]roperties\/[^/]+|anyOf\/\d+|oneOf\/\d+)$/.test(place)
    if (isSchema && part.type !== undefined)
      expect(
        [part.type].flat().every((type) => known.includes(String(type))),
        place,
      ).toBe(true)
  }
  expect(text).not.toMatch(/"~\w+"|undefined/)
})

test('every operationId is there once, and each registered operation is found', () => {
  const ids = entries().map(({ entry }) => entry.operationId)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  for (const { contract } of operationsWith(async () => [])) {
    const wanted = contract.path.startsWith('/records/') ? `${contract.name}.company` : contract.name
    expect(ids).toContain(wanted)
  }
})

test('all that is served is told, forms and files too', () => {
  const { paths } = document
  const wanted = [
    ['/auth/session', 'get'],
    ['/auth/sign-in', 'post'],
    ['/auth/members/{id}/password', 'post'],
    ['/auth/keys/{keyId}', 'delete'],
    ['/files', 'post'],
    ['/files/{id}', 'get'],
    ['/imports', 'post'],
    ['/imports/{id}/start', 'post'],
    ['/imports/{id}/rejected.csv', 'get'],
    ['/events', 'get'],
    ['/records/company/export', 'get'],
    ['/records/company/export', 'post'],
    ['/records/company/tags', 'get'],
    ['/records/company/{id}/timeline', 'get'],
  ] as const
  for (const [path, method] of wanted) expect(paths[path]?.[method], `${method} ${path}`).toBeDefined()
  expect(paths['/files']?.post).toMatchObject({ requestBody: { content: { 'multipart/form-data': {} } } })
  expect(paths['/auth/sign-in']?.post).toMatchObject({ security: [] })
  const { content } = paths['/records/company/export']!.get!.responses['200']!
  expect(Object.keys(content!)).toContain('text/csv; charset=utf-8')
})

test('a method that an address does not have is refused, with those that it has', async () => {
  const { status, headers, body } = await server.key.send('OPTIONS', '/records/company')
  expect([status, headers.allow, body.code]).toEqual([
    405,
    'DELETE, GET, HEAD, PATCH, POST, PUT',
    'method_not_allowed',
  ])
  const nowhere = await server.key.post('/nowhere', {})
  expect([nowhere.status, nowhere.headers.allow]).toEqual([404, undefined])
})

test('a custom object is there with every type of field, and so are its label and what may be written', () => {
  const { schemas } = document.components
  const shown = Object.keys(schemas.Everything!.properties)
  const writable = Object.keys(schemas['Everything.Input']!.properties)
  expect(shown).toEqual(
    expect.arrayContaining(['id', 'name', 'ofText', 'ofRelationId', 'ofRelationIds', 'version']),
  )
  expect(writable).toEqual(expect.arrayContaining(['id', 'name', 'ofText', 'ownerId', 'currency']))
  for (const name of ['version', 'createdAt', 'ofAutoNumber', 'teamId']) expect(writable).not.toContain(name)
  expect(schemas['DealInput.Input']).toBeDefined()
  expect(schemas['Deal.Input']).not.toEqual(schemas.DealInput)
  expect(document.paths['/records/everything']!.post!.tags).toEqual(['everything'])
  expect(document.tags).toContainEqual({ name: 'everything', 'x-displayName': '<img src=x>' })
})

test('a record that the server gives has the members that the document tells', async () => {
  const { record } = await server.key.post('/records/everything', { name: 'x' })
  expect(Object.keys(record).sort()).toEqual(
    Object.keys(document.components.schemas.Everything!.properties).sort(),
  )
})
