-- 1 where the names bear the mark of names that are to be folded anew: no entity is called nothing.
SELECT count(*) FROM name WHERE entity = ''
