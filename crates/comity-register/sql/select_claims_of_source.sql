SELECT id, entry, waiting FROM claim
WHERE source = $1 AND from_seq <= $2 AND to_seq > $2 AND entry > $3
ORDER BY entry LIMIT $4
