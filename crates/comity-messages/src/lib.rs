//! Messages to people, by id and arguments, from Fluent files.
#![doc = include_str!("../README.md")]

mod article;
mod bundle;
mod language;
mod message;
mod number;
mod parts;
mod place;

pub use bundle::say;
pub use fluent_bundle::FluentValue;
pub use language::Language;
pub use message::Message;
pub use number::{
    counted, counts_within, grouped, grouped_within, in_figures, many, number, rounded, stated,
};
pub use parts::{listed, range, sentences};
pub use place::FiledPlace;
