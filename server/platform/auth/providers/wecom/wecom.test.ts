import { beforeEach, describe, expect, test } from 'vitest'
import { back, place, playedServer } from '../testing/played-server.ts'
import { createWecom } from './wecom.ts'

const server = playedServer()

describe('企业微信', () => {
  const config = () => ({ corpId: 'ww1', agentId: '1000002', secret: 's3cret', base: server.base })
  const kind = () => createWecom(server.outbound, server.wait)
  const lin = {
    errcode: 0,
    userid: 'lin',
    name: '林知夏',
    mobile: '13800138000',
    email: 'typed@example.com',
    biz_mail: 'lin@corp.wecom.work',
    position: '销售经理',
    department: [1, 2],
    main_department: 2,
    direct_leader: ['wang'],
    status: 1,
  }
  beforeEach(() => {
    server.answers = {
      '/cgi-bin/gettoken': (query) =>
        query.get('corpsecret') === 's3cret'
          ? { errcode: 0, errmsg: 'ok', access_token: 'T', expires_in: 7200 }
          : { errcode: 40001, errmsg: 'invalid credential' },
      '/cgi-bin/auth/getuserinfo': (query) =>
        query.get('code') === 'CODE'
          ? { errcode: 0, userid: 'lin' }
          : query.get('code') === 'GUEST'
            ? { errcode: 0, openid: 'o-1' }
            : { errcode: 40029, errmsg: 'invalid code' },
      '/cgi-bin/user/get': lin,
      '/cgi-bin/department/list': {
        errcode: 0,
        department: [
          { id: 1, name: '明德科技', parentid: 0 },
          { id: 2, name: '销售部', parentid: 1 },
        ],
      },
      '/cgi-bin/user/list': (query) => ({
        errcode: 0,
        userlist: query.get('department_id') === '2' ? [lin, { ...lin, userid: 'gone', status: 5 }] : [lin],
      }),
    }
  })

  test('sends a browser to scan, and knows who comes back', async () => {
    const address = new URL(await kind().redirect!.begin(config(), place))
    expect(address.origin).toBe('https://login.work.weixin.qq.com')
    expect(Object.fromEntries(address.searchParams)).toEqual({
      login_type: 'CorpApp',
      appid: 'ww1',
      agentid: '1000002',
      redirect_uri: place.callbackUrl,
      state: place.state,
    })
    expect(await kind().redirect!.complete(config(), back({ code: 'CODE' }), place)).toEqual({
      subject: 'lin',
      name: '林知夏',
      email: 'lin@corp.wecom.work',
      emailVerified: true,
      mobile: '13800138000',
    })
  })

  describe('within the app', () => {
    const app = {
      ...place,
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 wxwork/4.1.33 MicroMessenger/7.0.1 Language/zh',
    }
    const told = {
      errcode: 0,
      userid: 'lin',
      gender: '0',
      mobile: '13900139000',
      email: '',
      biz_mail: 'zhixia@corp.wecom.work',
    }
    beforeEach(() => {
      // As the address book answers an app of today.
      const { mobile: _, email: __, biz_mail: ___, ...bare } = lin
      server.answers = {
        ...server.answers,
        '/cgi-bin/user/get': bare,
        '/cgi-bin/auth/getuserinfo': { errcode: 0, userid: 'lin', user_ticket: 'TICKET', expires_in: 1800 },
        '/cgi-bin/auth/getuserdetail': () => told,
      }
    })

    test('sends to the page that knows who holds it', async () => {
      const address = new URL(await kind().redirect!.begin(config(), app))
      expect(address.origin + address.pathname).toBe('https://open.weixin.qq.com/connect/oauth2/authorize')
      expect(address.hash).toBe('#wechat_redirect')
      expect(Object.fromEntries(address.searchParams)).toEqual({
        appid: 'ww1',
        redirect_uri: place.callbackUrl,
        response_type: 'code',
        scope: 'snsapi_privateinfo',
        state: place.state,
        agentid: '1000002',
      })
    })

    test('a page of one’s own serves the app too; WeChat is another app', async () => {
      const own = { ...config(), loginBase: 'https://wecom.corp.example' }
      expect(await kind().redirect!.begin(own, app)).toMatch(/^https:\/\/wecom\.corp\.example\/wwlogin/)
      const weChat = { ...place, userAgent: 'Mozilla/5.0 Mobile/15E148 MicroMessenger/8.0.50' }
      expect(await kind().redirect!.begin(config(), weChat)).toContain('/wwlogin/sso/login')
    })

    test('finds a member by what they let it tell', async () => {
      expect(await kind().redirect!.complete(config(), back({ code: 'CODE' }), app)).toEqual({
        subject: 'lin',
        name: '林知夏',
        email: 'zhixia@corp.wecom.work',
        emailVerified: true,
        mobile: '13900139000',
      })
      expect(server.asked('/cgi-bin/auth/getuserdetail').map(({ body }) => JSON.parse(body))).toEqual([
        { user_ticket: 'TICKET' },
      ])
    })

    test('lets nobody in with what it tells of somebody else', async () => {
      server.answers = { ...server.answers, '/cgi-bin/auth/getuserdetail': { ...told, userid: 'boss' } }
      await expect(kind().redirect!.complete(config(), back({ code: 'CODE' }), app)).rejects.toMatchObject({
        reason: 'wecom_detail_of_another',
      })
    })

    test('knows who came where it tells nothing of them, and why it does not', async () => {
      server.answers = {
        ...server.answers,
        '/cgi-bin/auth/getuserdetail': { errcode: 48002, errmsg: 'api forbidden' },
      }
      expect(await kind().redirect!.complete(config(), back({ code: 'CODE' }), app)).toEqual({
        subject: 'lin',
        name: '林知夏',
        email: null,
        emailVerified: false,
        mobile: null,
        withheld: 'wecom_48002: api forbidden',
      })
    })
  })

  test.each([
    [{ code: 'GUEST' }, 'wecom_not_of_the_company'],
    [{ code: 'SPENT' }, 'wecom_40029'],
    [{ code: 'CODE', state: 'another visit' }, 'wecom_state_mismatch'],
    [{}, 'wecom_no_code'],
  ])('lets nobody in who comes with %j', async (parameters, reason) => {
    await expect(kind().redirect!.complete(config(), back(parameters), place)).rejects.toMatchObject({
      reason,
    })
  })

  test('lets nobody in with a wrong secret, or who was disabled', async () => {
    const wrong = { ...config(), secret: 'wrong' }
    await expect(kind().redirect!.complete(wrong, back({ code: 'CODE' }), place)).rejects.toMatchObject({
      reason: 'wecom_40001',
    })
    server.answers = { ...server.answers, '/cgi-bin/user/get': { ...lin, status: 2 } }
    await expect(kind().redirect!.complete(config(), back({ code: 'CODE' }), place)).rejects.toMatchObject({
      reason: 'wecom_disabled',
    })
  })

  test('tells people and departments, each once', async () => {
    const directory = await kind().directory!(config())
    expect(directory.departments).toEqual([
      { id: '1', name: '明德科技', parentId: null },
      { id: '2', name: '销售部', parentId: '1' },
    ])
    expect(directory.people).toMatchObject([
      { subject: 'lin', departments: ['2', '1'], managerSubject: 'wang', jobTitle: '销售经理', active: true },
      { subject: 'gone', active: false },
    ])
  })

  test('keeps its token, gets another one once it is refused, and waits where it asks too often', async () => {
    const one = kind()
    await one.directory!(config())
    await one.directory!(config())
    expect(server.asked('/cgi-bin/gettoken')).toHaveLength(1)
    server.first = [
      { path: '/cgi-bin/department/list', body: { errcode: 42001, errmsg: 'access_token expired' } },
      { path: '/cgi-bin/user/list', body: { errcode: 45009, errmsg: 'api freq out of limit' } },
      { path: '/cgi-bin/user/list', status: 503, body: {} },
    ]
    expect((await one.directory!(config())).people).toHaveLength(2)
    expect(server.asked('/cgi-bin/gettoken')).toHaveLength(2)
    expect(server.waited).toEqual([500, 1000])
  })

  test('gives up where it is always refused, or told nonsense', async () => {
    server.answers = {
      ...server.answers,
      '/cgi-bin/department/list': { errcode: 40014, errmsg: 'invalid access_token' },
    }
    await expect(kind().directory!(config())).rejects.toMatchObject({ reason: 'wecom_40014' })
    server.answers = { ...server.answers, '/cgi-bin/department/list': { errcode: -1, errmsg: 'system busy' } }
    await expect(kind().directory!(config())).rejects.toMatchObject({ reason: 'wecom_-1' })
    server.answers = {
      ...server.answers,
      '/cgi-bin/department/list': { errcode: 0, department: [{ name: 'no id' }] },
    }
    await expect(kind().directory!(config())).rejects.toMatchObject({ reason: 'wecom_without_id' })
  })
})

test('what is nobody’s to reach is not reached', async () => {
  const config = { corpId: 'ww1', agentId: '1', secret: 's', base: 'http://169.254.169.254' }
  await expect(createWecom(server.outbound).directory!(config)).rejects.toMatchObject({
    code: 'outbound_url_refused',
  })
})
