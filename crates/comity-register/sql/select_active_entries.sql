-- The entries about these keys up to entry $1 that no batch up to $2 has undone and nobody has erased.
-- A batch that is still being written has no row of its own yet. The key must be looked up by, never the
-- number, which nearly all entries pass: hence the sum.
SELECT p.seq, p.about, p.body
FROM payload p
JOIN ledger l ON l.seq = p.seq
LEFT JOIN batch b ON b.id = l.batch
WHERE p.about IN ({keys}) AND p.seq + 0 <= $1 AND (b.undone_by IS NULL OR b.undone_by > $2)
ORDER BY p.about, p.seq
