import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let admin: Client
let mei: Client
let lin: Client

beforeAll(async () => {
  server = await startTestServer()
  admin = server.session
  mei = await server.addMember('Mei', 'member')
  lin = await server.addMember('Lin', 'member')
})
afterAll(() => server.stop())

const viewsOf = async (client: Client, object: string, headers = {}) =>
  (await client.get('/views', { object }, headers)).records
const make = async (client: Client, body: object) => {
  const answer = await client.post('/views', { object: 'company', name: 'A view', ...body })
  expect(answer.status, answer.text).toBe(201)
  return answer.record
}
const definition = {
  filter: 'amount > 100 and owner = me() and company.industry in ("software")',
  sort: '-amount,company.name',
  columns: [{ field: 'name', width: 240 }, { field: 'company.industry' }, { field: 'ownerId' }],
  frozen: 2,
  groupBy: 'stage',
  totals: { amount: 'sum', company: 'distinct' },
  board: { by: 'stage', sum: 'amount', card: ['company', 'closeDate'], folded: ['x'] },
  calendar: { start: 'closeDate', span: 'week' },
}

describe('a view', () => {
  test('is given back as it was written, with everything in it', async () => {
    const made = await make(mei, { object: 'deal', kind: 'board', definition })
    expect(made).toMatchObject({ object: 'deal', kind: 'board', shared: false, version: 1, problems: [] })
    expect(made.definition).toEqual(definition)
    expect(await viewsOf(mei, 'deal')).toContainEqual(made)
  })

  test('that is made twice with one id is made once', async () => {
    const id = '01980000-0000-7000-8000-00000000abcd'
    await make(mei, { id })
    const again = await mei.post('/views', { id, object: 'company', name: 'A view' })
    expect(again).toMatchObject({ status: 409, body: { code: 'id_taken' } })
  })

  test('stands after the last, and where it is put', async () => {
    const first = await make(lin, { object: 'product', name: 'first' })
    const second = await make(lin, { object: 'product', name: 'second' })
    const names = async () => (await viewsOf(lin, 'product')).map(({ name }) => name)
    expect(await names()).toEqual(['first', 'second'])
    await lin.patch(`/views/${first.id}`, { position: `${second.position}i` })
    expect(await names()).toEqual(['second', 'first'])
  })

  test('of a version that is no longer there is not changed', async () => {
    const { id } = await make(mei, { name: 'v1' })
    expect((await mei.patch(`/views/${id}`, { name: 'v2' }, { 'if-match': '1' })).record.version).toBe(2)
    const stale = await mei.patch(`/views/${id}`, { name: 'v3' }, { 'if-match': '1' })
    expect(stale).toMatchObject({
      status: 409,
      body: { code: 'version_conflict', current: { name: 'v2', version: 2 } },
    })
  })
})

describe('who sees and changes it', () => {
  test('one’s own is nobody else’s, not even an administrator’s', async () => {
    const { id } = await make(mei, { name: 'mine alone' })
    for (const other of [lin, admin]) {
      expect((await viewsOf(other, 'company')).map((view) => view.id)).not.toContain(id)
      for (const answer of [
        await other.patch(`/views/${id}`, { name: 'x' }),
        await other.delete(`/views/${id}`),
      ])
        expect(answer).toMatchObject({ status: 404, body: { code: 'view_missing' } })
    }
    expect((await mei.delete(`/views/${id}`)).status).toBe(204)
    expect((await viewsOf(mei, 'company')).map((view) => view.id)).not.toContain(id)
  })

  test('a shared one is seen by all, and changed by its maker and by administrators', async () => {
    const { id } = await make(mei, { name: 'for all', shared: true })
    expect((await viewsOf(lin, 'company')).map((view) => view.id)).toContain(id)
    for (const answer of [await lin.patch(`/views/${id}`, { name: 'x' }), await lin.delete(`/views/${id}`)])
      expect(answer).toMatchObject({ status: 403, body: { code: 'not_permitted' } })
    expect((await mei.patch(`/views/${id}`, { name: 'better' })).status).toBe(200)
    expect((await admin.patch(`/views/${id}`, { shared: false })).status).toBe(200)
    expect((await viewsOf(lin, 'company')).map((view) => view.id)).not.toContain(id)
    expect((await viewsOf(mei, 'company')).map((view) => view.id)).toContain(id)
  })

  test('one that came with Kith becomes the own of the administrator who makes it private', async () => {
    const [shipped] = await viewsOf(admin, 'lead')
    expect(shipped).toMatchObject({ shared: true, ownerId: null })
    expect((await mei.patch(`/views/${shipped!.id}`, { name: 'x' })).status).toBe(403)
    const kept = (await admin.patch(`/views/${shipped!.id}`, { shared: false })).record
    expect(kept.ownerId).toEqual(expect.any(String))
    expect((await viewsOf(admin, 'lead')).map(({ id }) => id)).toContain(shipped!.id)
  })
})

