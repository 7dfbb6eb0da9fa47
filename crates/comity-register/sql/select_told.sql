-- Decisions about pairs of entities that stand, with who took them and the record that says why.
SELECT s.a, s.b, s.sameness, a.name, p.seq, p.body
FROM same s
JOIN ledger l ON l.seq = s.entry
JOIN author a ON a.handle = l.author
JOIN payload p ON p.seq = s.entry
WHERE s.from_seq <= $1 AND s.to_seq > $1 ORDER BY s.entry
