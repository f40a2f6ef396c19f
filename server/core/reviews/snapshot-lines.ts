import { quoted } from '#server/core/expression/scope.ts'
import { linkTableName } from '#server/core/metadata/columns.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { utc } from './review-row.ts'

/**
 * SQL of the lines of a review from what is there now: number, user_id, name, role_id, role_key, role_label, role_version,
 * snapshot. `accounts` is SQL of the JSON array of `MemberAccount`.
 */
export function snapshotLines(workspace: Workspace, accounts: string): string {
  const { schema } = workspace
  return `select row_number() over (order by u.name, u.id, r.shipped desc, r.id)::int as number, a.user_id, u.name, a.role_id,
      r.key as role_key, r.label as role_label, r.version as role_version,
      json_build_object(
        'email', u.email,
        'active', u.is_active is not false,
        'teams', ${teamNames(workspace)},
        'givenAt', ${utc('a.assigned_at')},
        'lastSignInAt', (select ${utc('e.at')} from ${schema}._audit e
          where e.user_id = a.user_id and e.kind = 'signedIn' and e.outcome = 'done' order by e.at desc limit 1),
        'password', coalesce(c.password, false),
        'passkeys', coalesce(c.passkeys, 0),
        'app', coalesce(c.app, false),
        'providers', coalesce(c.providers, '[]'::json),
        'keys', coalesce(c.keys, '[]'::json)
      ) as snapshot
    from ${schema}._role_assignment a
    join ${schema}._role r on r.id = a.role_id
    join ${schema}."user" u on u.id = a.user_id and u.deleted_at is null
    left join json_to_recordset(${accounts})
      as c("userId" uuid, password boolean, passkeys int, app boolean, providers json, keys json) on c."userId" = a.user_id`
}

/** SQL of the names of a member's teams, the main one first. */
function teamNames(workspace: Workspace): string {
  const { schema } = workspace
  const catalogue = workspace.catalogue()
  const [user, team] = [catalogue.byKey('user'), catalogue.byKey('team')]
  const [main, further] = [user?.fieldByKey.get('team'), user?.fieldByKey.get('teams')]
  if (user === undefined || team === undefined || main === undefined) return `'[]'::json`
  const teams = `${schema}.${quoted(team.table)}`
  const name = `t.${quoted(team.titleField.column)}`
  const links =
    further?.type === 'relations'
      ? ` union all select target, 1 from ${schema}.${quoted(linkTableName(user.key, further.key))} where source = u.id`
      : ''
  return `(select coalesce(json_agg(${name} order by m.place, ${name}), '[]') from (
    select u.${quoted(main.column)} as id, 0 as place${links}) m join ${teams} t on t.id = m.id and t.deleted_at is null)`
}
