-- What take-downs left, in order.
SELECT l.seq, l.batch, l.recorded_at, p.body
FROM batch b
JOIN ledger l ON l.seq > b.first_seq AND l.seq <= b.last_seq AND l.kind = 'note'
JOIN payload p ON p.seq = l.seq
WHERE b.nature = 'erasure'
ORDER BY l.seq
