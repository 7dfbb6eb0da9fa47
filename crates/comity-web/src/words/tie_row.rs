//! The cells of a row of ties: its role, its beginning, its evidence, when it was listed or last reported, how it stands.

use std::collections::BTreeSet;

use comity_answer::{EvidenceGrade, Layer, Tie, TieState, wording};
use comity_messages::{message, say};
use comity_model::EntityKind;

use crate::address::link;

/// Boxes of the mark of evidence.
const BOXES: usize = 4;

/// Which of the four boxes are full; the words beside them say the same.
pub(crate) fn boxes(grade: &EvidenceGrade) -> [bool; BOXES] {
    std::array::from_fn(|place| place < grade.boxes())
}

/// Whether the rows are memberships, which lists name from year to year.
pub(crate) fn are_listed(rows: &[&Tie]) -> bool {
    rows.iter().all(|tie| tie.layer == Layer::Networks)
}

/// Whether all of them are agreements of one kind, which the sentence above them names.
pub(crate) fn are_of_one_kind(rows: &[&Tie]) -> bool {
    let is_agreement = |tie: &&Tie| tie.layer == Layer::Agreements && tie.via.is_some();
    rows.iter().all(|tie| is_agreement(tie) && tie.kind == rows[0].kind)
}

/// The address of the agreement that a tie rests on.
pub(crate) fn paper(tie: &Tie) -> String {
    tie.via.as_ref().map_or_else(String::new, |via| link(&format!("/entities/{}", via.id), &[]))
}

/// Whether all of them are simply on record, so that it need not be said of each.
pub(crate) fn are_on_record(rows: &[&Tie]) -> bool {
    rows.iter().all(|tie| tie_state(tie) == wording::state(TieState::OnRecord))
}

/// The head of the first column: what stands in it, by the layer or by what all of them are.
pub(crate) fn partner(rows: &[&Tie]) -> &'static str {
    let Some(first) = rows.first() else { return message!("answer-with").word() };
    let is_one_layer = rows.iter().all(|tie| tie.layer == first.layer);
    let is_one_kind = rows.iter().all(|tie| tie.other.kind == first.other.kind);
    let message = match (first.layer, first.other.kind) {
        _ if !is_one_layer => message!("answer-with"),
        (Layer::Agreements, _) => message!("answer-partner"),
        (Layer::Networks, _) => message!("head-name"),
        (_, EntityKind::Event) if is_one_kind => message!("answer-event"),
        (_, EntityKind::Office) if is_one_kind => message!("answer-office"),
        (_, EntityKind::Act) if is_one_kind => message!("answer-act"),
        (_, EntityKind::Programme) if is_one_kind => message!("answer-programme"),
        _ => message!("answer-with"),
    };
    message.word()
}

/// The head of the column of roles; of kinds, where ties are no memberships.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "a template gives references")]
pub(crate) fn role_head(is_listed: &bool) -> &'static str {
    if *is_listed { message!("answer-role").word() } else { message!("answer-kind").word() }
}

/// The head of the column that says when a tie was listed or last reported.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "a template gives references")]
pub(crate) fn seen_head(is_listed: &bool) -> &'static str {
    if *is_listed { message!("answer-listed").word() } else { message!("answer-last-reported").word() }
}

/// The role in a network: "member", "chair"; of another tie, what it is.
pub(crate) fn role(tie: &Tie) -> &str {
    let kind = tie.kind.as_str();
    if tie.layer != Layer::Networks {
        return kind;
    }
    let role = kind.split_once('(').and_then(|(_, role)| role.strip_suffix(')'));
    let is_plain = kind == message!("relation-member").word() || kind == "has as member";
    role.unwrap_or(if is_plain { message!("term-member").word() } else { kind })
}

/// "1981", as the column is headed "Since"; "unknown".
pub(crate) fn beginning(tie: &Tie) -> &str {
    if tie.since == message!("date-unknown").word() {
        return message!("answer-unknown").word();
    }
    let open = say!("period-since", start = "");
    tie.since.strip_prefix(open.as_str()).unwrap_or(&tie.since)
}

/// The years for which its sources list it: "2010, 2019 and 2022", of many "6 years, 2007–2025"; "no date".
pub(crate) fn listed(tie: &Tie) -> String {
    let years = tie.evidence.iter().filter_map(|one| one.observed.get(..4));
    let years: BTreeSet<&str> =
        years.filter(|year| year.bytes().all(|digit| digit.is_ascii_digit())).collect();
    let years: Vec<&str> = years.into_iter().collect();
    match *years.as_slice() {
        [] => say!("answer-no-date"),
        [one] => one.to_owned(),
        [first, .., last] if years.len() > 3 => {
            say!("answer-years", n = years.len(), first = first, last = last)
        }
        _ => comity_messages::listed(years.iter().map(ToString::to_string)),
    }
}

/// The newest day that a dated source speaks for.
pub(crate) fn last_reported(tie: &Tie) -> &str {
    tie.last_seen.as_ref().map_or_else(|| message!("answer-no-date").word(), |seen| seen.words.as_str())
}

/// The same, for sorting.
pub(crate) fn last_day(tie: &Tie) -> &str {
    tie.last_seen.as_ref().map_or("", |seen| seen.date.as_str())
}

/// How it stands and to whom it passed; its age has a column of its own.
pub(crate) fn tie_state(tie: &Tie) -> String {
    let state = match tie.record.standing.state {
        state @ (TieState::OnRecord | TieState::NotPlaced) => wording::state(state),
        _ => &tie.state_words,
    };
    let passed = (!tie.passed_on.is_empty()).then_some(tie.passed_on.as_str());
    [Some(state), passed].into_iter().flatten().collect::<Vec<_>>().join("; ")
}
