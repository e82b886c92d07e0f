-- PIN verifiers are secrets, not facts: they never stand in the journal.
CREATE TABLE pin_verifier (
    person   VARCHAR(30)  NOT NULL PRIMARY KEY,
    verifier VARCHAR(300) NOT NULL
);
