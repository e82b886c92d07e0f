-- What is typed and not entered yet: kept over the end of the program, no part of the record.
CREATE TABLE draft (
    unit  VARCHAR(300)  NOT NULL,
    field VARCHAR(30)   NOT NULL,
    text  VARCHAR(1000) NOT NULL,
    PRIMARY KEY (unit, field)
);
