-- A read model: wrong PINs in a row, so that asking for them costs the same after years of sign-ins.
CREATE TABLE pin_tries (
    person VARCHAR(30) NOT NULL PRIMARY KEY,
    wrong  INTEGER     NOT NULL,
    last_micros BIGINT NOT NULL
);
