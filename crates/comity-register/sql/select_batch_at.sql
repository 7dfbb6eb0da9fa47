-- The batch that a place in the ledger belongs to.
SELECT id, title, who, recorded_at, first_seq, last_seq, entries, nature, undone_by
FROM batch WHERE first_seq <= $1 ORDER BY first_seq DESC LIMIT 1
