//! What belongs to pages alone: classes, addresses, fields of forms; all other words are [`comity_answer::wording`].

mod choice;
mod date;
mod kind;
mod looked;
mod record;
mod tie;
mod tie_row;
mod written;

pub(crate) use choice::{CHOICES, choose, choose_all, choose_more, more_hidden, show_rows};
pub(crate) use comity_answer::wording::{
    capitalised, claim, counted, date, dates, evidence, grouped_within, kinds, mention, number, sentence,
    source_kind, state, what, written,
};
pub(crate) use date::{as_of, edtf, known, moment};
pub(crate) use kind::{entry_kind, field, is_name, layer, mark, standing};
pub(crate) use looked::looks;
pub(crate) use record::record;
pub(crate) use tie::{MOST_IDS, claims, marked, of_ties, own_name, proofs};
pub(crate) use tie_row::{
    are_listed, are_of_one_kind, are_on_record, beginning, boxes, last_day, last_reported, listed, paper,
    partner, role, role_head, seen_head, tie_state,
};
pub(crate) use written::{is_in_the_sources_words, written_as};

/// Rows that a long table shows before a reader asks for the rest.
pub(crate) const SHOWN: usize = 20;
/// A table of so many rows is shown whole.
pub(crate) const LONG: usize = 25;

/// The classes of what stands around a table of so many rows.
pub(crate) fn cut(rows: usize) -> &'static str {
    if rows > LONG { "rows cut" } else { "rows" }
}

/// `gn5128581` for a page's small print; a hash is shown by its first letters.
pub(crate) fn short(hash: &str) -> &str {
    hash.get(..8).unwrap_or(hash)
}
