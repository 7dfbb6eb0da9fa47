-- One more than all there are, and than $1.
INSERT INTO rebuild (number)
SELECT CASE WHEN MAX(number) > $1 THEN MAX(number) + 1 ELSE $1 + 1 END FROM rebuild
