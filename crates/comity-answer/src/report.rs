//! What every answer is made of: when, who, how many, who says so, what was looked at.

mod about;
mod chart;
mod claimed;
mod figure;
mod held;
mod looked;
pub(crate) mod member_list;
mod moment;
mod sheet;
mod state_cell;
mod table;
mod tally;
mod tie;
mod tie_table;
pub(crate) mod ties;
pub(crate) mod years;

pub use about::{About, Method};
pub use chart::{Bar, Chart, Curve, Dot, IntervalRow, MatrixCell, Picture, Span};
pub use claimed::Claimed;
pub use figure::Figure;
pub use held::ClaimedAndHeld;
pub use looked::{Looked, LookedAt, Waiting};
pub use moment::{At, Moment};
pub use sheet::{Measure, Sheet};
pub use table::{Cell, Column, Row, Table};
pub use tie::{RecordInShort, Tie, TieGroup};

pub(crate) use about::about;
pub(crate) use chart::in_years;
pub(crate) use claimed::claimed;
pub(crate) use figure::in_both;
pub(crate) use held::held;
pub(crate) use looked::{Look, looked};
pub(crate) use state_cell::{adoption_cell, fact_cell};
pub(crate) use tally::{Tally, as_number, share};
pub(crate) use tie_table::{push_ties, tie_table};
