SELECT p.seq, l.batch, l.kind, p.about, p.body
FROM payload p JOIN ledger l ON l.seq = p.seq
WHERE p.about IN ({keys})
ORDER BY p.seq
