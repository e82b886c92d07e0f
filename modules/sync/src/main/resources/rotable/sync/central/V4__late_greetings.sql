-- A greeting of a line that is long dead may arrive after the one that the bench made instead. It is
-- given a token that nobody hears; the one that the bench has must still be good.

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
