-- A bench that two people readmitted is believed with whatever token it has, until an answer is known to
-- have arrived there. What it sends on the line on which it greeted shows that; a copy of it, made
-- meanwhile, would be believed as well otherwise.

SET LOCAL ROLE rotable_owner;

CREATE FUNCTION rotable.believed_once() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.readmitted := NEW.readmitted AND (OLD.confirmed OR NOT NEW.confirmed);
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION rotable.believed_once() FROM PUBLIC;

CREATE TRIGGER believed_once BEFORE UPDATE OF confirmed ON rotable.bench
    FOR EACH ROW EXECUTE FUNCTION rotable.believed_once();
