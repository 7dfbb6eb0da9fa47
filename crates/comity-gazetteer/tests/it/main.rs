//! The gazetteer from the outside: built from files, opened over bytes, asked.

mod identity;
mod malformed;
mod official;
mod small;
