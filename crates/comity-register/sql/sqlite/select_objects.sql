-- Every table, index, trigger and view, by kind and name, with its columns or its definition, and
-- with the statement that made it.
SELECT m.type || ' ' || m.name || CASE WHEN m.type IN ('index', 'trigger') THEN ' on ' || m.tbl_name ELSE '' END,
       CASE WHEN m.type = 'table' AND m.name = '_sqlx_migrations' THEN ''
            WHEN m.type = 'table' THEN (
                SELECT group_concat(c.name || ' ' || CASE c.type WHEN 'INTEGER' THEN 'bigint' ELSE lower(c.type) END, ',')
                FROM pragma_table_info(m.name) c)
            ELSE coalesce(m.sql, '') END,
       CASE m.name WHEN '_sqlx_migrations' THEN '' ELSE coalesce(m.sql, '') END
FROM sqlite_master m WHERE m.name NOT LIKE 'sqlite\_%' ESCAPE '\'
ORDER BY m.type, m.name
