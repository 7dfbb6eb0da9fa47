-- The queue. A claim whose source is gone waits for nobody. An empty source means any.
SELECT c.id, c.entry, c.waiting FROM claim c
WHERE c.waiting = 1 AND c.from_seq <= $2 AND c.to_seq > $2 AND c.entry > $3 AND ($1 = '' OR c.source = $1)
  AND EXISTS (SELECT 1 FROM source s WHERE s.id = c.source AND s.from_seq <= $2 AND s.to_seq > $2)
ORDER BY c.entry LIMIT $4
