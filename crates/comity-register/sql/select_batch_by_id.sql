SELECT id, title, who, recorded_at, first_seq, last_seq, entries, nature, undone_by FROM batch WHERE id = $1
