-- Entities with a name that is $2, starts with it ($3 is the end of that range) or has a later word that does.
SELECT n.entity,
       CAST(MIN(CASE WHEN n.folded = $2 THEN 0 WHEN n.folded >= $2 AND n.folded < $3 THEN 1 ELSE 2 END) AS BIGINT) AS far
FROM name n
WHERE ((n.folded >= $2 AND n.folded < $3) OR n.folded LIKE $4) AND n.from_seq <= $1 AND n.to_seq > $1
GROUP BY n.entity ORDER BY far, n.entity LIMIT $5
