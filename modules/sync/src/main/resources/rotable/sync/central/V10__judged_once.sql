-- The same parcels are taken and the same refused, in less time (docs/performance.md): what the lines of a
-- parcel have in common is judged once, and no part of a line is taken out of it oftener than it must.
-- And the depot is not held, which the other benches wait for, while a parcel is looked through.

SET LOCAL ROLE rotable_owner;

-- Whether what most lines of a parcel have in common can be read. Here and below, one expression and no
-- more: it is put in place of its call.
CREATE FUNCTION rotable.common_readable(p_line jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT p_line -> 'v' = '1'
        -- texts, none of them longer than a bench keeps
        AND jsonb_typeof(p_line -> 'epoch') = 'string' AND octet_length(p_line ->> 'epoch') BETWEEN 1 AND 40
        AND jsonb_typeof(p_line -> 'bench') = 'string' AND char_length(p_line ->> 'bench') BETWEEN 1 AND 30
        AND jsonb_typeof(p_line -> 'operator') = 'string' AND rotable.names(p_line ->> 'operator')
        AND jsonb_typeof(p_line -> 'boot') = 'string' AND jsonb_typeof(p_line -> 'app') = 'string'
        AND jsonb_typeof(p_line -> 'depot') = 'string'
$$;

-- Whether what few lines have can be read. Not put in place of its call, so that other lines do without.
CREATE FUNCTION rotable.rare_readable(p_line jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN (NOT p_line ? 'clockOffset' OR (p_line -> 'clockOffset')::text::bigint IS NOT NULL)
        AND (NOT p_line ? 'clockError' OR (p_line -> 'clockError')::text::bigint IS NOT NULL)
        -- who signed it
        AND (NOT p_line ? 'signature' OR (jsonb_typeof(p_line -> 'signature') = 'object'
            AND jsonb_typeof(p_line #> '{signature,person}') = 'string'
            AND rotable.names(p_line #>> '{signature,person}')
            AND jsonb_typeof(p_line #> '{signature,meaning}') = 'string'
            AND jsonb_typeof(p_line #> '{signature,digest}') = 'string'));
END
$$;

-- Whether what is a line's own can be read. What a JSON text that is no whole number becomes as one is
-- an error, that of "5" in quotes as well.
CREATE FUNCTION rotable.own_readable(p_line jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT jsonb_typeof(p_line -> 'body') = 'object'
        AND jsonb_typeof(p_line -> 'type') = 'string' AND octet_length(p_line ->> 'type') BETWEEN 1 AND 60
        -- written as we write them
        AND encode(decode(p_line ->> 'prev', 'hex'), 'hex') = p_line ->> 'prev'
        AND (p_line ->> 'entry')::uuid::text = p_line ->> 'entry'
        AND (p_line ->> 'command')::uuid::text = p_line ->> 'command'
        AND octet_length(p_line ->> 'occurredAt') = 27
        AND to_char((p_line ->> 'occurredAt')::timestamp, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
            = p_line ->> 'occurredAt'
        -- whole numbers
        AND (p_line -> 'seq')::text::bigint > 0
        AND (p_line -> 'index')::text::integer >= 0
        AND (p_line -> 'count')::text::integer > 0
        AND (p_line -> 'typeVersion')::text::integer > 0
        AND (p_line -> 'seen')::text::bigint >= 0
        AND (p_line -> 'monotonic')::text::bigint IS NOT NULL
        -- what it is about
        AND jsonb_typeof(p_line -> 'subjects') = 'array'
        AND NOT jsonb_path_exists(p_line, '$.subjects[*] ? (!(@.kind.type() == "string" && @.id.type() == "string"))')
        AND (octet_length(p_line ->> 'subjects') <= 300 OR rotable.fits(p_line -> 'subjects'))
        AND (NOT p_line ?| '{clockOffset,clockError,signature}' OR rotable.rare_readable(p_line))
$$;

CREATE OR REPLACE FUNCTION rotable.readable(p_line jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(rotable.common_readable(p_line) AND rotable.own_readable(p_line), false)
$$;

REVOKE ALL ON FUNCTION rotable.common_readable(jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION rotable.rare_readable(jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION rotable.own_readable(jsonb) FROM PUBLIC;

CREATE OR REPLACE FUNCTION rotable.append(p_epoch text, p_lines bytea[])
RETURNS TABLE (head_seq bigint, head_hash bytea, forked boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
-- not planned anew for the first parcels of each line, which takes as long as a fifth of a parcel
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_variable
DECLARE
    self     rotable.bench := rotable.me();
    place    rotable.depot;
    many     integer := cardinality(p_lines);
    hashes   bytea[];
    seqs     bigint[];
    prevs    bytea[];
    commands uuid[];
    idxs     integer[];
    counts   integer[];
    chains   bytea[] := '{}';
    ours     jsonb := jsonb_build_object(
        'depot', self.depot, 'bench', self.bench, 'epoch', p_epoch);
    common   jsonb;
    at_seq   bigint;
    at_hash  bytea;
    skip     integer := 0;
    n        integer;
    fits     boolean;
    beside   boolean;
BEGIN
    IF NOT self.confirmed AND self.session = pg_backend_pid() THEN
        -- Unless the bench greeted on another line meanwhile.
        UPDATE rotable.bench b SET confirmed = true
            WHERE b.depot = self.depot AND b.bench = self.bench AND b.session = pg_backend_pid();
    END IF;
    -- What a bench takes for acknowledged is on the disk, however the server is set up.
    PERFORM set_config('synchronous_commit', 'on', true);
    IF many IS NULL OR many = 0 OR array_ndims(p_lines) <> 1
            OR array_lower(p_lines, 1) <> 1 THEN
        RAISE EXCEPTION 'nothing was sent' USING ERRCODE = 'RT002';
    END IF;
    SELECT * INTO place FROM rotable.depot d WHERE d.depot = self.depot;
    SELECT CASE WHEN rotable.common_readable(it) AND it @> ours THEN it END INTO common
        FROM (SELECT jsonb_object_agg(f.key, f.value) AS it
              FROM jsonb_each(convert_from(p_lines[1], 'UTF8')::jsonb) AS f
              WHERE f.key IN ('app', 'bench', 'boot', 'depot', 'epoch', 'operator', 'v')) AS first;
    SELECT array_agg(g.hash), array_agg((g.j ->> 'seq')::bigint),
           array_agg(decode(g.j ->> 'prev', 'hex')), array_agg((g.j ->> 'command')::uuid),
           array_agg((g.j ->> 'index')::integer), array_agg((g.j ->> 'count')::integer),
           bool_and(coalesce(octet_length(g.line) <= 65536
               -- or they differ in their operator, say
               AND (g.j @> common OR (rotable.common_readable(g.j) AND g.j @> ours))
               AND rotable.own_readable(g.j), false))
        INTO hashes, seqs, prevs, commands, idxs, counts, fits
        FROM (SELECT u.line, sha256(place.tag || u.line) AS hash,
                     convert_from(u.line, 'UTF8')::jsonb AS j
              FROM unnest(p_lines) WITH ORDINALITY AS u (line, n) ORDER BY u.n) AS g;
    IF NOT fits THEN
        RAISE EXCEPTION 'no entry of this depot, bench and epoch, or over 64 KiB'
            USING ERRCODE = 'RT002';
    END IF;
    IF many > 1000 AND commands[1] <> commands[many] THEN
        RAISE EXCEPTION 'more than 1,000 entries' USING ERRCODE = 'RT002';
    END IF;
    -- One after the other: positions are gapless, and seen in their order.
    SELECT * INTO place FROM rotable.depot d WHERE d.depot = self.depot FOR UPDATE;
    IF place.refilling THEN
        RAISE EXCEPTION 'the centre is being filled up again' USING ERRCODE = 'RT004';
    END IF;
    SELECT h.seq, h.hash INTO at_seq, at_hash FROM rotable.bench_head h
        WHERE h.depot = self.depot AND h.bench = self.bench AND h.epoch = p_epoch;
    IF at_seq IS NULL THEN
        at_seq := 0;
        at_hash := decode(repeat('00', 32), 'hex');
    END IF;
    -- What follows others that are kept beside the record is kept there too.
    beside := seqs[1] > at_seq + 1 AND EXISTS (SELECT FROM rotable.fork f
        WHERE f.depot = self.depot AND f.hash = prevs[1]);
    IF seqs[1] > at_seq + 1 AND NOT beside THEN
        RAISE EXCEPTION 'entry % is missing before these', at_seq + 1 USING ERRCODE = 'RT003';
    END IF;
    FOR n IN 1 .. many LOOP
        IF seqs[n] IS DISTINCT FROM seqs[1] + n - 1
            OR (n > 1 AND prevs[n] IS DISTINCT FROM hashes[n - 1]) THEN
            RAISE EXCEPTION 'the entries do not follow each other' USING ERRCODE = 'RT002';
        END IF;
        IF (idxs[n] <> 0 AND (n = 1 OR idxs[n] <> idxs[n - 1] + 1
                OR commands[n] <> commands[n - 1] OR counts[n] <> counts[n - 1]))
            OR (idxs[n] = 0 AND n > 1 AND idxs[n - 1] + 1 <> counts[n - 1])
            OR idxs[n] IS NULL OR counts[n] IS NULL OR commands[n] IS NULL THEN
            RAISE EXCEPTION 'a command that is not whole' USING ERRCODE = 'RT002';
        END IF;
    END LOOP;
    IF idxs[many] + 1 <> counts[many] THEN
        RAISE EXCEPTION 'a command that is not whole' USING ERRCODE = 'RT002';
    END IF;
    skip := greatest(0, least(many, at_seq - seqs[1] + 1));
    -- What is known already must be the same; what follows must follow it.
    fits := NOT EXISTS (
        SELECT FROM unnest(seqs[1 : skip], hashes[1 : skip]) AS g (seq, hash)
        LEFT JOIN rotable.journal j ON j.depot = self.depot AND j.bench = self.bench
            AND j.epoch = p_epoch AND j.seq = g.seq
        WHERE j.hash IS DISTINCT FROM g.hash);
    IF fits AND skip = 0 THEN
        fits := NOT beside AND prevs[1] IS NOT DISTINCT FROM at_hash;
    END IF;
    IF NOT fits THEN
        INSERT INTO rotable.fork (depot, bench, epoch, seq, hash, line)
            SELECT self.depot, self.bench, p_epoch, g.seq, g.hash, g.line
            FROM unnest(seqs, hashes, p_lines) AS g (seq, hash, line)
            WHERE NOT EXISTS (SELECT FROM rotable.journal j WHERE j.depot = self.depot
                AND j.bench = self.bench AND j.epoch = p_epoch AND j.seq = g.seq
                AND j.hash = g.hash)
            ON CONFLICT DO NOTHING;
        RETURN QUERY SELECT at_seq, at_hash, true;
        RETURN;
    END IF;
    IF skip < many THEN
        FOR n IN skip + 1 .. many LOOP
            place.position := place.position + 1;
            place.chain := sha256(place.chain || int8send(place.position) || hashes[n]);
            chains := array_append(chains, place.chain);
        END LOOP;
        INSERT INTO rotable.journal
                (depot, position, bench, epoch, seq, hash, command, idx, count, line, chain)
            SELECT self.depot, place.position - many + g.n, self.bench, p_epoch, seqs[g.n],
                   hashes[g.n], commands[g.n], idxs[g.n], counts[g.n], p_lines[g.n], chains[g.n - skip]
            FROM generate_series(skip + 1, many) AS g (n);
        UPDATE rotable.depot d SET position = place.position, chain = place.chain
            WHERE d.depot = self.depot;
        at_seq := seqs[many];
        at_hash := hashes[many];
        INSERT INTO rotable.bench_head AS h (depot, bench, epoch, seq, hash)
            VALUES (self.depot, self.bench, p_epoch, at_seq, at_hash)
            ON CONFLICT ON CONSTRAINT bench_head_pkey
                DO UPDATE SET seq = excluded.seq, hash = excluded.hash;
        -- A hint, no more: who does not hear it looks by itself.
        PERFORM pg_notify('rotable', self.depot);
    END IF;
    RETURN QUERY SELECT at_seq, at_hash, false;
END
$$;
