SELECT p.seq, p.body FROM source s JOIN payload p ON p.seq = s.entry
WHERE s.from_seq <= $1 AND s.to_seq > $1 AND s.id = $2
