-- Serials that look alike on a worn label have the same skeleton. Rows from before are filled in when the record is
-- opened.
ALTER TABLE unit_row ADD COLUMN skeleton VARCHAR(60);
CREATE INDEX unit_row_skeleton ON unit_row (skeleton);
