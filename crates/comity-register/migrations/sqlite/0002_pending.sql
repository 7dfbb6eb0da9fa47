-- What waits for a person, one row each: an end of a claim that nobody could settle, or (slot empty) a claim
-- that nobody has accepted yet. Derived, as everything but the ledger.
CREATE TABLE pending (
    claim    TEXT NOT NULL,
    slot     TEXT NOT NULL,
    place    INTEGER NOT NULL,     -- of the queue: the claim's entry, then its ends in order
    source   TEXT NOT NULL,
    kind     TEXT NOT NULL,     -- of what is sought, as far as the claim says: polity, network …; claim
    country  TEXT NOT NULL,     -- as written
    score    INTEGER NOT NULL,     -- of the likeliest meaning, in thousandths
    alike    TEXT NOT NULL,     -- equal where one source says the same of what it names
    deferred INTEGER NOT NULL,     -- 1: a person looked and was not sure
    from_seq INTEGER NOT NULL,
    to_seq   INTEGER NOT NULL,
    PRIMARY KEY (claim, slot, from_seq)
) WITHOUT ROWID;
CREATE INDEX pending_place ON pending (deferred, place);
CREATE INDEX pending_alike ON pending (alike);
