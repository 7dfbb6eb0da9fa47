//! What every answer is made of: when, who, how many, who says so, what was looked at.

mod about;
mod as_of;
mod chart;
mod claimed;
pub(crate) mod claimed_counts;
mod coverage_report;
mod few_dated;
mod figure;
mod held;
mod life_line;
pub(crate) mod member_list;
mod pair_sources;
mod register_in_short;
mod searched;
mod shared_report;
mod state_cell;
mod table;
mod tally;
mod tie;
mod tie_choices;
mod tie_group;
mod tie_table;
pub(crate) mod ties;
pub(crate) mod years;

pub use about::{About, Method};
pub use as_of::{AsOf, At};
pub use chart::{
    Bar, Chart, Curve, Dot, GrowthDot, IntervalRow, Mark, MatrixCell, Picture, Span, UndatedBar,
};
pub use claimed::Claimed;
pub(crate) use comity_messages::sentences;
pub use coverage_report::{CoverageReport, SearchedSource, Waiting};
pub use figure::Figure;
pub use held::ClaimedAndHeld;
pub use life_line::LifeLine;
pub use pair_sources::{PairSources, sources_by_pair};
pub use register_in_short::RegisterInShort;

pub use shared_report::{Indicator, Report};
pub use table::{Cell, Column, Row, Table};
pub use tie::{RecordInShort, Tie};
pub use tie_choices::{TIE_FILTER, TieChoices, TieFacet, TieFacetBy, TieFacetValue, TieFilter};
pub use tie_group::{StateCount, TieGroup};

pub(crate) use about::about;
pub(crate) use chart::in_years;
pub(crate) use claimed::claimed;
pub(crate) use coverage_report::{CoverageQuery, looked};
pub(crate) use few_dated::{DATED_ENOUGH, DatedCount};
pub(crate) use held::held;
pub(crate) use life_line::in_calendar_years;
pub(crate) use searched::LookedAt;
pub(crate) use state_cell::{adoption_cell, fact_cell, record_cell};
pub(crate) use table::{Head, MessageHead};
pub(crate) use tally::{Tally, as_number, share};
pub(crate) use tie_table::{push_ties, tie_table};
