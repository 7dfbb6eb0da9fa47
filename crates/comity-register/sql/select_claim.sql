SELECT id, entry, waiting FROM claim WHERE from_seq <= $1 AND to_seq > $1 AND id = $2
