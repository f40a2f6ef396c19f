import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { peopleOf } from '#test/support/people.ts'
import { ownRecords } from '#test/support/permissions.ts'
import { type Client, founder, startTestServer, type TestServer } from '#test/support/server.ts'

let server: TestServer
let administratorOfAll: Client

beforeAll(async () => {
  server = await startTestServer()
  administratorOfAll = server.session
})
afterAll(() => server.stop())

const { idOf, roleWith, memberWith, roleNamed, cookiesOf } = peopleOf(() => server)

interface Invited {
  readonly invitation: { readonly id: string; readonly email: string | null; readonly expired: boolean }
  readonly token?: string
}

async function invite(by: Client, body: Readonly<Record<string, unknown>>): Promise<Invited[]> {
  const answer = await by.post('/auth/invitations', { roleIds: [await roleNamed('member')], ...body })
  expect(answer.status, answer.text).toBe(201)
  return answer.body.data as unknown as Invited[]
}

const join = (token: string | undefined, more: Readonly<Record<string, unknown>> = {}) =>
  server.stranger.post('/auth/join', { token, password: founder.password, ...more })

describe('invitations', () => {
  test('a link lets in once, with the roles and the team that it gives, under the address that was invited', async () => {
    const team = (await administratorOfAll.post('/records/team', { name: 'East' })).record
    const roleIds = [await roleNamed('manager'), await roleNamed('readOnly')]
    const [invited] = await invite(administratorOfAll, {
      emails: ['Uma@Example.com'],
      roleIds,
      teamId: team.id,
      language: 'zh-TW',
    })
    const looked = await server.stranger.post('/auth/join/look', { token: invited!.token })
    expect(looked.body.data).toMatchObject({
      workspaceName: 'Acme',
      inviterName: founder.name,
      email: 'uma@example.com',
      known: false,
    })
    expect((await administratorOfAll.get('/auth/invitations')).text).not.toContain(invited!.token)
    const joined = await join(invited!.token, { name: 'Uma', email: 'eve@example.com' })
    expect(joined.status, joined.text).toBe(200)
    const uma = cookiesOf(joined)
    const access = (await uma.get('/access')).record as unknown as {
      roles: { key: string }[]
      teams: string[]
    }
    expect(access.roles.map(({ key }) => key).sort()).toEqual(['manager', 'readOnly'])
    expect(access.teams).toEqual([team.id])
    const session = await uma.get('/auth/session')
    expect(session.body.account).toMatchObject({ email: 'uma@example.com', name: 'Uma' })
    const again = await join(invited!.token, { name: 'Eve' })
    expect([again.status, again.body.code]).toEqual([404, 'invitation_invalid'])
  })

  test('of two who use a link at once, one joins', async () => {
    const [invited] = await invite(administratorOfAll, {})
    const answers = await Promise.all(
      ['vic1', 'vic2', 'vic3'].map((name) => join(invited!.token, { name, email: `${name}@example.com` })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404])
  })

  test('expired, withdrawn, renewed and forged links get one answer; the log knows why', async () => {
    const [expired, withdrawn, renewed] = await invite(administratorOfAll, {
      emails: ['w1@example.com', 'w2@example.com', 'w3@example.com'],
    })
    await server.pool.query(`update kith.invitation set expires_at = now() where id = $1`, [
      expired!.invitation.id,
    ])
    await administratorOfAll.delete(`/auth/invitations/${withdrawn!.invitation.id}`)
    const fresh = await administratorOfAll.post(`/auth/invitations/${renewed!.invitation.id}/renew`, {})
    const answers = await Promise.all(
      [expired!.token, withdrawn!.token, renewed!.token, 'x'.repeat(43), '', "' or 1=1 --"].map((token) =>
        server.stranger.post('/auth/join/look', { token }),
      ),
    )
    const told = answers.map(({ status, body: { code, detail } }) => JSON.stringify({ status, code, detail }))
    expect(new Set(told).size).toBe(1)
    expect(told[0]).toContain('invitation_invalid')
    const { token } = fresh.body.data as unknown as Invited
    expect((await server.stranger.post('/auth/join/look', { token })).status).toBe(200)
    const log = (await administratorOfAll.get('/audit', { kinds: 'joinRefused' })).records
    expect(log.map(({ details }) => (details as { reason: string }).reason)).toEqual(
      expect.arrayContaining(['expired', 'revoked']),
    )
  })

  test('nobody gives roles beyond their own, and what was given ends with who gave it', async () => {
    const narrow = await roleWith('Narrow desk', ['people'], { usual: ownRecords })
    const xia = await memberWith('Xia', [narrow])
    const refused = await xia.post('/auth/invitations', { roleIds: [await roleNamed('member')] })
    expect([refused.status, refused.body.code]).toEqual([403, 'beyond_own_access'])
    const [invited] = await invite(xia, { roleIds: [narrow] })
    await administratorOfAll.put(`/role-assignments/${await idOf('Xia')}`, {
      roleIds: [await roleNamed('readOnly')],
    })
    const late = await join(invited!.token, { name: 'Yan', email: 'yan@example.com' })
    expect([late.status, late.body.code]).toEqual([404, 'invitation_invalid'])
    expect((await xia.get('/auth/invitations')).status).toBe(403)
  })

  test('a known account joins by signing in, and its address is taken by nobody who only has the link', async () => {
    const other = cookiesOf(
      await server.stranger.post('/auth/sign-in', { identifier: founder.email, password: founder.password }),
    )
    await other.post('/auth/workspaces', {
      workspaceName: 'Second',
      language: 'en',
      timeZone: 'UTC',
      currency: 'EUR',
    })
    await server.addMember('Zoe', 'member')
    const [{ id: memberRole } = { id: '' }] = (await other.get('/roles')).records.filter(
      ({ key }) => key === 'member',
    )
    const [invited] = await invite(other, { emails: ['zoe@example.com'], roleIds: [memberRole] })
    expect(
      (await server.stranger.post('/auth/join/look', { token: invited!.token })).body.data,
    ).toMatchObject({ known: true })
    expect((await join(invited!.token, { name: 'Eve' })).body.code).toBe('account_exists')
    const zoe = cookiesOf(
      await server.stranger.post('/auth/sign-in', {
        identifier: 'zoe@example.com',
        password: founder.password,
      }),
    )
    const joined = await zoe.post('/auth/join', { token: invited!.token })
    expect(joined.status, joined.text).toBe(200)
    expect((await zoe.get('/auth/session')).body.workspace).toMatchObject({ name: 'Second' })
    expect((await zoe.get('/access')).record.roles).toMatchObject([{ key: 'member' }])
  })

  test('all wrong addresses are named, and nobody is invited then', async () => {
    const answer = await administratorOfAll.post('/auth/invitations', {
      roleIds: [await roleNamed('member')],
      emails: ['good@example.com', 'nonsense', founder.email],
    })
    expect(answer.body.errors).toMatchObject([
      { path: '/emails/1', code: 'invalid_email' },
      { path: '/emails/2', code: 'already_member' },
    ])
    expect((await administratorOfAll.get('/auth/invitations')).text).not.toContain('good@example.com')
  })
})
