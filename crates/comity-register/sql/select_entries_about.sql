SELECT l.seq, l.recorded_at, a.name, l.batch, l.kind, p.about, p.body, b.undone_by
FROM payload p
JOIN ledger l ON l.seq = p.seq
JOIN batch b ON b.id = l.batch
JOIN author a ON a.handle = l.author
WHERE p.about = $1 ORDER BY p.seq
