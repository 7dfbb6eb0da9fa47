-- A page of the ledger as it was written, for a fresh fold.
SELECT l.seq, l.recorded_at, l.who, l.batch, l.kind, l.about, l.payload_digest, p.body
FROM ledger l LEFT JOIN payload p ON p.seq = l.seq
WHERE l.seq > $1 ORDER BY l.seq LIMIT $2
