-- Links with what they share; that comes once for each claim, with its first link.
SELECT c.id, c.source, c.standing, CASE WHEN l.part = 0 THEN c.terms ELSE '' END, l.part, l.subject, l.object
FROM claim c
JOIN link l ON l.claim = c.id AND l.from_seq <= $1 AND l.to_seq > $1
WHERE c.terms <> '' AND c.from_seq <= $1 AND c.to_seq > $1
ORDER BY c.id, l.part
