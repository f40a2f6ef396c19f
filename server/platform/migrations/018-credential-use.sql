-- When an outside identity last opened a session, by its provider as that is set up now. That it is known proves nothing: a
-- directory makes members who are known before they come.
alter table {{schema}}.credential add column last_used_at timestamptz;

-- From before: by the sessions that are left. Without any, an identity was written down as its person came in, save those that
-- a directory wrote down, together with an account that has no password yet.
update {{schema}}.credential c
set last_used_at = coalesce(
  (select max(s.created_at) from {{schema}}.session s
    where s.account_id = c.account_id and s.provider_id::text = c.provider),
  c.created_at)
where c.provider <> 'credential' and (
  exists (select from {{schema}}.session s where s.account_id = c.account_id and s.provider_id::text = c.provider)
  or not exists (
    select from {{schema}}.credential p
    where p.account_id = c.account_id and p.provider = 'credential' and p.created_at = c.created_at));
