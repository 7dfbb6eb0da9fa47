SELECT source, COUNT(*) FROM claim
WHERE waiting = 1 AND from_seq <= $1 AND to_seq > $1 /* of these: id */
GROUP BY source
