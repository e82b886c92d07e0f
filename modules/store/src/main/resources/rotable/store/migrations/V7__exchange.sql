-- How far the centre has this bench's epochs, and how far it told where it placed them.
CREATE TABLE acknowledged (
    epoch  VARCHAR(40) NOT NULL PRIMARY KEY,
    seq    BIGINT      NOT NULL,
    placed BIGINT      NOT NULL
);

-- How far this bench has what the centre placed, and what it says of itself the next time.
CREATE TABLE exchange (
    name VARCHAR(20) NOT NULL PRIMARY KEY,
    text VARCHAR(64) NOT NULL
);
