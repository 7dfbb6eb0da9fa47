//! Structured files to claims and problems.
