SELECT slot, entity FROM reading WHERE claim = $1 AND to_seq = $2
