-- The last batch, where it goes on beyond the end of the ledger.
SELECT b.id, b.last_seq, l.seq
FROM batch b, (SELECT coalesce(max(seq), 0) AS seq FROM ledger) l
WHERE b.last_seq > l.seq ORDER BY b.last_seq DESC LIMIT 1
