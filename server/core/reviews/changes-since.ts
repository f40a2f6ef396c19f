import { utc } from './review-row.ts'

/** SQL of who was given a role since the review `v` was opened, as JSON. */
export const addedSql = (schema: string): string => `(
  select coalesce(json_agg(json_build_object('userId', a.user_id, 'name', u.name, 'roleId', a.role_id, 'label', r.label,
    'at', ${utc('a.assigned_at')}) order by a.assigned_at, u.name), '[]')
  from ${schema}._role_assignment a join ${schema}._role r on r.id = a.role_id
  join ${schema}."user" u on u.id = a.user_id and u.deleted_at is null
  where a.assigned_at > v.opened_at
    or not exists (select from ${schema}._access_review_line l
      where l.review = v.id and l.user_id = a.user_id and l.role_id = a.role_id))`

/** SQL of what happened to a line `l` since its review was opened: a `ReviewChange`, or null. */
export const changeSql = (schema: string): string => `case
  when l.decision is distinct from 'withdrawn' and not exists (
    select from ${schema}._role_assignment a where a.user_id = l.user_id and a.role_id = l.role_id) then 'taken'
  when (l.snapshot ->> 'active')::boolean and not exists (select from ${schema}."user" u
    where u.id = l.user_id and u.deleted_at is null and u.is_active is not false) then 'left'
  when exists (select from ${schema}._role r where r.id = l.role_id and r.version <> l.role_version) then 'roleChanged'
  end`
