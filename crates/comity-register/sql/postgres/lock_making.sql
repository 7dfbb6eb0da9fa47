-- Until this session ends.
SELECT pg_advisory_lock($1)
