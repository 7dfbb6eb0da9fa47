-- The chain and what it vouches for; the body is missing where it was erased.
SELECT l.seq, l.recorded_at, l.who, l.batch, l.kind, l.about, l.payload_digest, l.hash, p.body
FROM ledger l LEFT JOIN payload p ON p.seq = l.seq
ORDER BY l.seq
