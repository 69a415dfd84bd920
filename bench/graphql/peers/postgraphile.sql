CREATE SCHEMA bench;

CREATE TYPE bench.booking_day AS (date date, count int, revenue_minor bigint);

CREATE FUNCTION bench.booking_stats(organisation_id text, "from" timestamptz, "to" timestamptz)
RETURNS SETOF bench.booking_day LANGUAGE sql STABLE AS $$
  SELECT (b.starts_at AT TIME ZONE 'UTC')::date, count(*)::int,
    sum(b.price_amount_minor) FILTER (WHERE b.status = 'completed')::bigint
  FROM public.booking b
  WHERE b.organisation_id = $1 AND b.starts_at >= $2 AND b.starts_at < $3
  GROUP BY 1 ORDER BY 1
$$;
