-- The handle under which this name writes; nobody has two, except where ledgers were put together.
SELECT handle FROM author WHERE name = $1 ORDER BY entry
