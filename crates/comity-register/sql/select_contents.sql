-- Records up to entry $1 that no batch up to $2 has undone and nobody has erased, each thing's together.
SELECT p.about, p.seq, p.body
FROM payload p
JOIN ledger l ON l.seq = p.seq
LEFT JOIN batch b ON b.id = l.batch
WHERE p.seq <= $1 AND (b.undone_by IS NULL OR b.undone_by > $2)
  AND l.kind IN ('source', 'entity', 'claim', 'judgement', 'coverage')
ORDER BY p.about, p.seq
