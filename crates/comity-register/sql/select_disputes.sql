-- Disputed claims with the entry that says so: a judgement, or the claim's own record.
SELECT c.id, c.source, a.name, p.seq, p.body
FROM claim c
JOIN ledger l ON l.seq = COALESCE(c.verdict, c.entry)
JOIN author a ON a.handle = l.author
JOIN payload p ON p.seq = l.seq
WHERE c.standing = 'disputed' AND c.from_seq <= $1 AND c.to_seq > $1 /* of these: c.id */ ORDER BY c.id
