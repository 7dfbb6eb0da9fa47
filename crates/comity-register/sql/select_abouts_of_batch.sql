-- What the entries of a batch speak of, a page at a time; what was erased speaks of nothing. The join is crossed so
-- that SQLite walks the index in order and looks at each entry once.
SELECT DISTINCT p.about
FROM batch b
CROSS JOIN payload p
CROSS JOIN ledger l
WHERE b.id = $1 AND p.about > $2 AND p.seq > b.first_seq AND p.seq <= b.last_seq AND l.seq = p.seq
  AND l.kind IN ('source', 'entity', 'claim', 'judgement', 'coverage')
ORDER BY p.about LIMIT $3
