-- Records up to entry $1 that no batch up to $2 has undone and nobody has erased, after entry $3, at most $4.
SELECT l.seq, p.body
FROM ledger l
JOIN payload p ON p.seq = l.seq
LEFT JOIN batch b ON b.id = l.batch
WHERE l.seq <= $1 AND (b.undone_by IS NULL OR b.undone_by > $2) AND l.seq > $3
  AND l.kind IN ('source', 'entity', 'claim', 'judgement', 'coverage')
ORDER BY l.seq
LIMIT $4
