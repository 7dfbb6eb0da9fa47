SELECT seq, hash, recorded_at, batch FROM ledger ORDER BY seq DESC LIMIT 1
