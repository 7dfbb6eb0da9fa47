-- The last batch recorded by then.
SELECT id, title, who, recorded_at, first_seq, last_seq, entries, nature, undone_by
FROM batch WHERE recorded_at <= $1 ORDER BY id DESC LIMIT 1
