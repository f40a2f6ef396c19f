import { beforeEach, describe, expect, test } from 'vitest'
import { back, place, playedServer } from '../testing/played-server.ts'
import { createFeishu } from './feishu.ts'

const server = playedServer()

describe('飞书', () => {
  const config = () => ({ appId: 'cli_1', appSecret: 's3cret', base: server.base })
  const kind = () => createFeishu(server.outbound, server.wait)
  const lin = {
    union_id: 'on_1',
    name: '林知夏',
    mobile: '+8613800138000',
    email: 'typed@example.com',
    enterprise_email: 'lin@corp.example',
    job_title: '销售经理',
    leader_user_id: 'on_2',
    department_ids: ['od-1', 'od-2'],
    orders: [{ department_id: 'od-2', is_primary_dept: true }],
    status: { is_frozen: false, is_resigned: false, is_activated: true },
  }
  beforeEach(() => {
    server.answers = {
      '/open-apis/auth/v3/tenant_access_token/internal': {
        code: 0,
        msg: 'ok',
        tenant_access_token: 'T',
        expire: 7200,
      },
      '/open-apis/authen/v1/oidc/access_token': (_, { headers }) =>
        headers.authorization === 'Bearer T'
          ? { code: 0, data: { access_token: 'UT' } }
          : { code: 99991663, msg: 'invalid' },
      '/open-apis/authen/v1/user_info': (_, { headers }) =>
        headers.authorization === 'Bearer UT' ? { code: 0, data: lin } : { code: 20005, msg: 'invalid' },
      '/open-apis/contact/v3/departments/0/children': (query) =>
        query.get('page_token') === null
          ? {
              code: 0,
              data: {
                has_more: true,
                page_token: 'P2',
                items: [{ name: '销售部', open_department_id: 'od-1', parent_department_id: '0' }],
              },
            }
          : {
              code: 0,
              data: {
                has_more: false,
                items: [
                  { name: '华东', open_department_id: 'od-2', parent_department_id: 'od-1' },
                  {
                    name: '旧部门',
                    open_department_id: 'od-3',
                    parent_department_id: '0',
                    status: { is_deleted: true },
                  },
                ],
              },
            },
      '/open-apis/contact/v3/users/find_by_department': (query) => ({
        code: 0,
        data: {
          has_more: false,
          items:
            query.get('department_id') === 'od-2'
              ? [lin]
              : query.get('department_id') === '0'
                ? [{ ...lin, union_id: 'on_2', department_ids: ['0'], status: { is_resigned: true } }]
                : [],
        },
      }),
    }
  })

  test('sends a browser there, and knows who comes back', async () => {
    const address = new URL(
      await kind().redirect!.begin({ ...config(), loginBase: 'https://accounts.larksuite.com' }, place),
    )
    expect(address.origin + address.pathname).toBe(
      'https://accounts.larksuite.com/open-apis/authen/v1/authorize',
    )
    expect(await kind().redirect!.complete(config(), back({ code: 'CODE' }), place)).toEqual({
      subject: 'on_1',
      name: '林知夏',
      email: 'lin@corp.example',
      emailVerified: true,
      mobile: '+8613800138000',
    })
  })

  test('tells people and departments, those of the top too', async () => {
    server.first = [
      {
        path: '/open-apis/contact/v3/departments/0/children',
        status: 429,
        body: { code: 99991400, msg: 'request trigger frequency limit' },
      },
      {
        path: '/open-apis/contact/v3/users/find_by_department',
        body: { code: 99991663, msg: 'token invalid' },
      },
    ]
    const directory = await kind().directory!(config())
    expect(directory.departments).toEqual([
      { id: 'od-1', name: '销售部', parentId: null },
      { id: 'od-2', name: '华东', parentId: 'od-1' },
    ])
    expect(directory.people).toMatchObject([
      { subject: 'on_2', departments: [], active: false },
      { subject: 'on_1', departments: ['od-2', 'od-1'], managerSubject: 'on_2', active: true },
    ])
    expect(server.asked('/open-apis/auth/v3/tenant_access_token/internal')).toHaveLength(2)
    expect(server.waited).toEqual([500])
  })

  test('that pages in a circle is left', async () => {
    const data = { has_more: true, page_token: 'SAME', items: [] }
    server.answers = { ...server.answers, '/open-apis/contact/v3/departments/0/children': { code: 0, data } }
    await expect(kind().directory!(config())).rejects.toMatchObject({ reason: 'feishu_endless_list' })
  })
})
