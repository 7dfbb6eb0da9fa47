//! From a name as written to the places it may mean, with reasons.
