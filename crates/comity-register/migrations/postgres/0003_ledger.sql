-- The chain: what was recorded, in order. Never changed, never deleted from. Nothing here says what an entry
-- speaks of, or who wrote it by name.
CREATE TABLE ledger (
    seq            BIGINT PRIMARY KEY,
    recorded_at    TEXT COLLATE "C" NOT NULL,    -- UTC, never lower than the row before
    author         TEXT COLLATE "C" NOT NULL,    -- a random handle; an entry of kind author says whose
    batch          BIGINT NOT NULL,
    kind           TEXT COLLATE "C" NOT NULL,
    payload_digest TEXT COLLATE "C" NOT NULL,    -- of the salt, the subject and the words
    hash           TEXT COLLATE "C" NOT NULL     -- of this row and the hash before it
);

-- What the entries say, apart from the chain: a take-down deletes or replaces rows here and nothing else.
CREATE TABLE payload (
    seq   BIGINT PRIMARY KEY,
    salt  TEXT COLLATE "C" NOT NULL,    -- random: without it no digest above can be guessed at
    about TEXT COLLATE "C" NOT NULL,    -- what the entry speaks of: claim:…, entity:…, batch:…
    body  TEXT COLLATE "C" NOT NULL
);
CREATE INDEX payload_about ON payload (about, seq);

-- Everything below is derived from the two tables above. A row was in force at k when
-- from_seq <= k < to_seq; the largest number there is stands for "still".

CREATE TABLE author (
    handle TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name   TEXT COLLATE "C" NOT NULL,
    entry  BIGINT NOT NULL
);
CREATE INDEX author_name ON author (name);

CREATE TABLE batch (
    id          BIGINT PRIMARY KEY,
    title       TEXT COLLATE "C" NOT NULL,
    who         TEXT COLLATE "C" NOT NULL,
    recorded_at TEXT COLLATE "C" NOT NULL,
    first_seq   BIGINT NOT NULL,
    last_seq    BIGINT NOT NULL,
    entries     BIGINT NOT NULL,    -- those that name it and its author aside
    nature      TEXT COLLATE "C" NOT NULL,
    undone_by   BIGINT
);
CREATE UNIQUE INDEX batch_first ON batch (first_seq);
CREATE INDEX batch_erasure ON batch (id) WHERE nature = 'erasure';

CREATE TABLE source (
    id       TEXT COLLATE "C" NOT NULL,
    entry    BIGINT NOT NULL,
    from_seq BIGINT NOT NULL,
    to_seq   BIGINT NOT NULL,
    PRIMARY KEY (id, from_seq)
);

CREATE TABLE entity (
    id       TEXT COLLATE "C" NOT NULL,
    kind     TEXT COLLATE "C" NOT NULL,
    entry    BIGINT NOT NULL,
    from_seq BIGINT NOT NULL,
    to_seq   BIGINT NOT NULL,
    PRIMARY KEY (id, from_seq)
);

CREATE TABLE name (
    entity   TEXT COLLATE "C" NOT NULL,
    folded   TEXT COLLATE "C" NOT NULL,
    from_seq BIGINT NOT NULL,
    to_seq   BIGINT NOT NULL,
    PRIMARY KEY (entity, folded, from_seq)
);
CREATE INDEX name_folded ON name (folded);

CREATE TABLE claim (
    id       TEXT COLLATE "C" NOT NULL,
    entry    BIGINT NOT NULL,
    source   TEXT COLLATE "C" NOT NULL,
    shape    TEXT COLLATE "C" NOT NULL,
    standing TEXT COLLATE "C" NOT NULL,
    verdict  BIGINT,                -- the judgement that set the standing
    waiting  BIGINT NOT NULL,       -- 1: a person should look at it
    from_seq BIGINT NOT NULL,
    to_seq   BIGINT NOT NULL,
    PRIMARY KEY (id, from_seq)
);
CREATE INDEX claim_source ON claim (source, entry);
CREATE INDEX claim_waiting ON claim (entry) WHERE waiting = 1;

CREATE TABLE reading (
    claim    TEXT COLLATE "C" NOT NULL,
    slot     TEXT COLLATE "C" NOT NULL,
    entity   TEXT COLLATE "C" NOT NULL,
    from_seq BIGINT NOT NULL,
    to_seq   BIGINT NOT NULL,
    PRIMARY KEY (claim, slot, from_seq)
);
CREATE INDEX reading_entity ON reading (entity);

-- The links of one claim: they differ in their subjects only, so that one row holds them all.
CREATE TABLE link (
    claim    TEXT COLLATE "C" NOT NULL,
    source   TEXT COLLATE "C" NOT NULL,
    standing TEXT COLLATE "C" NOT NULL,
    ends     TEXT COLLATE "C" NOT NULL,          -- every subject, then their one object, with spaces between
    terms    TEXT COLLATE "C" NOT NULL,          -- JSON: kind, attributes, dates and all else that they share
    from_seq BIGINT NOT NULL,
    to_seq   BIGINT NOT NULL,
    PRIMARY KEY (claim, from_seq)
);

CREATE TABLE same (
    pair     TEXT COLLATE "C" NOT NULL,
    a        TEXT COLLATE "C" NOT NULL,          -- becomes b where they are one
    b        TEXT COLLATE "C" NOT NULL,
    sameness TEXT COLLATE "C" NOT NULL,
    entry    BIGINT NOT NULL,
    from_seq BIGINT NOT NULL,
    to_seq   BIGINT NOT NULL,
    PRIMARY KEY (pair, from_seq)
);

CREATE TABLE coverage (
    id       TEXT COLLATE "C" NOT NULL,
    entry    BIGINT NOT NULL,
    from_seq BIGINT NOT NULL,
    to_seq   BIGINT NOT NULL,
    PRIMARY KEY (id, from_seq)
);

-- What waits for a person, one row each: an end of a claim that nobody could settle, or (slot empty) a claim
-- that nobody has accepted yet.
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
