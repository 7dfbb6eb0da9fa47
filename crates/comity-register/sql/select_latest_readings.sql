-- What the ends of claims are read as, or were last, where one end of the claim was ever read as one of these.
SELECT r.claim, r.entity, r.to_seq
FROM reading r
WHERE r.claim IN (SELECT e.claim FROM reading e WHERE e.entity IN ({keys}))
  AND r.from_seq = (SELECT MAX(l.from_seq) FROM reading l WHERE l.claim = r.claim AND l.slot = r.slot)
ORDER BY r.claim, r.slot
