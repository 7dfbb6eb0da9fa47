-- Whoever bears one of these names.
SELECT DISTINCT entity FROM name WHERE from_seq <= $1 AND to_seq > $1 AND folded IN ({keys}) ORDER BY entity
