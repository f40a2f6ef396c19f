import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shippedObjects } from '#server/apps/index.ts'
import { giveRole } from '#server/core/access/index.ts'
import { plantRoles } from '#server/core/access/plant-roles.ts'
import type { Context } from '#server/core/context.ts'
import { peopleSteps } from '#server/core/people/index.ts'
import { createRecords, deleteRecords, updateRecords } from '#server/core/records/index.ts'
import { administrator } from '#shared/access/shipped-roles.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import type { Directory, DirectoryPerson } from './directory.ts'
import { mayLeave } from './guard.ts'
import { knownPeople, knownTeams } from './known.ts'
import type { DirectoryMembers, Joining } from './members.ts'
import { synchronise } from './synchronise.ts'

let cx: Context
let drop: () => Promise<void>

beforeAll(async () => {
  const made = await createTestWorkspace(shippedObjects)
  cx = { ...made.cx, source: 'system', steps: peopleSteps }
  drop = made.drop
})
afterAll(() => drop())

const person = (subject: string, more: Partial<DirectoryPerson> = {}): DirectoryPerson => ({
  subject,
  name: subject,
  email: `${subject}@example.com`,
  mobile: null,
  jobTitle: null,
  departments: [],
  managerSubject: null,
  active: true,
  ...more,
})

/** Who may come in, as a list. */
function doors(): DirectoryMembers & { readonly told: string[]; readonly joined: Joining[] } {
  const told: string[] = []
  const joined: Joining[] = []
  return {
    told,
    joined,
    withAccount: async () => new Set(joined.map(({ userId }) => userId)),
    async join(_, joining) {
      joined.push(joining)
      return joining.person.email === 'outsider@example.com' ? 'elsewhere' : 'joined'
    },
    leave: async (_, userId) => void told.push(`left ${userId}`),
    comeBack: async (_, userId) => void told.push(`back ${userId}`),
  }
}

const bring = (source: string, directory: Directory, more: Partial<Parameters<typeof synchronise>[2]> = {}) =>
  synchronise(cx, directory, {
    source,
    sourceName: source,
    members: doors(),
    signsIn: true,
    mostLeaving: 20,
    confirmed: 0,
    trial: false,
    ...more,
  })

/** What the audit log has of somebody's membership. */
async function noted(id: string): Promise<string[]> {
  const { rows } = await cx.workspace.pool.query<{ kind: string }>({
    text: `select kind from ${cx.workspace.schema}._audit where record = $1 order by id`,
    values: [id],
  })
  return rows.map(({ kind }) => kind)
}
const named = async (name: string) => (await knownPeople(cx)).find((known) => known.name === name)!
const teamNamed = async (name: string) => (await knownTeams(cx)).find((team) => team.name === name)!

