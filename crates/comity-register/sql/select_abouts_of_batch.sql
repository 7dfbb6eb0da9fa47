-- What the entries of a batch speak of, a page at a time.
SELECT DISTINCT about FROM ledger
WHERE batch = $1 AND about > $2 AND kind IN ('source', 'entity', 'claim', 'judgement', 'coverage')
ORDER BY about LIMIT $3
