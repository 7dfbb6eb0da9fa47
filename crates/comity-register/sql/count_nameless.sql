-- 1 where there are entities and nothing has a name: each bears one at least, its id.
SELECT count(*) FROM (SELECT 1 FROM entity LIMIT 1) AS any_entity WHERE NOT EXISTS (SELECT 1 FROM name)
