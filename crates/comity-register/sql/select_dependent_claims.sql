-- Claims with a mention read as one of these entities: their links stand or fall with its kind.
SELECT DISTINCT claim FROM reading WHERE to_seq = $1 AND entity IN ({keys}) ORDER BY claim
