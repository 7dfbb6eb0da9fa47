-- The entry with the latest wording of each of these claims.
SELECT id, entry FROM claim WHERE from_seq <= $1 AND to_seq > $1 AND id IN ({keys}) ORDER BY entry
