-- A bench that reads on the line on which it greeted has its token: from then on the one before is another
-- computer's, even if neither of the two ever sent anything. Every exchange reads at least once.

SET LOCAL ROLE rotable_owner;

CREATE OR REPLACE FUNCTION rotable.pull(p_after bigint, p_limit integer)
RETURNS TABLE ("position" bigint, line bytea, chain bytea)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    self  rotable.bench := rotable.me();
    until bigint := p_after + greatest(1, least(coalesce(p_limit, 1000), 1000));
BEGIN
    IF NOT self.confirmed AND self.session = pg_backend_pid() THEN
        -- Unless the bench greeted on another line meanwhile.
        UPDATE rotable.bench b SET confirmed = true
            WHERE b.depot = self.depot AND b.bench = self.bench AND b.session = pg_backend_pid();
    END IF;
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
