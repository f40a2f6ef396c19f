import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOutbound } from '#server/platform/outbound/index.ts'
import { makeCertificate } from '#test/support/certificate.ts'
import { escapeFilter, filterFor } from './escape-filter.ts'
import { createLdap } from './ldap.ts'
import type { LdapConfig } from './ldap-config.ts'
import { startTestDirectory, type TestDirectory, type TestEntry } from './testing/test-directory.ts'

const certificate = makeCertificate()
const base = 'dc=corp,dc=example'
const person = (
  uid: string,
  unit: string,
  more: Readonly<Record<string, readonly string[]>> = {},
): TestEntry => ({
  dn: `uid=${uid},${unit}${base}`,
  password: `password of ${uid}`,
  attributes: {
    objectClass: ['inetOrgPerson'],
    entryUUID: [`id-${uid}`],
    uid: [uid],
    cn: [`Name of ${uid}`],
    mail: [`${uid}@corp.example`],
    ...more,
  },
})
const unit = (name: string, above = ''): TestEntry => ({
  dn: `ou=${name},${above}${base}`,
  attributes: { objectClass: ['organizationalUnit'], ou: [name], entryUUID: [`unit-${name}`] },
})
const group = (name: string, ...members: string[]): TestEntry => ({
  dn: `cn=${name},${base}`,
  attributes: { objectClass: ['groupOfNames'], cn: [name], entryUUID: [`group-${name}`], member: members },
})
const entries: readonly TestEntry[] = [
  { dn: `cn=kith,${base}`, password: 'service', attributes: { objectClass: ['account'] } },
  unit('销售部'),
  unit('华东', 'ou=销售部,'),
  person('lin', 'ou=华东,ou=销售部,', {
    mobile: ['+8613800138000'],
    title: ['销售经理'],
    manager: [`uid=wang, ou=销售部,${base}`],
  }),
  person('wang', 'ou=销售部,'),
  person('twin', 'ou=销售部,', { mail: ['shared@corp.example'] }),
  person('other', 'ou=销售部,', { mail: ['shared@corp.example'] }),
  // 512 is an account, 2 more that it is disabled.
  person('gone', 'ou=销售部,', { userAccountControl: ['514'] }),
  group('管理层', `uid=wang,ou=销售部,${base}`),
]

let secure: TestDirectory
let plain: TestDirectory
const kind = () =>
  createLdap(createOutbound({ allowed: [`127.0.0.1:${secure.port}`, `127.0.0.1:${plain.port}`] }))
const config = (more: Partial<LdapConfig> = {}): LdapConfig => ({
  url: `ldaps://127.0.0.1:${secure.port}`,
  caCertificate: certificate.cert,
  bindDn: `cn=kith,${base}`,
  bindPassword: 'service',
  baseDn: base,
  ...more,
})
const signIn = (login: string, password: string, more: Partial<LdapConfig> = {}) =>
  kind().password!(config(more), login, password)

beforeAll(async () => {
  secure = await startTestDirectory(entries, certificate, { secure: true })
  plain = await startTestDirectory(entries, certificate, { secure: false })
})
afterAll(() => Promise.all([secure.stop(), plain.stop()]))

describe('a name and a password', () => {
  test.each(['lin', 'LIN', ' lin ', 'lin@corp.example'])(
    'of %s are who the directory says',
    async (login) => {
      expect(await signIn(login, 'password of lin')).toEqual({
        subject: 'id-lin',
        name: 'Name of lin',
        email: 'lin@corp.example',
        emailVerified: true,
        mobile: '+8613800138000',
      })
    },
  )

  test('go through StartTLS where the port is plain', async () => {
    const url = `ldap://127.0.0.1:${plain.port}`
    expect(await signIn('wang', 'password of wang', { url })).toMatchObject({ subject: 'id-wang' })
  })

  test.each([
    ['lin', 'password of wang'],
    ['nobody', 'password of lin'],
    ['', 'password of lin'],
    ['lin', 'x'.repeat(5_000)],
  ])('that do not fit are nobody: %s', async (login, password) => {
    expect(await signIn(login, password)).toBeUndefined()
  })

  test('of which the password is empty are nobody: the server is not even asked', async () => {
    const asked = secure.binds.length
    expect(await signIn('lin', '')).toBeUndefined()
    expect(secure.binds).toHaveLength(asked)
  })

  test.each([
    '*',
    'l*',
    'lin)(uid=*',
    '*)(objectClass=*',
    'lin)(|(uid=*)',
    '\\2a',
    'li\0n',
    ')',
    '(',
    '\u{1f4a9}*',
  ])('with the signs of a filter mean themselves: %j', async (login) => {
    expect(await signIn(login, 'password of lin')).toBeUndefined()
    expect(secure.filters.at(-1)).toContain(`(uid=${login.trim()})`)
  })

  test('that fit two are refused', async () => {
    await expect(signIn('shared@corp.example', 'password of twin')).rejects.toThrow('ldap_several_match')
  })

  test('say nothing where the service account is refused', async () => {
    await expect(signIn('lin', 'password of lin', { bindPassword: 'wrong' })).rejects.toThrow('ldap_code_49')
  })

  test('are not sent to a server of another certificate, or over a plain connection', async () => {
    const other = { caCertificate: makeCertificate().cert }
    const before = [...secure.binds, ...plain.binds].length
    await expect(signIn('lin', 'password of lin', other)).rejects.toThrow()
    await expect(
      signIn('lin', 'password of lin', { ...other, url: `ldap://127.0.0.1:${plain.port}` }),
    ).rejects.toThrow()
    expect([...secure.binds, ...plain.binds]).toHaveLength(before)
  })

  test.each(['ldaps://127.0.0.1:1', 'ldaps://169.254.169.254', 'ldaps://localhost'])(
    'are not sent where nobody allowed it: %s',
    async (url) => {
      await expect(signIn('lin', 'password of lin', { url })).rejects.toMatchObject({
        code: 'outbound_url_refused',
      })
    },
  )
})

describe('the directory', () => {
  test('has units as departments, in their tree', async () => {
    const { people, departments } = await kind().directory!(config())
    expect(departments).toEqual([
      { id: 'unit-销售部', name: '销售部', parentId: null },
      { id: 'unit-华东', name: '华东', parentId: 'unit-销售部' },
    ])
    expect(people.find(({ subject }) => subject === 'id-lin')).toEqual({
      subject: 'id-lin',
      name: 'Name of lin',
      email: 'lin@corp.example',
      mobile: '+8613800138000',
      jobTitle: '销售经理',
      departments: ['unit-华东'],
      managerSubject: 'id-wang',
      active: true,
    })
  })

  test('has groups as departments, where that is wanted', async () => {
    const { people, departments } = await kind().directory!(config({ groupsAreDepartments: true }))
    expect(departments.map(({ name }) => name)).toEqual(['管理层'])
    expect(people.find(({ subject }) => subject === 'id-wang')?.departments).toEqual(['group-管理层'])
  })

  test('knows who is disabled, as Active Directory tells it', async () => {
    const { people } = await kind().directory!(config({ peopleFilter: '(uid=*)' }))
    expect(people.filter(({ active }) => !active).map(({ subject }) => subject)).toEqual(['id-gone'])
  })
})

test('a filter is made of its template and nothing of the value', () => {
  expect(escapeFilter('a*(b)\\c\0')).toBe('a\\2a\\28b\\29\\5cc\\00')
  expect(filterFor('(|(uid={login})(mail={login}))', '$&')).toBe('(|(uid=$&)(mail=$&))')
})
