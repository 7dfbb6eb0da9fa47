-- The queue by everything that it can be narrowed by.
SELECT p.source, p.kind, p.country, p.score / 100, CAST(CASE WHEN p.score > 0 THEN 1 ELSE 0 END AS BIGINT), p.deferred, COUNT(*)
FROM pending p
WHERE p.from_seq <= $1 AND p.to_seq > $1
  AND p.source IN (SELECT s.id FROM source s WHERE s.from_seq <= $1 AND s.to_seq > $1)
GROUP BY p.source, p.kind, p.country, p.score / 100, CASE WHEN p.score > 0 THEN 1 ELSE 0 END, p.deferred
