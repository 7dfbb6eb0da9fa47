-- What other batches say of things that batch $1 alone holds up: judgements on its claims, claims of its
-- sources, and readings and merges of its entities. The first of them, each with the number of all.
WITH gone AS (
    SELECT DISTINCT p.about
    FROM batch g
    JOIN ledger l ON l.seq > g.first_seq AND l.seq <= g.last_seq
    JOIN payload p ON p.seq = l.seq
    WHERE g.id = $1 AND l.kind IN ('source', 'entity', 'claim')
      AND NOT EXISTS (
          SELECT 1 FROM payload o
          JOIN ledger ol ON ol.seq = o.seq
          JOIN batch b ON b.id = ol.batch
          WHERE o.about = p.about AND ol.kind = l.kind AND ol.batch <> $1 AND b.undone_by IS NULL)
), leaning AS (
    SELECT p.seq FROM gone g
    JOIN payload p ON p.about = g.about
    JOIN ledger l ON l.seq = p.seq AND l.kind = 'judgement'
    UNION
    SELECT c.entry FROM gone g JOIN claim c ON c.source = SUBSTR(g.about, 8)
    WHERE g.about LIKE 'source:%' AND c.to_seq = $2
    UNION
    SELECT c.entry FROM gone g
    JOIN reading r ON r.entity = SUBSTR(g.about, 8) AND r.to_seq = $2
    JOIN claim c ON c.id = r.claim AND c.to_seq = $2
    WHERE g.about LIKE 'entity:%'
    UNION
    SELECT s.entry FROM gone g JOIN same s ON SUBSTR(g.about, 8) IN (s.a, s.b) AND s.to_seq = $2
    WHERE g.about LIKE 'entity:%'
)
SELECT l.seq, l.batch, l.kind, p.about, COUNT(*) OVER ()
FROM leaning
JOIN ledger l ON l.seq = leaning.seq
JOIN payload p ON p.seq = l.seq
JOIN batch b ON b.id = l.batch
WHERE l.batch <> $1 AND b.undone_by IS NULL
ORDER BY l.seq LIMIT $3
