-- Brings the log into the file and empties it; the first column is 1 where somebody still reads it.
PRAGMA wal_checkpoint(TRUNCATE)
