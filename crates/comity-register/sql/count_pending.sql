-- The queue by everything that it can be narrowed by.
SELECT p.source, p.kind, p.country, p.score / 100, p.deferred, COUNT(*)
FROM pending p
WHERE p.from_seq <= $1 AND p.to_seq > $1
  AND EXISTS (SELECT 1 FROM source s WHERE s.id = p.source AND s.from_seq <= $1 AND s.to_seq > $1)
GROUP BY p.source, p.kind, p.country, p.score / 100, p.deferred
