SELECT id, title, who, recorded_at, first_seq, last_seq, nature, undone_by FROM batch WHERE id = $1
