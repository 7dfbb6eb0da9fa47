SELECT COUNT(*) FROM batch WHERE nature = 'erasure'
