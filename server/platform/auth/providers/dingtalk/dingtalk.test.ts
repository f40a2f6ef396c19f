import { beforeEach, describe, expect, test } from 'vitest'
import { back, place, playedServer } from '../testing/played-server.ts'
import { createDingtalk } from './dingtalk.ts'

const server = playedServer()

describe('钉钉', () => {
  const config = () => ({
    clientId: 'ding1',
    clientSecret: 's3cret',
    base: server.base,
    oapiBase: server.base,
  })
  const kind = () => createDingtalk(server.outbound, server.wait)
  const bodyOf = (path: string) =>
    server.asked(path).map(({ body }) => JSON.parse(body) as Record<string, unknown>)
  const lin = {
    userid: 'user1',
    unionid: 'U1',
    name: '林知夏',
    mobile: '13800138000',
    state_code: '86',
    email: 'typed@example.com',
    org_email: 'lin@corp.example',
    title: '销售经理',
    dept_id_list: [2],
    active: true,
  }
  beforeEach(() => {
    server.answers = {
      '/v1.0/oauth2/userAccessToken': { accessToken: 'UT', refreshToken: 'R', expireIn: 7200, corpId: 'c' },
      '/v1.0/contact/users/me': (_, { headers }) =>
        headers['x-acs-dingtalk-access-token'] === 'UT'
          ? { nick: 'Lin', unionId: 'U1', mobile: '13800138000' }
          : {},
      '/v1.0/oauth2/accessToken': { accessToken: 'AT', expireIn: 7200 },
      '/topapi/user/getbyunionid': { errcode: 0, result: { contact_type: 0, userid: 'user1' } },
      '/topapi/v2/user/get': { errcode: 0, result: lin },
      '/topapi/v2/department/get': { errcode: 0, result: { dept_id: 1, name: '明德科技' } },
      '/topapi/v2/department/listsub': () => ({
        errcode: 0,
        result:
          bodyOf('/topapi/v2/department/listsub').at(-1)?.dept_id === 1
            ? [{ dept_id: 2, name: '销售部', parent_id: 1 }]
            : [],
      }),
      '/topapi/v2/user/list': () => {
        const { dept_id, cursor } = bodyOf('/topapi/v2/user/list').at(-1) ?? {}
        if (dept_id === 1) return { errcode: 0, result: { has_more: false, list: [] } }
        return cursor === 0
          ? { errcode: 0, result: { has_more: true, next_cursor: 100, list: [lin] } }
          : { errcode: 0, result: { has_more: false, list: [{ ...lin, userid: 'user2', org_email: '' }] } }
      },
    }
  })

  test('asks the organisation’s own address book who came', async () => {
    const address = new URL(await kind().redirect!.begin(config(), place))
    expect(address.origin + address.pathname).toBe('https://login.dingtalk.com/oauth2/auth')
    expect(address.searchParams.get('client_id')).toBe('ding1')
    expect(await kind().redirect!.complete(config(), back({ authCode: 'CODE' }), place)).toEqual({
      subject: 'user1',
      name: '林知夏',
      email: 'lin@corp.example',
      emailVerified: true,
      mobile: '+8613800138000',
    })
    expect(bodyOf('/v1.0/oauth2/userAccessToken')).toEqual([
      { clientId: 'ding1', clientSecret: 's3cret', code: 'CODE', grantType: 'authorization_code' },
    ])
  })

  test.each([
    ['a stranger', '/topapi/user/getbyunionid', { errcode: 60121, errmsg: '找不到该用户' }, 'dingtalk_60121'],
    [
      'a guest',
      '/topapi/user/getbyunionid',
      { errcode: 0, result: { contact_type: 1, userid: 'x' } },
      'dingtalk_not_of_the_organisation',
    ],
    [
      'a spent code',
      '/v1.0/oauth2/userAccessToken',
      { code: 'invalidParameter.authCode.notFound', message: '不存在的临时授权码' },
      'dingtalk_invalidParameter.authCode.notFound',
    ],
  ])('lets %s not in', async (_, path, answer, reason) => {
    server.answers = { ...server.answers, [path]: answer }
    await expect(
      kind().redirect!.complete(config(), back({ authCode: 'CODE' }), place),
    ).rejects.toMatchObject({ reason })
  })

  test('tells people of all pages and departments of all levels', async () => {
    server.first = [
      { path: '/topapi/v2/user/list', body: { errcode: 88, sub_code: '90018', errmsg: '限流' } },
    ]
    const directory = await kind().directory!(config())
    expect(directory.departments).toEqual([
      { id: '1', name: '明德科技', parentId: null },
      { id: '2', name: '销售部', parentId: '1' },
    ])
    expect(directory.people).toMatchObject([
      { subject: 'user1', email: 'lin@corp.example', mobile: '+8613800138000', departments: ['2'] },
      { subject: 'user2', email: 'typed@example.com' },
    ])
    expect(server.waited).toEqual([500])
  })

  test('tells whom each reports to, which their own details alone say', async () => {
    const managers: Readonly<Record<string, string>> = { user1: 'user2' }
    server.answers = {
      ...server.answers,
      '/topapi/v2/user/get': (_, __, body) => {
        const { userid } = JSON.parse(body) as { userid: string }
        return { errcode: 0, result: { ...lin, userid, manager_userid: managers[userid] } }
      },
    }
    server.first = [{ path: '/topapi/v2/user/get', body: { errcode: 90018, errmsg: '限流' } }]
    const { people } = await kind().directory!(config())
    expect(people.map(({ subject, managerSubject }) => [subject, managerSubject])).toEqual([
      ['user1', 'user2'],
      ['user2', null],
    ])
    expect(server.asked('/topapi/v2/user/get')).toHaveLength(3)
    expect(server.waited).toEqual([500])
  })

  test.each([
    ['left after the list was made', { errcode: 60121, errmsg: '找不到该用户' }],
    ['is out of the app’s scope', { errcode: 88, sub_code: '50002', errmsg: 'userid不在授权范围内' }],
  ])('tells of somebody who %s no manager, and of the others theirs', async (_, refusal) => {
    server.answers = {
      ...server.answers,
      '/topapi/v2/user/get': (__, ___, body) =>
        body.includes('user1') ? refusal : { errcode: 0, result: { ...lin, manager_userid: 'user1' } },
    }
    const { people } = await kind().directory!(config())
    expect(people.map(({ subject, managerSubject }) => [subject, managerSubject])).toEqual([
      ['user1', null],
      ['user2', 'user1'],
    ])
  })

  test.each([
    ['throttled all the time', { errcode: 90018, errmsg: '限流' }, 'dingtalk_90018'],
    ['without permission', { errcode: 88, sub_code: '60011', errmsg: '没有权限' }, 'dingtalk_60011'],
    ['by a token that is refused', { errcode: 40014, errmsg: '不合法的access_token' }, 'dingtalk_40014'],
  ])('tells of nobody where it is asked %s', async (_, refusal, reason) => {
    server.answers = { ...server.answers, '/topapi/v2/user/get': refusal }
    await expect(kind().directory!(config())).rejects.toMatchObject({ reason })
  })
})
