-- What members set for their screens. json and not jsonb: a value comes back as it was written, whatever texts are in it.
create table {{schema}}._preference (
  user_id uuid not null,
  key text not null,
  value json not null,
  primary key (user_id, key)
);
