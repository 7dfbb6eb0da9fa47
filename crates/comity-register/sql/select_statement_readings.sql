SELECT r.claim, r.slot, r.entity FROM reading r
JOIN claim c ON c.id = r.claim AND c.from_seq <= $1 AND c.to_seq > $1
WHERE c.shape <> 'link' AND r.from_seq <= $1 AND r.to_seq > $1 /* of these: r.claim */
