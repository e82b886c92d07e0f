-- Which entry another one can't hold beside, where neither author knew the other's.
ALTER TABLE outcome ADD COLUMN case_rule VARCHAR(20);
ALTER TABLE outcome ADD COLUMN clash_first CHAR(64);
ALTER TABLE outcome ADD COLUMN clash_second CHAR(64);

ALTER TABLE unit_row ADD COLUMN disputed SMALLINT NOT NULL DEFAULT 0;
CREATE INDEX unit_row_disputed ON unit_row (disputed, unit);
