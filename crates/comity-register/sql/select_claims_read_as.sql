-- Claims with a mention that was ever read as one of these entities.
SELECT DISTINCT claim FROM reading WHERE entity IN ({keys})
