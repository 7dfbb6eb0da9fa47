-- Decisions about pairs of entities, in the order in which they were taken.
SELECT a, b, sameness FROM same WHERE from_seq <= $1 AND to_seq > $1 ORDER BY entry
