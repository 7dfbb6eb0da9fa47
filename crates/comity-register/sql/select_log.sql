SELECT l.seq, l.recorded_at, a.name, l.batch, l.kind, p.about, p.body, b.undone_by
FROM ledger l
JOIN batch b ON b.id = l.batch
JOIN author a ON a.handle = l.author
LEFT JOIN payload p ON p.seq = l.seq
WHERE l.seq < $1 ORDER BY l.seq DESC LIMIT $2
