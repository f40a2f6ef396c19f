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
-- Each is strict: where an argument is missing so is the result. Years go from 1 to 9999; beyond there is no value.
create function {{schema}}._in_range(value date) returns date
language sql immutable parallel safe as $$
  select case when value between date '0001-01-01' and date '9999-12-31' then value end
$$;

-- The moment at which a clock comes to a date. Where it is turned back over midnight that is the first of the two.
create function {{schema}}._day_start(value date, zone text) returns timestamptz
language plpgsql immutable parallel safe strict as $$
begin
  return least(
    value::timestamp at time zone zone,
    (value::timestamp - interval '1 hour') at time zone zone + interval '1 hour');
end
$$;

create function {{schema}}._clamp(value numeric, low integer, high integer) returns integer
language plpgsql immutable parallel safe strict as $$
begin
  return greatest(low, least(high, trunc(value)));
end
$$;

create function {{schema}}._least(a numeric, b numeric) returns numeric
language plpgsql immutable parallel safe strict as $$
begin
  return least(a, b);
end
$$;

create function {{schema}}._greatest(a numeric, b numeric) returns numeric
language plpgsql immutable parallel safe strict as $$
begin
  return greatest(a, b);
end
$$;

create function {{schema}}._add_days(value date, days numeric) returns date
language plpgsql immutable parallel safe strict as $$
begin
  if trunc(days) between date '0001-01-01' - value and date '9999-12-31' - value then
    return value + trunc(days)::integer;
  end if;
  return null;
end
$$;

create function {{schema}}._add_days(value timestamptz, days numeric) returns timestamptz
language plpgsql immutable parallel safe strict as $$
begin
  if {{schema}}._add_days((value at time zone 'UTC')::date, days) is not null then
    return value + trunc(days)::integer * interval '24 hours';
  end if;
  return null;
end
$$;

create function {{schema}}._add_months(value date, months numeric) returns date
language plpgsql immutable parallel safe strict as $$
declare
  month integer := extract(year from value) * 12 + extract(month from value) - 1;
begin
  if trunc(months) between 12 - month and 119999 - month then
    return value + make_interval(months => trunc(months)::integer);
  end if;
  return null;
end
$$;

create function {{schema}}._start_of(value date, unit text) returns date
language plpgsql immutable parallel safe strict as $$
begin
  if unit in ('week', 'month', 'quarter', 'year') then
    return date_trunc(unit, value::timestamp)::date;
  end if;
  return null;
end
$$;

-- Products keep 20 digits after the point, quotients 10; from 1e40 on there is no value, so that nothing grows without bound.
create function {{schema}}._multiply(a numeric, b numeric) returns numeric
language plpgsql immutable parallel safe strict as $$
declare
  product numeric := round(a * b, 20);
begin
  if abs(product) < 1e40 then
    return product;
  end if;
  return null;
end
$$;

create function {{schema}}._divide(a numeric, b numeric) returns numeric
language plpgsql immutable parallel safe strict as $$
declare
  quotient numeric;
begin
  if b <> 0 then
    quotient := round(a * 1.000000000000000000000000000000000000000000000000000000000000 / b, 10);
    if abs(quotient) < 1e40 then
      return quotient;
    end if;
  end if;
  return null;
end
$$;
