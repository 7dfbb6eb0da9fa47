SELECT l.seq, l.recorded_at, l.who, l.batch, l.kind, l.about, p.body, b.undone_by
FROM ledger l JOIN batch b ON b.id = l.batch LEFT JOIN payload p ON p.seq = l.seq
WHERE l.seq < $1 ORDER BY l.seq DESC LIMIT $2
