-- What is given back to a restored centre is held to what is placed otherwise: entries of at most
-- 64 KiB, in whole commands. A command that is longer than a thousand entries comes alone.

SET LOCAL ROLE rotable_owner;

CREATE OR REPLACE FUNCTION rotable.refill(p_after bigint, p_lines bytea[])
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
    command  uuid;
    idx      integer := 0;
    count    integer := 1;
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
    FOREACH text IN ARRAY p_lines LOOP
        said := convert_from(text, 'UTF8')::jsonb;
        its_hash := sha256(place.tag || text);
        SELECT * INTO head FROM rotable.bench_head h WHERE h.depot = self.depot
            AND h.bench = said ->> 'bench' AND h.epoch = said ->> 'epoch';
        IF NOT coalesce(said ->> 'depot' = self.depot AND octet_length(text) <= 65536
                AND rotable.readable(said)
                AND (said ->> 'seq')::bigint = coalesce(head.seq, 0) + 1
                AND decode(said ->> 'prev', 'hex')
                    = coalesce(head.hash, decode(repeat('00', 32), 'hex')), false) THEN
            RAISE EXCEPTION 'an entry that does not follow, or is over 64 KiB'
                USING ERRCODE = 'RT002';
        END IF;
        IF (said ->> 'index')::integer <> (CASE WHEN idx + 1 = count THEN 0 ELSE idx + 1 END)
            OR (idx + 1 <> count AND ((said ->> 'command')::uuid <> command
                OR (said ->> 'count')::integer <> count)) THEN
            RAISE EXCEPTION 'a command that is not whole' USING ERRCODE = 'RT002';
        END IF;
        IF cardinality(p_lines) > 1000 AND (said ->> 'count')::integer <> cardinality(p_lines) THEN
            RAISE EXCEPTION 'more than 1,000 entries' USING ERRCODE = 'RT002';
        END IF;
        command := (said ->> 'command')::uuid;
        idx := (said ->> 'index')::integer;
        count := (said ->> 'count')::integer;
        place.position := place.position + 1;
        place.chain := sha256(place.chain || int8send(place.position) || its_hash);
        INSERT INTO rotable.journal
                (depot, position, bench, epoch, seq, hash, command, idx, count, line, chain)
            VALUES (self.depot, place.position, said ->> 'bench', said ->> 'epoch',
                    (said ->> 'seq')::bigint, its_hash, command, idx, count, text, place.chain);
        INSERT INTO rotable.bench_head AS h (depot, bench, epoch, seq, hash)
            VALUES (self.depot, said ->> 'bench', said ->> 'epoch', (said ->> 'seq')::bigint, its_hash)
            ON CONFLICT ON CONSTRAINT bench_head_pkey
                DO UPDATE SET seq = excluded.seq, hash = excluded.hash;
    END LOOP;
    IF idx + 1 <> count THEN
        RAISE EXCEPTION 'a command that is not whole' USING ERRCODE = 'RT002';
    END IF;
    UPDATE rotable.depot d SET position = place.position, chain = place.chain
        WHERE d.depot = self.depot;
    RETURN QUERY SELECT place.position, place.chain;
END
$$;
