-- Every page anew, with room on disk instead of memory; then memory again.
PRAGMA temp_store = FILE;
VACUUM;
PRAGMA temp_store = MEMORY;
