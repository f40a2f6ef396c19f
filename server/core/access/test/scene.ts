import { shippedObjects } from '#server/apps/index.ts'
import type { Context } from '#server/core/context.ts'
import { createRecords } from '#server/core/records/index.ts'
import type { Permissions } from '#shared/access/permissions.ts'
import { administrator, shippedRoles } from '#shared/access/shipped-roles.ts'
import { parse, toStored } from '#shared/expression/index.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { loadAccessState } from '../state.ts'

/**
 * A workspace with three teams (`north` above `north1`, and `east`), a person in each and a manager of the north, all of
 * one role.
 */
export interface Scene {
  /** Sees and does everything. */
  readonly system: Context
  readonly teams: Readonly<Record<'north' | 'north1' | 'east', string>>
  readonly people: Readonly<Record<Person, string>>
  /** The context of a person with these permissions, as what is stored has it now. */
  as(person: Person, permissions: Permissions): Promise<Context>
  /** Shares what a condition says with a grantee: `user:ID`, `team:ID`, `teamAndBelow:ID`, `everybody`. */
  shareByRule(object: string, condition: string, grantee: string, level?: 'read' | 'edit'): Promise<void>
  shareRecord(object: string, id: string, grantee: string, level?: 'read' | 'edit'): Promise<void>
  drop(): Promise<void>
}

type Person = 'manager' | 'inNorth' | 'inNorth1' | 'inEast'

const administrators = shippedRoles.find(({ key }) => key === administrator)!.permissions

/** What administrators may, but for what is said. */
export const limited = (
  more: Partial<Permissions['usual']>,
  rest: Partial<Omit<Permissions, 'usual'>> = {},
): Permissions => ({ ...administrators, rights: [], ...rest, usual: { ...administrators.usual, ...more } })

export async function openScene(): Promise<Scene> {
  const { cx: system, workspace, drop } = await createTestWorkspace(shippedObjects)
  const { pool, schema } = workspace
  const create = async (object: string, values: object): Promise<string> =>
    (await createRecords(system, object, [values], { idsOnly: true })).ids[0]!
  const north = await create('team', { name: '华北' })
  const north1 = await create('team', { name: '北京', parentId: north })
  const east = await create('team', { name: '华东' })
  const people = {
    manager: await create('user', { name: '王芳', teamId: north }),
    inNorth: await create('user', { name: '李雷', teamId: north }),
    inNorth1: await create('user', { name: '韩梅梅', teamId: north1 }),
    inEast: await create('user', { name: '林涛', teamId: east }),
  }
  const role = uuidv7()
  await pool.query({
    text: `with made as (
        insert into ${schema}._role (id, key, label, description, permissions, shipped) values ($1, 'tested', '{}', '{}', '{}', false) returning id
      ) insert into ${schema}._role_assignment (user_id, role_id) select u, made.id from made, unnest($2::uuid[]) u`,
    values: [role, Object.values(people)],
  })
  return {
    system,
    teams: { north, north1, east },
    people,
    async as(person, permissions) {
      await pool.query({
        text: `update ${schema}._role set permissions = $2 where id = $1`,
        values: [role, JSON.stringify(permissions)],
      })
      const access = (await loadAccessState(workspace)).accessOf(people[person])
      const actor = await create('actor', { name: person, kind: 'user', userId: people[person] }).catch(
        () => system.actor.id,
      )
      return { ...system, actor: { id: actor, userId: people[person] }, access }
    },
    async shareByRule(object, condition, grantee, level = 'read') {
      const catalogue = workspace.catalogue()
      const stored = toStored(parse(condition), catalogue, catalogue.object(object))
      await pool.query({
        text: `insert into ${schema}._sharing_rule (id, object_key, name, condition, grantee, level) values ($1, $2, $3, $4, $5, $6)`,
        values: [uuidv7(), object, condition, JSON.stringify(stored), grantee, level],
      })
    },
    async shareRecord(object, id, grantee, level = 'read') {
      await pool.query({
        text: `insert into ${schema}._record_share (object_key, record, grantee, level) values ($1, $2, $3, $4)`,
        values: [object, id, grantee, level],
      })
    },
    drop,
  }
}
