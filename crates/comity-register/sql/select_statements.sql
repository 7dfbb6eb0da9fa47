-- Claims that are no links and not turned down.
SELECT c.id, c.standing, p.seq, p.body FROM claim c JOIN payload p ON p.seq = c.entry
WHERE c.shape <> 'link' AND c.standing NOT IN ('rejected', 'retracted')
  AND c.from_seq <= $1 AND c.to_seq > $1 /* of these: c.id */
ORDER BY c.id
