SELECT p.seq, p.body FROM coverage c JOIN payload p ON p.seq = c.entry
WHERE c.from_seq <= $1 AND c.to_seq > $1 ORDER BY c.id
