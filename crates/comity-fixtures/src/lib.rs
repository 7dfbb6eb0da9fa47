//! Small worlds and builders for tests.
