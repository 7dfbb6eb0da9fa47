-- Every table, index, trigger, view and whatever else can change or hide a row, by kind and name, with its columns or
-- its definition (PostgreSQL keeps no statements). Primary keys are part of their tables; what an extension brought is
-- nobody's, and a ledger of the first format is kept by `upgrade`.
SELECT CASE WHEN c.relkind IN ('r', 'p') THEN 'table ' ELSE 'view ' END || c.relname,
       CASE WHEN c.relkind IN ('r', 'p') AND c.relname <> '_sqlx_migrations' THEN (
            SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ',' ORDER BY a.attnum)
            FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
            ELSE '' END,
       ''
FROM pg_class c
WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND c.relname NOT LIKE '%\_format\_1'
  AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
UNION ALL
SELECT 'index ' || c.relname || ' on ' || t.relname,
       replace(pg_get_indexdef(c.oid), ' ON ' || current_schema() || '.', ' ON '),
       ''
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
WHERE c.relnamespace = current_schema()::regnamespace AND NOT i.indisprimary AND t.relname NOT LIKE '%\_format\_1'
  AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = t.oid AND d.deptype = 'e')
UNION ALL
SELECT 'trigger ' || g.tgname || ' on ' || t.relname, '', ''
FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid
WHERE t.relnamespace = current_schema()::regnamespace AND NOT g.tgisinternal
UNION ALL
SELECT 'rule ' || r.rulename || ' on ' || t.relname, '', ''
FROM pg_rewrite r JOIN pg_class t ON t.oid = r.ev_class
WHERE t.relnamespace = current_schema()::regnamespace AND r.rulename <> '_RETURN'
UNION ALL
SELECT 'policy ' || p.polname || ' on ' || t.relname, '', ''
FROM pg_policy p JOIN pg_class t ON t.oid = p.polrelid
WHERE t.relnamespace = current_schema()::regnamespace
ORDER BY 1
