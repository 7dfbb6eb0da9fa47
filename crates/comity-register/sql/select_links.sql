SELECT claim, source, standing, ends, terms FROM link
WHERE from_seq <= $1 AND to_seq > $1 /* of these: claim */ ORDER BY claim
