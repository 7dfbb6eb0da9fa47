SELECT 1 FROM pragma_table_info('ledger') WHERE name = 'who'
