import { expect } from 'vitest'
import type { Permissions, Right } from '#shared/access/permissions.ts'
import { everything } from '#test/support/permissions.ts'
import type { Client, TestServer } from './server.ts'

/** Members and roles of a test's server, as its founder makes and finds them. */
export function peopleOf(serverOf: () => TestServer) {
  const idOf = async (name: string): Promise<string> =>
    (await serverOf().session.get('/records/user')).records.find((user) => user.name === name)!.id

  /** A role with all that an administrator may do with records, and these rights. */
  async function roleWith(
    name: string,
    rights: readonly Right[],
    more: Partial<Permissions> = {},
  ): Promise<string> {
    const made = await serverOf().session.post('/roles', {
      name,
      permissions: { ...everything, rights, ...more },
    })
    expect(made.status, made.text).toBe(201)
    return made.record.id
  }

  async function memberWith(name: string, roleIds: readonly string[]): Promise<Client> {
    const client = await serverOf().addMember(name, 'member')
    const given = await serverOf().session.put(`/role-assignments/${await idOf(name)}`, { roleIds })
    expect(given.status, given.text).toBe(200)
    return client
  }

  const roleNamed = async (key: string): Promise<string> =>
    (await serverOf().session.get('/roles')).records.find((role) => role.key === key)!.id

  const sameSite = { 'sec-fetch-site': 'same-origin' }
  function cookiesOf(answer: { headers: Readonly<Record<string, unknown>> }): Client {
    const lines = [answer.headers['set-cookie'] ?? []].flat() as string[]
    return serverOf().client({ ...sameSite, cookie: lines.map((line) => line.split(';', 1)[0]).join('; ') })
  }
  return { idOf, roleWith, memberWith, roleNamed, cookiesOf }
}
