-- Attempts to sign in that have not succeeded, counted per subject (an identifier or a network address, hashed)
-- from the first one of a window.
create table {{schema}}.sign_in_attempt (
  subject bytea primary key,
  attempts integer not null,
  started_at timestamptz not null
);
create index on {{schema}}.sign_in_attempt (started_at);
