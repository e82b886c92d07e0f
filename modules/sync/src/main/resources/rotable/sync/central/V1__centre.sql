-- The depot's centre: every entry of every bench, once, in the order in which it arrived.
-- Benches reach it by three functions and the reporting views, and by nothing else.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rotable_owner') THEN
        CREATE ROLE rotable_owner NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rotable_bench') THEN
        CREATE ROLE rotable_bench NOLOGIN;
    END IF;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO rotable_bench', current_database());
    EXECUTE format('GRANT rotable_owner TO %I', current_user);
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA rotable AUTHORIZATION rotable_owner;
SET LOCAL ROLE rotable_owner;

CREATE TABLE rotable.depot (
    depot    text   PRIMARY KEY CHECK (octet_length(depot) BETWEEN 1 AND 27),
    -- what entries are hashed with: that of a record or of a rehearsal
    tag      bytea  NOT NULL,
    position bigint NOT NULL DEFAULT 0,
    chain    bytea  NOT NULL DEFAULT decode(repeat('00', 32), 'hex')
);

CREATE TABLE rotable.bench (
    depot        text        NOT NULL REFERENCES rotable.depot,
    bench        text        NOT NULL,
    role         name        NOT NULL UNIQUE,
    revoked_by   text,
    revoked_at   timestamptz,
    -- the token that the bench was given last, and the one before: the answer may have been lost
    token        uuid,
    token_before uuid,
    app          text,
    greeted_at   timestamptz,
    PRIMARY KEY (depot, bench)
);

-- The keys that a bench was admitted with, each by two people. A bench on a new computer has a
-- new key; entries under the old one stay verifiable.
CREATE TABLE rotable.bench_key (
    depot       text        NOT NULL,
    bench       text        NOT NULL,
    key         bytea       NOT NULL,
    proposed_by text        NOT NULL,
    proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    approved_by text,
    approved_at timestamptz,
    PRIMARY KEY (depot, bench, key),
    CHECK (approved_by <> proposed_by)
);

CREATE TABLE rotable.bench_head (
    depot text   NOT NULL,
    bench text   NOT NULL,
    epoch text   NOT NULL,
    seq   bigint NOT NULL,
    hash  bytea  NOT NULL,
    PRIMARY KEY (depot, bench, epoch)
);

CREATE TABLE rotable.journal (
    depot       text        NOT NULL,
    position    bigint      NOT NULL,
    bench       text        NOT NULL,
    epoch       text        NOT NULL,
    seq         bigint      NOT NULL,
    hash        bytea       NOT NULL,
    command     uuid        NOT NULL,
    idx         integer     NOT NULL,
    count       integer     NOT NULL,
    line        bytea       NOT NULL,
    chain       bytea       NOT NULL,
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (depot, position),
    UNIQUE (depot, bench, epoch, seq),
    UNIQUE (depot, command, idx)
) PARTITION BY LIST (depot);

-- Entries under numbers that the centre has given to others: kept beside the record.
CREATE TABLE rotable.fork (
    depot       text        NOT NULL,
    bench       text        NOT NULL,
    epoch       text        NOT NULL,
    seq         bigint      NOT NULL,
    hash        bytea       NOT NULL,
    line        bytea       NOT NULL,
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (depot, hash)
);

CREATE FUNCTION rotable.never() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is only ever added to' USING ERRCODE = 'RT009';
END
$$;

CREATE TRIGGER never BEFORE UPDATE OR DELETE ON rotable.journal
    FOR EACH ROW EXECUTE FUNCTION rotable.never();
CREATE TRIGGER never_whole BEFORE TRUNCATE ON rotable.journal
    FOR EACH STATEMENT EXECUTE FUNCTION rotable.never();
CREATE TRIGGER never BEFORE UPDATE OR DELETE ON rotable.fork
    FOR EACH ROW EXECUTE FUNCTION rotable.never();
CREATE TRIGGER never_whole BEFORE TRUNCATE ON rotable.fork
    FOR EACH STATEMENT EXECUTE FUNCTION rotable.never();