describe('a directory', () => {
  const directory: Directory = {
    departments: [
      // Those below come first: a list is in no order.
      { id: '21', name: '华东大区', parentId: '2' },
      { id: '2', name: '销售部', parentId: '1' },
      { id: '1', name: '明德科技', parentId: null },
    ],
    people: [
      person('wu', {
        departments: ['21', '1'],
        managerSubject: 'zhao',
        jobTitle: '销售经理',
        mobile: '138 0013 8000',
      }),
      person('zhao', { departments: ['2'] }),
      person('gone', { active: false }),
    ],
  }

  test('becomes members, teams and who reports to whom; a second run changes nothing', async () => {
    const members = doors()
    const trial = await bring('a', directory, { members, trial: true })
    expect(trial.counts).toMatchObject({ created: 2, teamsCreated: 3 })
    expect(await knownTeams(cx)).toEqual([])

    const first = await bring('a', directory, { members })
    expect(first).toMatchObject({ counts: trial.counts, skipped: [], held: null })
    const [east, sales, company] = [
      await teamNamed('华东大区'),
      await teamNamed('销售部'),
      await teamNamed('明德科技'),
    ]
    expect([east.parentId, sales.parentId, company.parentId]).toEqual([sales.id, company.id, null])
    const [wu, zhao] = [await named('wu'), await named('zhao')]
    expect(wu).toMatchObject({
      teamId: east.id,
      teamIds: [company.id],
      managerId: zhao.id,
      jobTitle: '销售经理',
    })
    expect(members.joined.map(({ userId, identity }) => [userId, identity])).toEqual([
      [wu.id, { provider: 'a', subject: 'wu' }],
      [zhao.id, { provider: 'a', subject: 'zhao' }],
    ])

    const second = await bring('a', directory, { members })
    expect(second.counts).toEqual({ ...first.counts, created: 0, teamsCreated: 0, updated: 0, unchanged: 2 })
    expect(members.joined).toHaveLength(2)
    expect(await noted(wu.id)).toEqual(['memberJoined'])
  })

  test('changes what it tells, and leaves what it does not', async () => {
    const project = (await createRecords(cx, 'team', [{ name: '项目组' }], { idsOnly: true })).ids[0]!
    const wu = await named('wu')
    await updateRecords(cx, 'user', [{ id: wu.id, teamIds: [...wu.teamIds, project] }], { idsOnly: true })
    const report = await bring('a', {
      departments: directory.departments.map((one) => (one.id === '2' ? { ...one, name: '大客户部' } : one)),
      people: [person('wu', { email: null, departments: ['2'] }), person('zhao', { departments: ['2'] })],
    })
    expect(report.counts).toMatchObject({ updated: 1, unchanged: 1, teamsUpdated: 1, deactivated: 0 })
    expect(await named('wu')).toMatchObject({
      email: 'wu@example.com',
      mobile: wu.mobile,
      jobTitle: '销售经理',
      teamId: (await teamNamed('大客户部')).id,
      teamIds: [project],
      managerId: wu.managerId,
    })
  })

  test('that lost a person ends the membership, and takes it up again with the person', async () => {
    const members = doors()
    const wu = await named('wu')
    const without = { ...directory, people: [person('zhao')] }
    expect((await bring('a', without, { members })).counts.deactivated).toBe(1)
    expect((await named('wu')).isActive).toBe(false)
    expect((await bring('a', without, { members })).counts.deactivated).toBe(0)
    expect((await bring('a', directory, { members })).counts.returned).toBe(1)
    expect((await named('wu')).isActive).toBe(true)
    expect(members.told).toEqual([`left ${wu.id}`, `back ${wu.id}`])
    const turns = (await noted(wu.id)).filter((kind) => kind !== 'memberJoined')
    expect(turns).toEqual(['memberDeactivated', 'memberReactivated'])
  })

  test('that answers with nobody ends nothing, until somebody confirms how many', async () => {
    const nobody = { people: [], departments: [] }
    const held = await bring('a', nobody)
    expect(held).toMatchObject({ counts: { deactivated: 0 }, held: { leaving: 2, of: 2 } })
    expect((await bring('a', nobody, { confirmed: 1 })).held).not.toBeNull()
    expect((await named('zhao')).isActive).toBe(true)
    expect(await bring('a', nobody, { confirmed: 2 })).toMatchObject({
      counts: { deactivated: 2 },
      held: null,
    })
    expect((await named('zhao')).isActive).toBe(false)
  })
})

describe('a person of a directory', () => {
  test('is the member of the same address or number; two who fit are none', async () => {
    const { ids } = await createRecords(
      cx,
      'user',
      [
        { name: '陈', email: 'Chen@example.com' },
        { name: '林', mobile: '+86 139 1234 5678' },
        { name: '双', email: 'shuang@example.com' },
        { name: '双生', mobile: '13700001111' },
      ],
      { idsOnly: true },
    )
    const report = await bring('b', {
      departments: [],
      people: [
        person('chen', { email: 'chen@EXAMPLE.com', name: '陈' }),
        person('lin', { email: null, mobile: '139-1234-5678', name: '林' }),
        person('shuang', { mobile: '13700001111' }),
      ],
    })
    expect(report).toMatchObject({
      counts: { created: 0, unchanged: 2 },
      skipped: [{ subject: 'shuang', reason: 'severalMatch' }],
    })
    expect((await knownPeople(cx)).filter(({ name }) => name === '陈').map(({ id }) => id)).toEqual([ids[0]])
  })

  test('whose address is another’s is left out, and the others are not', async () => {
    const report = await bring('c', {
      departments: [],
      people: [
        person('one'),
        person('two', { email: 'one@example.com' }),
        person('bad', { email: 'no address' }),
        person('three'),
      ],
    })
    expect(report.counts.created).toBe(2)
    expect(report.skipped).toEqual([
      { subject: 'two', name: 'two', reason: 'emailTaken', detail: 'one@example.com' },
      { subject: 'bad', name: 'bad', reason: 'refused', detail: 'email: invalid_email' },
    ])
  })

  test('who was deactivated or deleted here stays so', async () => {
    const people = [person('four'), person('five'), person('six')]
    await bring('d', { departments: [], people })
    await updateRecords(cx, 'user', [{ id: (await named('four')).id, isActive: false }], { idsOnly: true })
    await deleteRecords(cx, 'user', [(await named('five')).id])
    const report = await bring('d', { departments: [], people })
    expect(report.skipped.map(({ subject, reason }) => [subject, reason])).toEqual([
      ['four', 'deactivatedHere'],
      ['five', 'deletedHere'],
    ])
    expect((await named('four')).isActive).toBe(false)
  })

  test('whom another directory has, too, stays when one loses them', async () => {
    const people = [person('shared'), person('only')]
    await bring('e', { departments: [], people })
    await bring('f', { departments: [], people: [person('shared')] })
    const report = await bring('e', { departments: [], people: [] }, { confirmed: 9 })
    expect(report.counts.deactivated).toBe(1)
    expect((await named('shared')).isActive).toBe(true)
  })

  test('whose account is somewhere else becomes a member without a way in, which the report tells', async () => {
    const report = await bring('g', { departments: [], people: [person('outsider')] })
    expect(report).toMatchObject({
      counts: { created: 1 },
      skipped: [{ subject: 'outsider', reason: 'accountElsewhere' }],
    })
    expect(await noted((await named('outsider')).id)).toEqual([])
  })
})

