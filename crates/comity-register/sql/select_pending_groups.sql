-- What sources write alike, in the order of the first mention of each; what was put off is not among them.
SELECT p.alike, MIN(p.place), COUNT(*)
FROM pending p
WHERE p.from_seq <= $1 AND p.to_seq > $1
  AND ($2 = '' OR p.source = $2) AND ($3 = '' OR p.kind = $3)
  AND ($4 = '' OR p.country = $4 OR ($4 = '-' AND p.country = ''))
  AND p.score >= $5 AND p.score < $6
  AND p.source IN (SELECT s.id FROM source s WHERE s.from_seq <= $1 AND s.to_seq > $1)
  AND p.alike <> '' AND p.deferred = $7
GROUP BY p.alike
HAVING MIN(p.place) > $8
ORDER BY MIN(p.place) LIMIT $9