-- Makes room for a depot; does nothing where it is known.
CREATE FUNCTION rotable.found(p_depot text, p_tag text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    part text := 'journal_' || encode(convert_to(p_depot, 'UTF8'), 'hex');
BEGIN
    IF EXISTS (SELECT FROM rotable.depot WHERE depot = p_depot) THEN
        RETURN;
    END IF;
    INSERT INTO rotable.depot (depot, tag) VALUES (p_depot, convert_to(p_tag, 'UTF8'));
    EXECUTE format(
        'CREATE TABLE rotable.%I PARTITION OF rotable.journal FOR VALUES IN (%L)', part, p_depot);
    EXECUTE format(
        'CREATE TRIGGER never_whole BEFORE TRUNCATE ON rotable.%I
            FOR EACH STATEMENT EXECUTE FUNCTION rotable.never()', part);
END
$$;

-- The bench whose role is connected.
CREATE FUNCTION rotable.me() RETURNS rotable.bench LANGUAGE plpgsql STABLE AS $$
DECLARE
    found rotable.bench;
BEGIN
    SELECT * INTO found FROM rotable.bench WHERE role = session_user;
    IF found.bench IS NULL OR found.revoked_at IS NOT NULL THEN
        RAISE EXCEPTION 'this bench is not admitted here' USING ERRCODE = 'RT001';
    END IF;
    RETURN found;
END
$$;

CREATE FUNCTION rotable.handshake(p_position bigint, p_chain bytea, p_token uuid, p_app text)
RETURNS TABLE (head_epoch text, head_seq bigint, head_hash bytea, last_position bigint,
               knows boolean, known boolean, token uuid, at timestamptz)
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
    ours := (self.token IS NULL AND p_token IS NULL)
        OR coalesce(p_token IN (self.token, self.token_before), false)
        OR (p_token IS NULL AND self.token_before IS NULL);
    IF ours THEN
        UPDATE rotable.bench b SET token_before = p_token, token = fresh, app = p_app,
                greeted_at = clock_timestamp()
            WHERE b.depot = self.depot AND b.bench = self.bench;
    END IF;
    RETURN QUERY
        SELECT h.epoch, h.seq, h.hash, place.position, same, ours, fresh, clock_timestamp()
        FROM (VALUES (1)) AS one
        LEFT JOIN rotable.bench_head h ON h.depot = self.depot AND h.bench = self.bench;
END
$$;

CREATE FUNCTION rotable.append(p_epoch text, p_lines bytea[])
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
BEGIN
    IF many IS NULL OR many = 0 OR array_ndims(p_lines) <> 1 THEN
        RAISE EXCEPTION 'nothing was sent' USING ERRCODE = 'RT002';
    END IF;
    -- One after the other: positions are gapless, and seen in their order.
    SELECT * INTO place FROM rotable.depot d WHERE d.depot = self.depot FOR UPDATE;
    SELECT array_agg(g.hash ORDER BY g.n), array_agg((g.j ->> 'seq')::bigint ORDER BY g.n),
           array_agg(decode(g.j ->> 'prev', 'hex') ORDER BY g.n),
           array_agg((g.j ->> 'command')::uuid ORDER BY g.n),
           array_agg((g.j ->> 'index')::integer ORDER BY g.n),
           array_agg((g.j ->> 'count')::integer ORDER BY g.n),
           bool_and(coalesce(g.j ->> 'depot' = self.depot AND g.j ->> 'bench' = self.bench
               AND g.j ->> 'epoch' = p_epoch AND octet_length(g.line) <= 65536, false))
        INTO hashes, seqs, prevs, commands, idxs, counts, fits
        FROM (SELECT u.n, u.line, sha256(place.tag || u.line) AS hash,
                     convert_from(u.line, 'UTF8')::jsonb AS j
              FROM unnest(p_lines) WITH ORDINALITY AS u (line, n) OFFSET 0) AS g;
    IF NOT fits THEN
        RAISE EXCEPTION 'an entry of another depot, bench or epoch, or over 64 KiB'
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
    IF seqs[1] > at_seq + 1 THEN
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
    skip := least(many, at_seq - seqs[1] + 1);
    -- What is known already must be the same; what follows must follow it.
    fits := NOT EXISTS (
        SELECT FROM unnest(seqs[1 : skip], hashes[1 : skip]) AS g (seq, hash)
        LEFT JOIN rotable.journal j ON j.depot = self.depot AND j.bench = self.bench
            AND j.epoch = p_epoch AND j.seq = g.seq
        WHERE j.hash IS DISTINCT FROM g.hash);
    IF fits AND skip = 0 THEN
        fits := prevs[1] IS NOT DISTINCT FROM at_hash;
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

CREATE FUNCTION rotable.pull(p_after bigint, p_limit integer)
RETURNS TABLE ("position" bigint, line bytea, chain bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    self  rotable.bench := rotable.me();
    until bigint := p_after + greatest(1, least(coalesce(p_limit, 1000), 1000));
BEGIN
    -- To the end of the command that the limit falls into.
    SELECT min(j.position) INTO until FROM rotable.journal j
        WHERE j.depot = self.depot AND j.position >= until AND j.idx + 1 = j.count;
    RETURN QUERY
        SELECT j.position, j.line, j.chain FROM rotable.journal j
        WHERE j.depot = self.depot AND j.position > p_after
            AND (until IS NULL OR j.position <= until)
        ORDER BY j.position;
END
$$;

-- What a bench may see of the others of its depot.
CREATE VIEW rotable.sync_status WITH (security_barrier) AS
    SELECT b.depot, b.bench, b.app, b.greeted_at, b.revoked_at,
           (SELECT max(h.seq) FROM rotable.bench_head h
                WHERE h.depot = b.depot AND h.bench = b.bench) AS seq
    FROM rotable.bench b
    WHERE b.depot = (SELECT m.depot FROM rotable.bench m WHERE m.role = session_user);

REVOKE ALL ON ALL TABLES IN SCHEMA rotable FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA rotable FROM PUBLIC;
GRANT USAGE ON SCHEMA rotable TO rotable_bench;
GRANT EXECUTE ON FUNCTION rotable.handshake(bigint, bytea, uuid, text) TO rotable_bench;
GRANT EXECUTE ON FUNCTION rotable.append(text, bytea[]) TO rotable_bench;
GRANT EXECUTE ON FUNCTION rotable.pull(bigint, integer) TO rotable_bench;
GRANT SELECT ON rotable.sync_status TO rotable_bench;
