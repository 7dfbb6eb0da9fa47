SELECT c.id, c.entry, c.waiting, p.slot, p.place, p.score, p.alike, p.deferred
FROM pending p
JOIN claim c ON c.id = p.claim AND c.from_seq <= $1 AND c.to_seq > $1
WHERE p.from_seq <= $1 AND p.to_seq > $1 AND p.claim = $2
ORDER BY p.place
