-- Retried POSTs: the key commits with the write, so that a retry finds either both or neither.
create table {{schema}}._idempotency (
  actor uuid not null,
  route text not null,
  key text not null,
  body_hash bytea not null,
  ids uuid[] not null default '{}',
  created_at timestamptz not null default now(),
  primary key (actor, route, key)
);
create index on {{schema}}._idempotency (created_at);

-- What `contains` and search find a text by: each pair of neighbours, and each single character beyond ASCII.
create or replace function {{schema}}._grams(value text) returns text[]
language plpgsql immutable parallel safe strict as $$
declare
  grams text[] := '{}';
  previous text := ' ';
  current text;
begin
  foreach current in array string_to_array(lower(value), null) loop
    if current > '~' collate "C" then
      grams := grams || current;
    end if;
    if current <> ' ' and previous <> ' ' then
      grams := grams || (previous || current);
    end if;
    previous := current;
  end loop;
  return grams;
end
$$;

-- Functions of the expression language that SQL has no one word for; shared/expression says the same in JavaScript.
create function {{schema}}._in_range(value date) returns date
language sql immutable parallel safe as $$
  select case when value between date '0001-01-01' and date '9999-12-31' then value end
$$;

create function {{schema}}._add_days(value date, days numeric) returns date
language sql immutable parallel safe as $$
  select case when abs(trunc(days)) <= 3700000 then {{schema}}._in_range(value + trunc(days)::integer) end
$$;

create function {{schema}}._add_days(value timestamptz, days numeric) returns timestamptz
language sql immutable parallel safe as $$
  select case
    when {{schema}}._add_days((value at time zone 'UTC')::date, days) is not null
    then value + trunc(days)::integer * interval '24 hours'
  end
$$;

create function {{schema}}._add_months(value date, months numeric) returns date
language sql immutable parallel safe as $$
  select case
    when abs(trunc(months)) <= 120000
    then {{schema}}._in_range((value + make_interval(months => trunc(months)::integer))::date)
  end
$$;

create function {{schema}}._start_of(value date, unit text) returns date
language sql immutable parallel safe as $$
  select case
    when unit in ('week', 'month', 'quarter', 'year')
    then {{schema}}._in_range(date_trunc(unit, value::timestamp)::date)
  end
$$;

create function {{schema}}._divide(a numeric, b numeric) returns numeric
language sql immutable parallel safe as $$
  select case
    when b <> 0 then round(a * 1.000000000000000000000000000000000000000000000000000000000000 / b, 10)
  end
$$;
