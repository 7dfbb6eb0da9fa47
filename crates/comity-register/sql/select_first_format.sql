-- A page of a ledger of the first format, which said in the chain itself who wrote and of what.
SELECT l.seq, l.recorded_at, l.who, l.batch, l.kind, l.about, l.payload_digest, l.hash, p.body
FROM {ledger} l LEFT JOIN {payload} p ON p.seq = l.seq
WHERE l.seq > $1 ORDER BY l.seq LIMIT $2
