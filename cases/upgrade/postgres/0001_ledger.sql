-- What was recorded, in order. Never changed, never deleted from.
CREATE TABLE ledger (
    seq            BIGINT PRIMARY KEY,
    recorded_at    TEXT COLLATE "C" NOT NULL,    -- UTC, never lower than the row before
    who            TEXT COLLATE "C" NOT NULL,
    batch          BIGINT NOT NULL,
    kind           TEXT COLLATE "C" NOT NULL,
    about          TEXT COLLATE "C" NOT NULL,    -- what the entry speaks of: claim:…, entity:…, batch:…
    payload_digest TEXT COLLATE "C" NOT NULL,
    hash           TEXT COLLATE "C" NOT NULL     -- of this row and the hash before it
);
CREATE INDEX ledger_about ON ledger (about, seq);

-- What the entries say, apart from the chain: a take-down deletes the row here and nothing else.
CREATE TABLE payload (
    seq  BIGINT PRIMARY KEY,
    body TEXT COLLATE "C" NOT NULL
);

-- Everything below is derived from the two tables above. A row was in force at k when
-- from_seq <= k < to_seq; the largest number there is stands for "still".

CREATE TABLE batch (
    id          BIGINT PRIMARY KEY,
    title       TEXT COLLATE "C" NOT NULL,
    who         TEXT COLLATE "C" NOT NULL,
    recorded_at TEXT COLLATE "C" NOT NULL,
    first_seq   BIGINT NOT NULL,
    last_seq    BIGINT NOT NULL,
    nature      TEXT COLLATE "C" NOT NULL,
    undone_by   BIGINT
);
CREATE UNIQUE INDEX batch_first ON batch (first_seq);

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
