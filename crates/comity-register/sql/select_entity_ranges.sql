-- Every entity as it was at any time, after the one that was read last.
SELECT e.id, e.from_seq, e.to_seq, p.seq, p.body FROM entity e JOIN payload p ON p.seq = e.entry
WHERE (e.id, e.from_seq) > ($1, $2) ORDER BY e.id, e.from_seq LIMIT $3
