//! Places and their names in every script, in one memory-mapped index.
