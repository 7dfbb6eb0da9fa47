-- The chain: what was recorded, in order. Never changed, never deleted from. Nothing here says what an entry
-- speaks of, or who wrote it by name.
CREATE TABLE ledger (
    seq            INTEGER PRIMARY KEY,
    recorded_at    TEXT NOT NULL,    -- UTC, never lower than the row before
    author         TEXT NOT NULL,    -- a random handle; an entry of kind author says whose
    batch          INTEGER NOT NULL,
    kind           TEXT NOT NULL,
    payload_digest TEXT NOT NULL,    -- of the salt, the subject and the words
    hash           TEXT NOT NULL     -- of this row and the hash before it
);

-- What the entries say, apart from the chain: a take-down deletes or replaces rows here and nothing else.
CREATE TABLE payload (
    seq   INTEGER PRIMARY KEY,
    salt  TEXT NOT NULL,    -- random: without it no digest above can be guessed at
    about TEXT NOT NULL,    -- what the entry speaks of: claim:…, entity:…, batch:…
    body  TEXT NOT NULL
);
CREATE INDEX payload_about ON payload (about, seq);

-- Everything below is derived from the two tables above. A row was in force at k when
-- from_seq <= k < to_seq; the largest number there is stands for "still".

CREATE TABLE author (
    handle TEXT NOT NULL PRIMARY KEY,
    name   TEXT NOT NULL,
    entry  INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX author_name ON author (name);

CREATE TABLE batch (
    id          INTEGER PRIMARY KEY,
    title       TEXT NOT NULL,
    who         TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    first_seq   INTEGER NOT NULL,
    last_seq    INTEGER NOT NULL,
    entries     INTEGER NOT NULL,    -- those that name it and its author aside
    nature      TEXT NOT NULL,
    undone_by   INTEGER
);
CREATE UNIQUE INDEX batch_first ON batch (first_seq);
CREATE INDEX batch_erasure ON batch (id) WHERE nature = 'erasure';

CREATE TABLE source (
    id       TEXT NOT NULL,
    entry    INTEGER NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq   INTEGER NOT NULL,
    PRIMARY KEY (id, from_seq)
) WITHOUT ROWID;

CREATE TABLE entity (
    id       TEXT NOT NULL,
    kind     TEXT NOT NULL,
    entry    INTEGER NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq   INTEGER NOT NULL,
    PRIMARY KEY (id, from_seq)
) WITHOUT ROWID;

CREATE TABLE name (
    entity   TEXT NOT NULL,
    folded   TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq   INTEGER NOT NULL,
    PRIMARY KEY (entity, folded, from_seq)
) WITHOUT ROWID;
CREATE INDEX name_folded ON name (folded);

CREATE TABLE claim (
    id       TEXT NOT NULL,
    entry    INTEGER NOT NULL,
    source   TEXT NOT NULL,
    shape    TEXT NOT NULL,
    standing TEXT NOT NULL,
    verdict  INTEGER,                -- the judgement that set the standing
    waiting  INTEGER NOT NULL,       -- 1: a person should look at it
    from_seq INTEGER NOT NULL,
    to_seq   INTEGER NOT NULL,
    PRIMARY KEY (id, from_seq)
) WITHOUT ROWID;
CREATE INDEX claim_source ON claim (source, entry);
CREATE INDEX claim_waiting ON claim (entry) WHERE waiting = 1;

CREATE TABLE reading (
    claim    TEXT NOT NULL,
    slot     TEXT NOT NULL,
    entity   TEXT NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq   INTEGER NOT NULL,
    PRIMARY KEY (claim, slot, from_seq)
) WITHOUT ROWID;
CREATE INDEX reading_entity ON reading (entity);

-- The links of one claim: they differ in their subjects only, so that one row holds them all.
CREATE TABLE link (
    claim    TEXT NOT NULL,
    source   TEXT NOT NULL,
    standing TEXT NOT NULL,
    ends     TEXT NOT NULL,          -- every subject, then their one object, with spaces between
    terms    TEXT NOT NULL,          -- JSON: kind, attributes, dates and all else that they share
    from_seq INTEGER NOT NULL,
    to_seq   INTEGER NOT NULL,
    PRIMARY KEY (claim, from_seq)
) WITHOUT ROWID;

CREATE TABLE same (
    pair     TEXT NOT NULL,
    a        TEXT NOT NULL,          -- becomes b where they are one
    b        TEXT NOT NULL,
    sameness TEXT NOT NULL,
    entry    INTEGER NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq   INTEGER NOT NULL,
    PRIMARY KEY (pair, from_seq)
) WITHOUT ROWID;

CREATE TABLE coverage (
    id       TEXT NOT NULL,
    entry    INTEGER NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq   INTEGER NOT NULL,
    PRIMARY KEY (id, from_seq)
) WITHOUT ROWID;

-- What waits for a person, one row each: an end of a claim that nobody could settle, or (slot empty) a claim
-- that nobody has accepted yet.
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
