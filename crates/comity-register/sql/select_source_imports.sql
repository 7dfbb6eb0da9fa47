-- When each source was first taken in, as far as is known at a place in the ledger.
SELECT s.id, MIN(b.recorded_at)
FROM source s JOIN batch b ON s.entry BETWEEN b.first_seq AND b.last_seq
WHERE s.from_seq <= $1
GROUP BY s.id
