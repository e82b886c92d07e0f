-- Read models: dropped and refolded at any time.
CREATE TABLE subject_entry (
    kind VARCHAR(10)  NOT NULL,
    id   VARCHAR(300) NOT NULL,
    arrival BIGINT    NOT NULL,
    PRIMARY KEY (kind, id, arrival)
);

CREATE TABLE outcome (
    hash CHAR(64)      NOT NULL PRIMARY KEY,
    why  VARCHAR(1000) NOT NULL
);

CREATE TABLE unit_row (
    unit    VARCHAR(300) NOT NULL PRIMARY KEY,
    serial  VARCHAR(60)  NOT NULL,
    bench   VARCHAR(30),
    is_open SMALLINT     NOT NULL,
    touched BIGINT       NOT NULL
);
CREATE INDEX unit_row_serial ON unit_row (serial);
CREATE INDEX unit_row_open ON unit_row (is_open, bench, touched);

CREATE TABLE own_id (
    id   VARCHAR(40)  NOT NULL PRIMARY KEY,
    unit VARCHAR(300) NOT NULL
);
