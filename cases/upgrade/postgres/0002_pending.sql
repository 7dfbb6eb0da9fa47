-- What waits for a person, one row each: an end of a claim that nobody could settle, or (slot empty) a claim
-- that nobody has accepted yet. Derived, as everything but the ledger.
CREATE TABLE pending (
    claim    TEXT COLLATE "C" NOT NULL,
    slot     TEXT COLLATE "C" NOT NULL,
    place    BIGINT NOT NULL,     -- of the queue: the claim's entry, then its ends in order
    source   TEXT COLLATE "C" NOT NULL,
    kind     TEXT COLLATE "C" NOT NULL,     -- of what is sought, as far as the claim says: polity, network …; claim
    country  TEXT COLLATE "C" NOT NULL,     -- as written
    score    BIGINT NOT NULL,     -- of the likeliest meaning, in thousandths
    alike    TEXT COLLATE "C" NOT NULL,     -- equal where one source says the same of what it names
    deferred BIGINT NOT NULL,     -- 1: a person looked and was not sure
    from_seq BIGINT NOT NULL,
    to_seq   BIGINT NOT NULL,
    PRIMARY KEY (claim, slot, from_seq)
);
CREATE INDEX pending_place ON pending (deferred, place);
CREATE INDEX pending_alike ON pending (alike);
