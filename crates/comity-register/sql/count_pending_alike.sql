SELECT COUNT(*) FROM pending WHERE from_seq <= $1 AND to_seq > $1 AND alike = $2