describe('departments', () => {
  test('in a circle are left out; a deleted one comes back', async () => {
    const departments = [
      { id: 'x', name: 'X', parentId: 'y' },
      { id: 'y', name: 'Y', parentId: 'x' },
      { id: 'z', name: 'Z', parentId: 'nobody knows' },
    ]
    const report = await bring('h', { departments, people: [] })
    expect(report.skipped.map(({ subject, reason }) => [subject, reason])).toEqual([
      ['x', 'departmentCircle'],
      ['y', 'departmentCircle'],
    ])
    const team = await teamNamed('Z')
    await deleteRecords(cx, 'team', [team.id])
    await bring('h', { departments, people: [person('zed', { departments: ['z'] })] })
    expect((await named('zed')).teamId).toBe(team.id)
  })

  test('that are there by hand are taken for those of the same name and place', async () => {
    const { ids } = await createRecords(cx, 'team', [{ name: '财务部' }], { idsOnly: true })
    await bring('i', { departments: [{ id: '9', name: '财务部', parentId: null }], people: [] })
    expect((await knownTeams(cx)).filter(({ name }) => name === '财务部').map(({ id }) => id)).toEqual(ids)
  })
})

test('an administrator whom the others left meanwhile stays, and who comes after them still leaves', async () => {
  await plantRoles(cx.workspace, async () => [])
  const people = [person('boss'), person('deputy'), person('clerk')]
  await bring('k', { departments: [], people })
  const owner = (await createRecords(cx, 'user', [{ name: 'owner' }], { idsOnly: true })).ids[0]!
  for (const id of [owner, (await named('boss')).id, (await named('deputy')).id])
    await giveRole(cx, id, administrator)
  const members: DirectoryMembers = {
    ...doors(),
    // By hand, once it is settled who is to leave.
    async withAccount() {
      await updateRecords(cx, 'user', [{ id: owner, isActive: false }], { idsOnly: true })
      return new Set()
    },
  }
  const report = await bring('k', { departments: [], people: [] }, { members, confirmed: 3 })
  expect(report).toMatchObject({
    counts: { deactivated: 2 },
    skipped: [{ subject: 'deputy', name: 'deputy', reason: 'lastAdministrator' }],
  })
  expect((await named('deputy')).isActive).toBe(true)
  expect((await named('clerk')).isActive).toBe(false)
})

test.each([
  [1, 3, 2, 20, 0, true],
  [2, 10, 8, 20, 0, true],
  [3, 10, 7, 20, 0, false],
  [3, 10, 7, 20, 3, true],
  [1, 10, 9, 0, 0, false],
  [1, 1, 0, 100, 0, false],
])(
  '%i of %i may leave beside %i who stay, at %i percent, %i confirmed: %s',
  (leaving, of, present, percent, confirmed, may) => {
    expect(mayLeave(leaving, of, present, percent, confirmed)).toBe(may)
  },
)

test('a run of thousands ends', async () => {
  const people = Array.from({ length: 1_200 }, (_, index) => person(`many${index}`))
  expect((await bring('j', { departments: [], people })).counts.created).toBe(1_200)
  expect((await bring('j', { departments: [], people })).counts.unchanged).toBe(1_200)
})
