-- A bench or the centre is restored from an older state; and entries that no program could read are
-- not placed, because every bench would stumble over them.

SET LOCAL ROLE rotable_owner;

ALTER TABLE rotable.depot ADD COLUMN refilling boolean NOT NULL DEFAULT false;
ALTER TABLE rotable.depot ADD COLUMN refilling_since timestamptz;
ALTER TABLE rotable.bench ADD COLUMN readmitted boolean NOT NULL DEFAULT false;
-- Whether the token was used, so that its answer arrived and the one before is worth nothing.
ALTER TABLE rotable.bench ADD COLUMN confirmed boolean NOT NULL DEFAULT false;
-- The session in which it was given: what comes late from another one uses nothing.
ALTER TABLE rotable.bench ADD COLUMN session integer;
-- When it was here last and had nothing that the centre lacks of what it placed.
ALTER TABLE rotable.bench ADD COLUMN agreed_at timestamptz;

-- Somebody asks to readmit a bench with a key that it had before; a second person does.
CREATE TABLE rotable.readmission (
    depot       text        NOT NULL,
    bench       text        NOT NULL,
    key         bytea       NOT NULL,
    proposed_by text        NOT NULL,
    proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    approved_by text,
    approved_at timestamptz,
    CHECK (approved_by <> proposed_by)
);

-- Whether a line has what every version reads: the envelope, its parts of their kinds. What its fact
-- says is for the benches.
CREATE FUNCTION rotable.readable(p_line jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(
        p_line -> 'v' = '1' AND jsonb_typeof(p_line -> 'body') = 'object'
        AND jsonb_typeof(p_line -> 'entry') = 'string' AND jsonb_typeof(p_line -> 'type') = 'string'
        AND jsonb_typeof(p_line -> 'operator') = 'string' AND jsonb_typeof(p_line -> 'boot') = 'string'
        AND jsonb_typeof(p_line -> 'app') = 'string'
        AND (p_line ->> 'typeVersion')::integer > 0 AND (p_line ->> 'seen')::bigint >= 0
        AND (p_line ->> 'monotonic')::bigint IS NOT NULL
        AND p_line ->> 'occurredAt' ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$'
        AND NOT jsonb_path_exists(p_line, '$.subjects[*] ? (!(@.kind.type() == "string" && @.id.type() == "string"))')
        AND jsonb_typeof(p_line -> 'subjects') = 'array', false)
$$;

DROP FUNCTION rotable.handshake(bigint, bytea, uuid, text);

CREATE FUNCTION rotable.handshake(p_position bigint, p_chain bytea, p_token uuid, p_app text)
RETURNS TABLE (head_epoch text, head_seq bigint, head_hash bytea, last_position bigint,
               knows boolean, known boolean, token uuid, at timestamptz,
               last_chain bytea, refilling boolean, readmitted boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    self  rotable.bench := rotable.me();
    place rotable.depot;
    fresh uuid := gen_random_uuid();
    same  boolean;
    ours  boolean;
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
        OR (NOT self.confirmed AND p_token IS NOT DISTINCT FROM self.token_before);
    IF ours THEN
        UPDATE rotable.bench b SET token_before = p_token, token = fresh, confirmed = false,
                session = pg_backend_pid(),
                -- until the answer is known to have arrived
                readmitted = self.readmitted AND NOT coalesce(p_token = self.token, false),
                app = p_app,
                agreed_at = CASE WHEN same THEN clock_timestamp() ELSE b.agreed_at END,
                greeted_at = clock_timestamp()
            WHERE b.depot = self.depot AND b.bench = self.bench;
    END IF;
    RETURN QUERY
        SELECT h.epoch, h.seq, h.hash, place.position, same, ours, fresh, clock_timestamp(),
               place.chain, place.refilling, self.readmitted
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
        UPDATE rotable.bench b SET confirmed = true
            WHERE b.depot = self.depot AND b.bench = self.bench;
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

-- What an older centre lost comes back as it was placed: any bench may hand in the entries of all, in
-- their order, while an administrator lets them.
CREATE FUNCTION rotable.refill(p_after bigint, p_lines bytea[])
RETURNS TABLE (last_position bigint, last_chain bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_variable
DECLARE
    self     rotable.bench := rotable.me();
    place    rotable.depot;
    text     bytea;
    said     jsonb;
    its_hash bytea;
    head     rotable.bench_head;
BEGIN
    SELECT * INTO place FROM rotable.depot d WHERE d.depot = self.depot FOR UPDATE;
    PERFORM set_config('synchronous_commit', 'on', true);
    IF NOT place.refilling THEN
        RAISE EXCEPTION 'the centre is not being filled up' USING ERRCODE = 'RT005';
    END IF;
    IF p_after <> place.position THEN
        RETURN QUERY SELECT place.position, place.chain;
        RETURN;
    END IF;
    IF cardinality(p_lines) > 1000 THEN
        RAISE EXCEPTION 'more than 1,000 entries' USING ERRCODE = 'RT002';
    END IF;
    FOREACH text IN ARRAY p_lines LOOP
        said := convert_from(text, 'UTF8')::jsonb;
        its_hash := sha256(place.tag || text);
        SELECT * INTO head FROM rotable.bench_head h WHERE h.depot = self.depot
            AND h.bench = said ->> 'bench' AND h.epoch = said ->> 'epoch';
        IF NOT coalesce(said ->> 'depot' = self.depot AND rotable.readable(said)
                AND (said ->> 'seq')::bigint = coalesce(head.seq, 0) + 1
                AND decode(said ->> 'prev', 'hex')
                    = coalesce(head.hash, decode(repeat('00', 32), 'hex')), false) THEN
            RAISE EXCEPTION 'an entry that does not follow' USING ERRCODE = 'RT002';
        END IF;
        place.position := place.position + 1;
        place.chain := sha256(place.chain || int8send(place.position) || its_hash);
        INSERT INTO rotable.journal
                (depot, position, bench, epoch, seq, hash, command, idx, count, line, chain)
            VALUES (self.depot, place.position, said ->> 'bench', said ->> 'epoch',
                    (said ->> 'seq')::bigint, its_hash, (said ->> 'command')::uuid,
                    (said ->> 'index')::integer, (said ->> 'count')::integer, text, place.chain);
        INSERT INTO rotable.bench_head AS h (depot, bench, epoch, seq, hash)
            VALUES (self.depot, said ->> 'bench', said ->> 'epoch', (said ->> 'seq')::bigint, its_hash)
            ON CONFLICT ON CONSTRAINT bench_head_pkey
                DO UPDATE SET seq = excluded.seq, hash = excluded.hash;
    END LOOP;
    UPDATE rotable.depot d SET position = place.position, chain = place.chain
        WHERE d.depot = self.depot;
    RETURN QUERY SELECT place.position, place.chain;
END
$$;

REVOKE ALL ON ALL TABLES IN SCHEMA rotable FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA rotable FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rotable.handshake(bigint, bytea, uuid, text) TO rotable_bench;
GRANT EXECUTE ON FUNCTION rotable.refill(bigint, bytea[]) TO rotable_bench;
