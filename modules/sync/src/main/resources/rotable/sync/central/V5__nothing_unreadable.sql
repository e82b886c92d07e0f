-- What one bench writes is read by all: a line that a bench could not read, or that would not fit its
-- tables, is not placed. And a bench makes no objects of its own, large ones neither.

SET LOCAL ROLE rotable_owner;

-- Whether the long parts of a line fit: rarely asked, so that the common line is judged without a
-- query of its own. A bench counts UTF-16 units.
CREATE FUNCTION rotable.fits(p_subjects jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT NOT EXISTS (SELECT FROM jsonb_array_elements(p_subjects) AS e (it)
        WHERE octet_length(e.it ->> 'id') > 300 AND char_length(e.it ->> 'id') > 150)
$$;

-- Whether a text can name a person: up to 30 UTF-16 units.
CREATE FUNCTION rotable.names(p_text text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT char_length(p_text) BETWEEN 1 AND 30
        AND (octet_length(p_text) = char_length(p_text) OR p_text !~ '[\U00010000-\U0010FFFF]')
$$;

-- One expression and no more: it is put in place of its call.
CREATE OR REPLACE FUNCTION rotable.readable(p_line jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(
        p_line -> 'v' = '1' AND jsonb_typeof(p_line -> 'body') = 'object'
        -- texts, none of them longer than a bench keeps
        AND jsonb_typeof(p_line -> 'epoch') = 'string' AND octet_length(p_line ->> 'epoch') BETWEEN 1 AND 40
        AND jsonb_typeof(p_line -> 'bench') = 'string' AND char_length(p_line ->> 'bench') BETWEEN 1 AND 30
        AND jsonb_typeof(p_line -> 'type') = 'string' AND octet_length(p_line ->> 'type') BETWEEN 1 AND 60
        AND jsonb_typeof(p_line -> 'operator') = 'string'
        AND rotable.names(p_line ->> 'operator')
        AND jsonb_typeof(p_line -> 'boot') = 'string' AND jsonb_typeof(p_line -> 'app') = 'string'
        AND jsonb_typeof(p_line -> 'depot') = 'string'
        -- written as we write them
        AND encode(decode(p_line ->> 'prev', 'hex'), 'hex') = p_line ->> 'prev'
        AND (p_line ->> 'entry')::uuid::text = p_line ->> 'entry'
        AND (p_line ->> 'command')::uuid::text = p_line ->> 'command'
        -- whole numbers
        AND jsonb_typeof(p_line -> 'seq') = 'number' AND (p_line ->> 'seq')::bigint > 0
        AND jsonb_typeof(p_line -> 'index') = 'number' AND (p_line ->> 'index')::integer >= 0
        AND jsonb_typeof(p_line -> 'count') = 'number' AND (p_line ->> 'count')::integer > 0
        AND jsonb_typeof(p_line -> 'typeVersion') = 'number' AND (p_line ->> 'typeVersion')::integer > 0
        AND jsonb_typeof(p_line -> 'seen') = 'number' AND (p_line ->> 'seen')::bigint >= 0
        AND jsonb_typeof(p_line -> 'monotonic') = 'number' AND (p_line ->> 'monotonic')::bigint IS NOT NULL
        AND (NOT p_line ? 'clockOffset' OR (jsonb_typeof(p_line -> 'clockOffset') = 'number'
            AND (p_line ->> 'clockOffset')::bigint IS NOT NULL))
        AND (NOT p_line ? 'clockError' OR (jsonb_typeof(p_line -> 'clockError') = 'number'
            AND (p_line ->> 'clockError')::bigint IS NOT NULL))
        -- a day that there is
        AND p_line ->> 'occurredAt' ~ '^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$'
        AND make_date(substr(p_line ->> 'occurredAt', 1, 4)::integer,
            substr(p_line ->> 'occurredAt', 6, 2)::integer,
            substr(p_line ->> 'occurredAt', 9, 2)::integer) IS NOT NULL
        -- what it is about
        AND jsonb_typeof(p_line -> 'subjects') = 'array'
        AND NOT jsonb_path_exists(p_line, '$.subjects[*] ? (!(@.kind.type() == "string" && @.id.type() == "string"))')
        AND (octet_length(p_line ->> 'subjects') <= 300 OR rotable.fits(p_line -> 'subjects'))
        -- who signed it
        AND (NOT p_line ? 'signature' OR (jsonb_typeof(p_line -> 'signature') = 'object'
            AND jsonb_typeof(p_line #> '{signature,person}') = 'string'
            AND rotable.names(p_line #>> '{signature,person}')
            AND jsonb_typeof(p_line #> '{signature,meaning}') = 'string'
            AND jsonb_typeof(p_line #> '{signature,digest}') = 'string')), false)
$$;

REVOKE ALL ON FUNCTION rotable.fits(jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION rotable.names(text) FROM PUBLIC;

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
