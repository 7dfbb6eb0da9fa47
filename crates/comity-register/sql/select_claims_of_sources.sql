-- Whatever these sources ever said.
SELECT DISTINCT id FROM claim WHERE source IN ({keys})
