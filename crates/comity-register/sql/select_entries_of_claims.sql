-- The newest entry about each of these claims, a wording, a reading or a verdict, that no batch up to $2 has undone and nobody
-- has erased. The key must be looked up by, never the number: hence the sum.
SELECT c.id, MAX(p.seq)
FROM claim c
JOIN payload p ON p.about = 'claim:' || c.id
JOIN ledger l ON l.seq = p.seq
LEFT JOIN batch b ON b.id = l.batch
WHERE c.from_seq <= $1 AND c.to_seq > $1 AND c.id IN ({keys})
  AND p.seq + 0 <= $1 AND (b.undone_by IS NULL OR b.undone_by > $2)
GROUP BY c.id ORDER BY c.id
