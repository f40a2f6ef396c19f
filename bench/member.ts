import { memberEmail } from './organisation.ts'
import { runChild } from './processes.ts'

const password = 'member-of-kith-2026'
const objects = ['contact', 'company'] as const
const hidden = ['mobile', 'wechat'] as const
/** Conditions of the rules by which contacts are shared with the member: a field's own, a list's, a relation's. */
const shared = [
  { condition: 'role = "decisionMaker"', level: 'read' },
  { condition: 'contains(tags, "VIP")', level: 'edit' },
  { condition: 'company.industry = "manufacturing"', level: 'read' },
] as const

export interface Member {
  readonly key: string
  /** Contacts of the member's team: both the member and an administrator may change them. */
  readonly contactIds: readonly string[]
}

interface Row {
  readonly id: string
  readonly teamId?: string
}

/**
 * A member whose role reaches the team's records, with whom three rules share others, and for whom two fields are hidden.
 * Fails where that is not what the member sees.
 */
export async function createMember(
  port: number,
  adminKey: string,
  env: Readonly<Record<string, string>>,
): Promise<Member> {
  const place = ['--email', memberEmail, '--workspace', 'bench']
  const asMember = ['--password', password, '--name', 'Member', '--role', 'member']
  await runChild('server/cli.ts', ['user', 'create', ...place, ...asMember], env)
  const admin = caller(port, adminKey)
  const [user] = await admin<Row[]>(
    'GET',
    `/records/user?filter=${encodeURIComponent(`email = "${memberEmail}"`)}`,
  )
  const team = { read: 'team', create: 'team', update: 'team', delete: 'team', transfer: 'team' } as const
  const role = await admin<Row>('POST', '/roles', {
    name: 'Member of a team',
    permissions: {
      usual: {
        read: 'all',
        create: 'none',
        update: 'none',
        delete: 'none',
        transfer: 'none',
        export: 'none',
        import: 'none',
      },
      objects: Object.fromEntries(objects.map((object) => [object, team])),
      fields: { contact: Object.fromEntries(hidden.map((field) => [field, 'hidden'])) },
      rights: [],
    },
  })
  await admin('PUT', `/role-assignments/${user?.id}`, { roleIds: [role.id] })
  for (const [index, rule] of shared.entries())
    await admin('POST', '/sharing-rules', {
      ...rule,
      object: 'contact',
      name: `Rule ${index + 1}`,
      grantee: { kind: 'role', id: role.id },
    })
  const key = await runChild('server/cli.ts', ['key', 'create', ...place], env)
  const member = caller(port, key)
  const own = encodeURIComponent(`owner.team = "${user?.teamId}"`)
  const contacts = await member<Row[]>('GET', `/records/contact?filter=${own}&fields=id&limit=1000`)
  const [seen] = await member<Record<string, unknown>[]>('GET', '/records/contact?limit=1')
  if (contacts.length === 0 || seen === undefined || hidden.some((field) => field in seen))
    throw new Error('the member does not see what a member of a team should')
  return { key, contactIds: contacts.map(({ id }) => id) }
}

type Call = <T>(method: string, path: string, body?: unknown) => Promise<T>

function caller(port: number, key: string): Call {
  return async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 2_000)}`)
    return (JSON.parse(text) as { data: T }).data
  }
}
