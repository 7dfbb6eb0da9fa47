-- All that entries say, in order.
SELECT p.seq, l.batch, l.kind, p.about, p.body
FROM payload p JOIN ledger l ON l.seq = p.seq
ORDER BY p.seq
