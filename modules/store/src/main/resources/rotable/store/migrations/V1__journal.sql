-- The journal. These tables never change; columns are derived from the line.
CREATE TABLE entry (
    arrival BIGINT       NOT NULL PRIMARY KEY,
    bench   VARCHAR(30)  NOT NULL,
    epoch   VARCHAR(40)  NOT NULL,
    seq     BIGINT       NOT NULL,
    hash    CHAR(64)     NOT NULL,
    command CHAR(36)     NOT NULL,
    idx     INTEGER      NOT NULL,
    type    VARCHAR(60)  NOT NULL,
    line    BLOB(131072) NOT NULL,
    CONSTRAINT entry_place UNIQUE (bench, epoch, seq),
    CONSTRAINT entry_hash UNIQUE (hash),
    CONSTRAINT entry_command UNIQUE (command, idx)
);

-- Where central placed an entry.
CREATE TABLE placement (
    hash     CHAR(64) NOT NULL PRIMARY KEY,
    position BIGINT   NOT NULL UNIQUE
);
