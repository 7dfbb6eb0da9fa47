-- Which migrations were run, in order.
SELECT version, description FROM _sqlx_migrations ORDER BY version
