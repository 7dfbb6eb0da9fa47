-- A row for each time that everything derived was made anew: whoever keeps what was derived before lets go of it.
CREATE TABLE rebuild (
    number BIGINT NOT NULL PRIMARY KEY
);
