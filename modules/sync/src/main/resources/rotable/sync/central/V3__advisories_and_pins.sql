-- What a bench hears of before it arrives, and PIN verifiers, which stand in no journal.

SET LOCAL ROLE rotable_owner;

-- Whether a bench should hear of an entry before all that was placed before it: holds, people,
-- equipment found wrong. Lines are canonical, so a type stands in them as it is written here.
CREATE FUNCTION rotable.advises(p_line bytea) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT position('"type":"hold-'::bytea IN p_line) > 0
        OR position('"type":"person-published"'::bytea IN p_line) > 0
        OR position('"type":"found-out-of-tolerance"'::bytea IN p_line) > 0
$$;

CREATE INDEX journal_advises ON rotable.journal (depot, position) WHERE rotable.advises(line);

-- PIN verifiers are no facts and stand in no journal: the newest of each person, of the bench that
-- recorded that it was set.
CREATE TABLE rotable.pin_verifier (
    depot    text   NOT NULL REFERENCES rotable.depot,
    person   text   NOT NULL,
    entry    bytea  NOT NULL,
    position bigint NOT NULL,
    verifier text   NOT NULL CHECK (octet_length(verifier) <= 300),
    PRIMARY KEY (depot, person)
);

DROP FUNCTION rotable.handshake(bigint, bytea, uuid, text);

-- As before, with what a bench should hear of at once and still counts: holds that were not lifted,
-- the last that was published of people, equipment that was found wrong.
CREATE FUNCTION rotable.handshake(p_position bigint, p_chain bytea, p_token uuid, p_app text)
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

-- Takes in the verifiers of PINs that this bench recorded as set, and answers with the newest of
-- everybody.
CREATE FUNCTION rotable.pins(p_epochs text[], p_seqs bigint[], p_verifiers text[])
RETURNS TABLE (person text, entry bytea, verifier text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    self rotable.bench := rotable.me();
BEGIN
    IF cardinality(p_epochs) <> cardinality(p_verifiers) OR cardinality(p_seqs) > 1000
        OR cardinality(p_seqs) <> cardinality(p_verifiers) THEN
        RAISE EXCEPTION 'as many verifiers as entries, 1,000 at most' USING ERRCODE = 'RT002';
    END IF;
    INSERT INTO rotable.pin_verifier AS v (depot, person, entry, position, verifier)
        SELECT DISTINCT ON (s.person) self.depot, s.person, s.hash, s.position, s.verifier
        FROM (SELECT convert_from(j.line, 'UTF8')::jsonb #>> '{body,person}' AS person,
                     j.hash, j.position, g.verifier
              FROM unnest(p_epochs, p_seqs, p_verifiers) AS g (epoch, seq, verifier)
              JOIN rotable.journal j ON j.depot = self.depot AND j.bench = self.bench
                  AND j.epoch = g.epoch AND j.seq = g.seq
                  AND position('"type":"pin-set"'::bytea IN j.line) > 0) AS s
        WHERE s.person IS NOT NULL
        ORDER BY s.person, s.position DESC
        ON CONFLICT ON CONSTRAINT pin_verifier_pkey
            DO UPDATE SET entry = excluded.entry, position = excluded.position,
                verifier = excluded.verifier
            WHERE v.position <= excluded.position;
    RETURN QUERY SELECT v.person, v.entry, v.verifier FROM rotable.pin_verifier v
        WHERE v.depot = self.depot;
END
$$;

REVOKE ALL ON ALL TABLES IN SCHEMA rotable FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA rotable FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rotable.handshake(bigint, bytea, uuid, text) TO rotable_bench;
-- It stands in an index, and is evaluated for whoever comes near that; it says nothing of anybody.
GRANT EXECUTE ON FUNCTION rotable.advises(bytea) TO PUBLIC;
GRANT EXECUTE ON FUNCTION rotable.pins(text[], bigint[], text[]) TO rotable_bench;
