-- The ends of every link that these claims ever made.
SELECT DISTINCT ends FROM link WHERE claim IN ({keys}) ORDER BY ends
