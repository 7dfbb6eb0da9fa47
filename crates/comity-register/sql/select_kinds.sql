SELECT id, kind FROM entity WHERE to_seq = $1 AND id IN ({keys})
