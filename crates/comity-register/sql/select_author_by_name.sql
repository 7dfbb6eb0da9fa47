-- The handle under which this name writes.
SELECT handle FROM author WHERE name = $1 ORDER BY entry LIMIT 1
