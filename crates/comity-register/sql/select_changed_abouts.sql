-- What the entries after $1 up to $2 speak of, and those of batches that a batch after $3 up to $4 took back; at most $5.
-- The join is crossed so that SQLite begins with the batches, which are few.
SELECT p.about FROM payload p WHERE p.seq > $1 AND p.seq <= $2
UNION
SELECT p.about FROM batch b CROSS JOIN payload p
WHERE b.undone_by > $3 AND b.undone_by <= $4 AND p.seq > b.first_seq AND p.seq <= b.last_seq
LIMIT $5
