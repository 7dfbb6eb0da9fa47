-- Those of these claims that wait for a person; one whose source is gone waits for nobody. They must be looked up
-- by their ids, never by what waits, which may be far more: hence the sum.
SELECT c.id, c.entry, c.waiting FROM claim c
WHERE c.waiting + 0 = 1 AND c.from_seq <= $1 AND c.to_seq > $1 AND c.id IN ({keys})
  AND EXISTS (SELECT 1 FROM source s WHERE s.id = c.source AND s.from_seq <= $1 AND s.to_seq > $1)
ORDER BY c.entry
