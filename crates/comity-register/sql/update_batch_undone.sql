UPDATE batch SET undone_by = $1 WHERE id = $2
