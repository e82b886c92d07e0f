-- What one bench writes is read by all: a line that a bench could not read, or that would not fit its
-- tables, is not placed. And a bench makes no objects of its own, large ones neither.

SET LOCAL ROLE rotable_owner;

CREATE OR REPLACE FUNCTION rotable.readable(p_line jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(
        p_line -> 'v' = '1' AND jsonb_typeof(p_line -> 'body') = 'object'
        -- texts, none of them longer than a bench keeps
        AND jsonb_typeof(p_line -> 'depot') = 'string' AND jsonb_typeof(p_line -> 'bench') = 'string'
        AND jsonb_typeof(p_line -> 'epoch') = 'string' AND jsonb_typeof(p_line -> 'type') = 'string'
        AND jsonb_typeof(p_line -> 'operator') = 'string' AND jsonb_typeof(p_line -> 'boot') = 'string'
        AND jsonb_typeof(p_line -> 'app') = 'string'
        AND p_line ->> 'bench' ~ '^[!-~]{1,30}$' AND p_line ->> 'epoch' ~ '^[!-~]{1,40}$'
        AND p_line ->> 'prev' ~ '^[0-9a-f]{64}$'
        AND p_line ->> 'entry' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        AND p_line ->> 'command' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        AND p_line ->> 'type' ~ '^[!-~]{1,60}$'
        AND char_length(p_line ->> 'operator') BETWEEN 1 AND 30
        -- whole numbers
        AND jsonb_typeof(p_line -> 'seq') = 'number' AND jsonb_typeof(p_line -> 'index') = 'number'
        AND jsonb_typeof(p_line -> 'count') = 'number' AND jsonb_typeof(p_line -> 'seen') = 'number'
        AND jsonb_typeof(p_line -> 'typeVersion') = 'number'
        AND jsonb_typeof(p_line -> 'monotonic') = 'number'
        AND coalesce(jsonb_typeof(p_line -> 'clockOffset'), 'number') = 'number'
        AND coalesce(jsonb_typeof(p_line -> 'clockError'), 'number') = 'number'
        AND (p_line ->> 'seq')::bigint > 0
        AND (p_line ->> 'index')::integer >= 0 AND (p_line ->> 'count')::integer > 0
        AND (p_line ->> 'typeVersion')::integer > 0 AND (p_line ->> 'seen')::bigint >= 0
        AND (p_line ->> 'monotonic')::bigint IS NOT NULL
        AND coalesce((p_line ->> 'clockOffset')::bigint, 0) IS NOT NULL
        AND coalesce((p_line ->> 'clockError')::bigint, 0) IS NOT NULL
        -- a day that there is
        AND p_line ->> 'occurredAt' ~ '^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$'
        AND make_date(substr(p_line ->> 'occurredAt', 1, 4)::integer,
            substr(p_line ->> 'occurredAt', 6, 2)::integer,
            substr(p_line ->> 'occurredAt', 9, 2)::integer) IS NOT NULL
        -- what it is about
        AND jsonb_typeof(p_line -> 'subjects') = 'array'
        AND NOT EXISTS (SELECT FROM jsonb_array_elements(p_line -> 'subjects') AS e (it)
            WHERE jsonb_typeof(e.it -> 'kind') IS DISTINCT FROM 'string'
                OR jsonb_typeof(e.it -> 'id') IS DISTINCT FROM 'string'
                OR (octet_length(e.it ->> 'id') > 300 AND char_length(e.it ->> 'id') > 150))
        -- who signed it
        AND (NOT p_line ? 'signature' OR (jsonb_typeof(p_line -> 'signature') = 'object'
            AND char_length(p_line #>> '{signature,person}') BETWEEN 1 AND 30
            AND jsonb_typeof(p_line #> '{signature,person}') = 'string'
            AND jsonb_typeof(p_line #> '{signature,meaning}') = 'string'
            AND jsonb_typeof(p_line #> '{signature,digest}') = 'string')), false)
$$;

RESET ROLE;

-- Only a superuser may take these away; where it is another who lays the centre out, docs/central.md
-- says what to do.
DO $$
DECLARE
    it regprocedure;
BEGIN
    FOR it IN SELECT p.oid::regprocedure FROM pg_proc p
        WHERE p.pronamespace = 'pg_catalog'::regnamespace
            AND p.proname IN ('lo_create', 'lo_creat', 'lo_from_bytea', 'lo_put', 'lo_import', 'lowrite')
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', it);
    END LOOP;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'benches may make large objects here';
END
$$;
