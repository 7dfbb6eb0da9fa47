//! Immutable graphs as arrays, and one indicator per file.
