-- How many take-downs there were, and how often everything derived was made anew.
SELECT (SELECT COUNT(*) FROM batch WHERE nature = 'erasure'), (SELECT COALESCE(MAX(number), 0) FROM rebuild)
