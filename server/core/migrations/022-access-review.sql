-- Reviews of who has what. starts_on is the first day of the quarter that one is about; roles is what each role permitted when
-- it was opened, by today's names; added is who was given a role while it was open, written down when it is signed off.
create table {{schema}}._access_review (
  id uuid primary key,
  starts_on date not null,
  by_schedule boolean not null,
  opened_at timestamptz not null default clock_timestamp(),
  opened_by uuid,
  opened_name text not null,
  roles json not null,
  signed_at timestamptz,
  signed_by uuid,
  signed_name text,
  comment text not null default '',
  added json
);
-- One at a time: two would ask for the same decisions.
create unique index _access_review_open on {{schema}}._access_review ((true)) where signed_at is null;

-- A role that somebody bore when the review was opened. snapshot: teams, keys, factors, last sign-in, as they were then.
create table {{schema}}._access_review_line (
  id uuid primary key,
  review uuid not null references {{schema}}._access_review,
  number integer not null,
  user_id uuid not null,
  name text not null,
  role_id uuid not null,
  role_key text not null,
  role_label jsonb not null,
  role_version integer not null,
  snapshot json not null,
  decision text check (decision in ('confirmed', 'withdrawn')),
  decided_at timestamptz,
  decided_by uuid,
  decided_name text,
  comment text not null default '',
  -- What happened to it while the review was open, written down when it is signed off.
  change text,
  unique (review, number),
  unique (review, user_id, role_id)
);

-- What is signed off stays as it is, whoever asks.
create function {{schema}}._keep_signed_review() returns trigger language plpgsql as $$
begin
  if tg_table_name = '_access_review' then
    if old.signed_at is null and tg_op = 'UPDATE' then return new; end if;
  elsif tg_op <> 'DELETE' and exists (
    select from {{schema}}._access_review where id = new.review and signed_at is null
  ) then
    return new;
  end if;
  raise exception 'a signed review stays as it is' using errcode = '42501';
end
$$;
create trigger keep_signed before update or delete on {{schema}}._access_review
  for each row execute function {{schema}}._keep_signed_review();
create trigger keep_signed before insert or update or delete on {{schema}}._access_review_line
  for each row execute function {{schema}}._keep_signed_review();

-- The snapshot is written once; only decisions and the signature are added.
revoke update, delete, truncate on {{schema}}._access_review, {{schema}}._access_review_line from {{schema}};
grant update (signed_at, signed_by, signed_name, comment, added) on {{schema}}._access_review to {{schema}};
grant update (decision, decided_at, decided_by, decided_name, comment, change)
  on {{schema}}._access_review_line to {{schema}};
