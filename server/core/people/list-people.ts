import type { Context } from '#server/core/context.ts'
import type { People, PersonLine } from '#shared/operations/people.ts'
import type { MemberAccounts } from './members.ts'

/** Everybody who works in the workspace, and its teams: what whoever keeps them looks at. */
export async function listPeople(cx: Context, members: MemberAccounts): Promise<People> {
  const { pool, schema } = cx.workspace
  const { rows } = await pool.query<{ people: string; teams: string }>({
    text: `select
      (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'mobile', u.mobile,
          'jobTitle', u.job_title, 'teamId', u.team, 'managerId', u.manager, 'isActive', u.is_active is not false,
          'teamIds', array(select l.target from ${schema}._link_user_teams l where l.source = u.id order by l.target),
          'roleIds', array(select a.role_id from ${schema}._role_assignment a where a.user_id = u.id order by a.role_id))
          order by u.name, u.id), '[]')::text from ${schema}."user" u where u.deleted_at is null) as people,
      (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'parentId', t.parent, 'leaderId', t.leader,
          'version', t.version) order by t.name, t.id), '[]')::text from ${schema}.team t where t.deleted_at is null) as teams`,
  })
  const [row] = rows
  const accounts = new Map((await members.accountsIn(cx.workspace.id)).map((one) => [one.id, one]))
  const people = (JSON.parse(row!.people) as PersonLine[]).map((person) => ({
    ...person,
    account: accounts.get(person.id) ?? null,
  }))
  return { people, teams: JSON.parse(row!.teams) as People['teams'] }
}
