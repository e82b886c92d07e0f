-- An entry of another bench is looked up by its arrival and its position, and now and then by its
-- hash. Only the bench's own are looked up by their place in its journal and by their command: each
-- index that the others need not be entered into lets a bench take in a depot's record the faster.
CREATE TABLE own_entry (
    epoch   VARCHAR(40) NOT NULL,
    seq     BIGINT      NOT NULL,
    command CHAR(36)    NOT NULL,
    idx     INTEGER     NOT NULL,
    arrival BIGINT      NOT NULL,
    CONSTRAINT own_entry_place PRIMARY KEY (epoch, seq),
    CONSTRAINT own_entry_command UNIQUE (command, idx),
    CONSTRAINT own_entry_arrival FOREIGN KEY (arrival) REFERENCES entry ON DELETE CASCADE
);
-- The first entry in a data folder is the bench's own.
INSERT INTO own_entry
    SELECT epoch, seq, command, idx, arrival FROM entry
    WHERE bench = (SELECT bench FROM entry WHERE arrival = (SELECT MIN(arrival) FROM entry));

-- The first characters of a hash find its entry, or very few, in an index a sixth as large.
ALTER TABLE entry DROP CONSTRAINT entry_hash;
ALTER TABLE entry ADD COLUMN hash_key CHAR(8) NOT NULL DEFAULT '';
UPDATE entry SET hash_key = SUBSTR(hash, 1, 8);
CREATE INDEX entry_hash ON entry (hash_key);

ALTER TABLE entry DROP CONSTRAINT entry_place;
ALTER TABLE entry DROP CONSTRAINT entry_command;
ALTER TABLE entry DROP COLUMN bench;
ALTER TABLE entry DROP COLUMN epoch;
ALTER TABLE entry DROP COLUMN seq;
ALTER TABLE entry DROP COLUMN command;
ALTER TABLE entry DROP COLUMN idx;
