-- A greeting of a line that is long dead may arrive after the one that the bench made instead. It is
-- given a token that nobody hears; the one that the bench has must still be good. And what a dead line
-- still sends must not make that token good which the bench is just being given on another.

SET LOCAL ROLE rotable_owner;

-- What was given since a token was known to have arrived.
ALTER TABLE rotable.bench ADD COLUMN given uuid[] NOT NULL DEFAULT '{}';

CREATE OR REPLACE FUNCTION rotable.handshake(p_position bigint, p_chain bytea, p_token uuid, p_app text)
RETURNS TABLE (head_epoch text, head_seq bigint, head_hash bytea, last_position bigint,
               knows boolean, known boolean, token uuid, at timestamptz,
               last_chain bytea, refilling boolean, readmitted boolean,
               advised_at bigint[], advised bytea[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    self   rotable.bench := rotable.me();
    place  rotable.depot;
    fresh  uuid := gen_random_uuid();
    same   boolean;
    ours   boolean;
    places bigint[];
    lines  bytea[];
BEGIN
    -- Nobody greets twice at once.
    SELECT * INTO self FROM rotable.bench b
        WHERE b.depot = self.depot AND b.bench = self.bench FOR UPDATE;
    SELECT * INTO place FROM rotable.depot d WHERE d.depot = self.depot;
    same := p_position = 0 OR EXISTS (
        SELECT FROM rotable.journal j
            WHERE j.depot = self.depot AND j.position = p_position AND j.chain = p_chain);
    -- A bench that two people readmitted, or any that fills an older centre up again, is believed
    -- with the token that it has.
    ours := self.readmitted OR place.refilling
        OR coalesce(p_token = self.token, false)
        OR (NOT self.confirmed AND (p_token IS NOT DISTINCT FROM self.token_before
            OR coalesce(p_token = ANY (self.given), false)));
    IF ours THEN
        UPDATE rotable.bench b SET token_before = p_token, token = fresh, confirmed = false,
                given = CASE WHEN NOT self.confirmed
                        AND p_token IS NOT DISTINCT FROM self.token_before
                    THEN self.given || fresh ELSE ARRAY[fresh] END,
                session = pg_backend_pid(),
                -- until the answer is known to have arrived
                readmitted = self.readmitted
                    AND NOT coalesce(p_token = self.token OR p_token = ANY (self.given), false),
                app = p_app,
                agreed_at = CASE WHEN same THEN clock_timestamp() ELSE b.agreed_at END,
                greeted_at = clock_timestamp()
            WHERE b.depot = self.depot AND b.bench = self.bench;
    END IF;
    IF ours AND same THEN
        WITH found AS MATERIALIZED (
            SELECT j.position, j.line, convert_from(j.line, 'UTF8')::jsonb AS said
            FROM rotable.journal j
            WHERE j.depot = self.depot AND j.position > p_position AND rotable.advises(j.line)),
        counting AS (
            SELECT f.position, f.line FROM found f
                LEFT JOIN found l ON l.said ->> 'type' = 'hold-lifted'
                    AND l.said #>> '{body,hold}' = f.said #>> '{body,hold}'
                WHERE f.said ->> 'type' = 'hold-placed' AND l.position IS NULL
            UNION ALL
            (SELECT DISTINCT ON (f.said #>> '{body,person,id}') f.position, f.line FROM found f
                WHERE f.said ->> 'type' = 'person-published'
                ORDER BY f.said #>> '{body,person,id}', f.position DESC)
            UNION ALL
            SELECT f.position, f.line FROM found f
                WHERE f.said ->> 'type' = 'found-out-of-tolerance')
        SELECT array_agg(c.position ORDER BY c.position), array_agg(c.line ORDER BY c.position)
            INTO places, lines FROM counting c;
    END IF;
    RETURN QUERY
        SELECT h.epoch, h.seq, h.hash, place.position, same, ours, fresh, clock_timestamp(),
               place.chain, place.refilling, self.readmitted,
               coalesce(places, '{}'), coalesce(lines, '{}')
        FROM (VALUES (1)) AS one
        LEFT JOIN rotable.bench_head h ON h.depot = self.depot AND h.bench = self.bench;
END
$$;

CREATE OR REPLACE FUNCTION rotable.append(p_epoch text, p_lines bytea[])
RETURNS TABLE (head_seq bigint, head_hash bytea, forked boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
    IF many IS NULL OR many = 0 OR array_ndims(p_lines) <> 1 THEN
        RAISE EXCEPTION 'nothing was sent' USING ERRCODE = 'RT002';
    END IF;
    -- One after the other: positions are gapless, and seen in their order.
    SELECT * INTO place FROM rotable.depot d WHERE d.depot = self.depot FOR UPDATE;
    IF place.refilling THEN
        RAISE EXCEPTION 'the centre is being filled up again' USING ERRCODE = 'RT004';
    END IF;
    SELECT array_agg(g.hash ORDER BY g.n), array_agg((g.j ->> 'seq')::bigint ORDER BY g.n),
           array_agg(decode(g.j ->> 'prev', 'hex') ORDER BY g.n),
           array_agg((g.j ->> 'command')::uuid ORDER BY g.n),
           array_agg((g.j ->> 'index')::integer ORDER BY g.n),
           array_agg((g.j ->> 'count')::integer ORDER BY g.n),
           bool_and(coalesce(g.j ->> 'depot' = self.depot AND g.j ->> 'bench' = self.bench
               AND g.j ->> 'epoch' = p_epoch AND octet_length(g.line) <= 65536
               AND rotable.readable(g.j), false))
        INTO hashes, seqs, prevs, commands, idxs, counts, fits
        FROM (SELECT u.n, u.line, sha256(place.tag || u.line) AS hash,
                     convert_from(u.line, 'UTF8')::jsonb AS j
              FROM unnest(p_lines) WITH ORDINALITY AS u (line, n) OFFSET 0) AS g;
    IF NOT fits THEN
        RAISE EXCEPTION 'no entry of this depot, bench and epoch, or over 64 KiB'
            USING ERRCODE = 'RT002';
    END IF;
    IF many > 1000 AND commands[1] <> commands[many] THEN
        RAISE EXCEPTION 'more than 1,000 entries' USING ERRCODE = 'RT002';
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
            SELECT self.depot, place.position - (many - skip) + g.n, self.bench, p_epoch, g.seq,
                   g.hash, g.command, g.idx, g.count, g.line, g.chain
            FROM unnest(seqs[skip + 1 : many], hashes[skip + 1 : many],
                    commands[skip + 1 : many], idxs[skip + 1 : many], counts[skip + 1 : many],
                    p_lines[skip + 1 : many], chains)
                WITH ORDINALITY AS g (seq, hash, command, idx, count, line, chain, n);
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
