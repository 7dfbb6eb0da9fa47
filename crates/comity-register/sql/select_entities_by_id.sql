SELECT p.seq, p.body FROM entity e JOIN payload p ON p.seq = e.entry
WHERE e.from_seq <= $1 AND e.to_seq > $1 AND e.id IN ({keys}) ORDER BY e.id
