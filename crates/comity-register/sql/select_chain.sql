-- The chain and what it vouches for; salt, subject and words are missing where they were erased.
SELECT l.seq, l.recorded_at, l.author, l.batch, l.kind, l.payload_digest, l.hash, p.salt, p.about, p.body
FROM ledger l LEFT JOIN payload p ON p.seq = l.seq
ORDER BY l.seq
