-- A page of the ledger as it was written, for a fresh fold; subject and words are missing where they were erased.
SELECT l.seq, l.recorded_at, a.name, l.batch, l.kind, p.about, p.body
FROM ledger l
LEFT JOIN author a ON a.handle = l.author
LEFT JOIN payload p ON p.seq = l.seq
WHERE l.seq > $1 ORDER BY l.seq LIMIT $2
