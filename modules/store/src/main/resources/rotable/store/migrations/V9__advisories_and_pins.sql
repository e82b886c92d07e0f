-- What the centre told of before it arrives in its order: kept until it has.
CREATE TABLE advisory (
    position BIGINT       NOT NULL PRIMARY KEY,
    line     BLOB(131072) NOT NULL
);

-- Which entry says that this PIN was set, and whether the centre was given the verifier.
ALTER TABLE pin_verifier ADD COLUMN entry CHAR(64);
ALTER TABLE pin_verifier ADD COLUMN given SMALLINT NOT NULL DEFAULT 0;
