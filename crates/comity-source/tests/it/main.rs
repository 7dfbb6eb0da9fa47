//! Files in, claims and problems out.

#![expect(clippy::unwrap_used, reason = "a test may stop where it finds nothing")]

mod cases;
mod field_cases;
mod pages;
mod real_files;
mod rows_add_up;
mod sheets;
mod workbooks;
