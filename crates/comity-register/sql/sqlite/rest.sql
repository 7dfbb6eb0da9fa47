-- A register at rest is one file, whole and without a -wal beside it. Refused while others have it open.
PRAGMA journal_mode = DELETE
