//! Answers and records to files, streaming and byte-stable.
