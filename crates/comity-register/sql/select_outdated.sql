-- A register whose queue was not derived yet: something waits, and nothing is pending.
SELECT 1 FROM (SELECT 1 FROM claim WHERE waiting = 1 LIMIT 1) w
WHERE NOT EXISTS (SELECT 1 FROM pending)