describe('when the metadata change', () => {
  test('a renamed field is printed by its new name, in each place', async () => {
    await admin.post('/objects', {
      name: 'contract',
      fields: [
        { name: 'name', type: 'text' },
        { name: 'state', type: 'select', options: [{ value: 'draft' }, { value: 'signed' }] },
        { name: 'worth', type: 'number' },
      ],
    })
    await make(mei, {
      object: 'contract',
      name: 'renamed',
      definition: {
        filter: 'state = "draft" and worth > 5',
        sort: '-worth',
        columns: [{ field: 'worth' }],
        groupBy: 'state',
        totals: { worth: 'sum' },
        board: { by: 'state', sum: 'worth' },
      },
    })
    await admin.patch('/objects/contract/fields/worth', { name: 'total' })
    await admin.patch('/objects/contract', { name: 'agreement' })
    const [view] = await viewsOf(mei, 'agreement')
    expect(view).toMatchObject({ object: 'agreement', problems: [] })
    expect(view?.definition).toEqual({
      filter: 'state = "draft" and total > 5',
      sort: '-total',
      columns: [{ field: 'total' }],
      groupBy: 'state',
      totals: { total: 'sum' },
      board: { by: 'state', sum: 'total' },
    })
  })

  test('what is gone is left out and told of in the reader’s language', async () => {
    await admin.delete('/objects/agreement/fields/total')
    const [view] = await viewsOf(mei, 'agreement', { 'accept-language': 'zh-CN' })
    expect(view?.definition).toEqual({ groupBy: 'state', board: { by: 'state' } })
    expect(view?.problems).toEqual([
      {
        path: 'filter',
        code: 'view_filter_unreadable',
        message: expect.stringMatching(/^筛选条件“state = "draft" and worth > 5”已失效：/),
      },
      { path: 'sort', code: 'view_field_gone', message: '字段“worth”已不存在' },
      { path: 'columns/0/field', code: 'view_field_gone', message: '字段“worth”已不存在' },
      { path: 'totals/worth', code: 'view_field_gone', message: '字段“worth”已不存在' },
      { path: 'board/sum', code: 'view_field_gone', message: '字段“worth”已不存在' },
    ])
    const { definition } = view!
    expect((await mei.patch(`/views/${view!.id}`, { definition })).record.problems).toEqual([])
  })

  test('the views of an object that is gone are gone with it', async () => {
    const [view] = await viewsOf(mei, 'agreement')
    await admin.delete('/objects/agreement')
    expect((await mei.get('/views', { object: 'agreement' })).body.code).toBe('unknown_object')
    expect((await mei.patch(`/views/${view!.id}`, { name: 'x' })).body.code).toBe('view_missing')
  })
})

describe('what is refused', () => {
  test.each([
    ['unknown_field', 'columns/1/field', { columns: [{ field: 'name' }, { field: 'namee' }] }],
    ['required', 'columns/0/field', { columns: [{ width: 40 }] }],
    ['wrong_type', 'columns/0/width', { columns: [{ field: 'name', width: 'wide' }] }],
    ['too_many_values', 'columns', { columns: Array(201).fill({ field: 'name' }) }],
    ['expression_incomplete', 'filter', { filter: 'amount >' }],
    ['expression_type', 'filter', { filter: 'amount' }],
    ['invalid_text', 'filter', { filter: 'name = "\0"' }],
    ['not_sortable', 'sort', { sort: 'name,tags' }],
    ['unknown_field', 'sort', { sort: '-nothing' }],
    ['not_groupable', 'groupBy', { groupBy: 'company.address' }],
    ['invalid_measure', 'totals/name', { totals: { name: 'sum' } }],
    ['unknown_option', 'totals/amount', { totals: { amount: 'median' } }],
    ['view_field_unfit', 'board/by', { board: { by: 'amount' } }],
    ['view_field_unfit', 'board/by', { board: { by: 'company.industry' } }],
    ['required', 'board/by', { board: { sum: 'amount' } }],
    ['view_field_unfit', 'calendar/start', { calendar: { start: 'name' } }],
    ['number_out_of_range', 'frozen', { frozen: -1 }],
    ['unknown_member', 'colour', { colour: 'red' }],
  ])('%s at %s', async (code, place, definition) => {
    const answer = await mei.post('/views', { object: 'deal', name: 'x', definition })
    const path = `/definition/${place}`
    expect(answer).toMatchObject({ status: 400, body: { code, errors: [{ path, code }] } })
  })

  test('a definition of more than 100 kB, and all mistakes of one at once', async () => {
    const folded = Array(300).fill('y'.repeat(400))
    const large = { object: 'deal', name: 'x', definition: { board: { by: 'stage', folded } } }
    expect((await mei.post('/views', large)).body.code).toBe('view_too_large')
    const wrong = { object: 'deal', name: ' ', definition: { sort: 'nothing', groupBy: 'tags', frozen: 'x' } }
    const paths = (await mei.post('/views', wrong)).body.errors?.map(({ path }) => path)
    expect(paths).toEqual(['/name', '/definition/frozen', '/definition/sort', '/definition/groupBy'])
  })

  test('an unknown object, a name that is none, a kind that is none, and who is no member', async () => {
    expect((await mei.get('/views', { object: 'nothing' })).body.code).toBe('unknown_object')
    expect((await mei.post('/views', { object: 'deal', name: '  ' })).body.errors?.[0]?.path).toBe('/name')
    expect((await mei.post('/views', { object: 'deal', name: 'x', kind: 'pie' })).status).toBe(400)
    expect((await server.stranger.get('/views', { object: 'deal' })).status).toBe(401)
  })

  test('more than so many views of one object', async () => {
    const refusal = await (async () => {
      for (let count = 0; count < 210; count++) {
        const answer = await lin.post('/views', { object: 'contact', name: `view ${count}` })
        if (answer.status !== 201) return answer
      }
      return undefined
    })()
    expect(refusal).toMatchObject({ status: 400, body: { code: 'too_many_views' } })
  })
})

test('nothing was logged', () => {
  expect(server.logged).toEqual([])
})
