-- What a bench is told is on the centre's disk, however the server is set up: a token that it keeps and
-- the centre forgot with its power would make two benches of one.

SET LOCAL ROLE rotable_owner;

CREATE FUNCTION rotable.on_disk() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM set_config('synchronous_commit', 'on', true);
    RETURN NULL;
END
$$;

REVOKE ALL ON FUNCTION rotable.on_disk() FROM PUBLIC;

CREATE TRIGGER on_disk AFTER INSERT OR UPDATE ON rotable.bench
    FOR EACH STATEMENT EXECUTE FUNCTION rotable.on_disk();
CREATE TRIGGER on_disk AFTER INSERT OR UPDATE ON rotable.pin_verifier
    FOR EACH STATEMENT EXECUTE FUNCTION rotable.on_disk();
