SELECT 1 FROM information_schema.columns
WHERE table_schema = current_schema() AND table_name = 'ledger' AND column_name = 'who'
