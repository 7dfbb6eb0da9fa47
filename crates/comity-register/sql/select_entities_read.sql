-- What the mentions of these claims are read as.
SELECT DISTINCT entity FROM reading WHERE from_seq <= $1 AND to_seq > $1 AND claim IN ({keys})
