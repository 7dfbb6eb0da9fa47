-- The queue after a place in it: what was put off comes last. An empty text means any; a country of `-` means
-- that none is stated.
SELECT c.id, c.entry, c.waiting, p.slot, p.place, p.score, p.alike, p.deferred
FROM pending p
JOIN claim c ON c.id = p.claim AND c.from_seq <= $1 AND c.to_seq > $1
WHERE p.from_seq <= $1 AND p.to_seq > $1
  AND ($2 = '' OR p.source = $2) AND ($3 = '' OR p.kind = $3)
  AND ($4 = '' OR p.country = $4 OR ($4 = '-' AND p.country = ''))
  AND p.score >= $5 AND p.score < $6
  AND p.source IN (SELECT s.id FROM source s WHERE s.from_seq <= $1 AND s.to_seq > $1)
  AND (p.deferred > $7 OR (p.deferred = $7 AND p.place > $8))
ORDER BY p.deferred, p.place LIMIT $9
