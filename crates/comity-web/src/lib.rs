//! The pages and the API: one file per noun, page and JSON from the same value.
