-- The last batch of a person that only decides, and that nobody took back.
SELECT b.id, b.title, b.who, b.recorded_at, b.first_seq, b.last_seq, b.entries, b.nature, b.undone_by
FROM batch b
WHERE b.who = $1 AND b.nature = 'records' AND b.undone_by IS NULL
  AND EXISTS (SELECT 1 FROM ledger l WHERE l.seq > b.first_seq AND l.seq <= b.last_seq AND l.kind = 'judgement')
  AND NOT EXISTS (SELECT 1 FROM ledger l WHERE l.seq > b.first_seq AND l.seq <= b.last_seq
                  AND l.kind IN ('source', 'claim', 'coverage'))
ORDER BY b.id DESC LIMIT 1
