//! Plain words for dates, kinds, numbers and statements: the only words a reader sees, on pages, in text and in files.

mod act;
mod claim;
mod count;
mod date;
mod evidence;
mod kind;
mod mention;
mod place;
mod relation;
mod saying;
mod sentence;
mod state;
mod term;

pub use act::act_standing;
pub use claim::{claim, dates};
pub use comity_messages::{
    counted, counts_within, grouped, grouped_within, in_figures, many, number, stated,
};
pub use count::{bounded, quantity};
pub use date::{date, ended, period, since};
pub use evidence::evidence;
pub use kind::{agreement, attribute, brief, kinds, levels, list, slug, source_kind, what};
pub use mention::{mention, written};
pub use place::{own_language_name, place_name};
pub use relation::{link_phrase, verb};
pub use saying::{saying, statement, when};
pub use sentence::{capitalised, definite, sentence};
pub use state::{passed_on, sides, standing, state, tie_standing};
pub use term::{plain, spoken};
