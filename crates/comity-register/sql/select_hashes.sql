SELECT seq, hash FROM ledger ORDER BY seq
