-- The entries that name authors; the body is missing where a name was taken down.
SELECT l.seq, l.author, p.body
FROM ledger l LEFT JOIN payload p ON p.seq = l.seq
WHERE l.kind = 'author' ORDER BY l.seq
