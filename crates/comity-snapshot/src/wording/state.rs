//! How something stands, and what was decided about a claim.

use comity_messages::{listed, say};
use comity_model::{Bounds, Day, Standing, Window};

use crate::fact::LastSeen;
use crate::record::{EndReason, TieRecord, TieState};
use crate::snapshot::Snapshot;

/// A state in two words, where no date stands beside it.
pub const fn state(state: TieState) -> &'static str {
    match state {
        TieState::OnRecord => "on record",
        TieState::Happened => "took place",
        TieState::Suspended => "suspended",
        TieState::Contested => "contested between its sides",
        TieState::SourcesDisagree => "sources disagree",
        TieState::Expired => "term over, renewal unknown",
        TieState::PresumedEnded => "presumed ended",
        TieState::Ended => "ended",
        TieState::NotYet => "not yet",
        TieState::Denied => "denied",
        TieState::Planned => "planned",
        TieState::OutcomeUnknown => "planned, outcome unknown",
        TieState::NotPlaced => "not placed in time",
    }
}

/// How a tie stands at the end of a window, with the date that says most: "ended 2022", "last reported 2019", "listed, no
/// date given".
pub fn tie_standing(
    snapshot: &Snapshot,
    record: &TieRecord,
    window: Window,
    seen: Option<&LastSeen>,
) -> String {
    let day = window.to;
    let standing = record.on(window);
    match standing.state {
        TieState::Contested => match sides(snapshot, record, day) {
            Some(sides) => say!("tie-contested", sides = sides),
            None => state(TieState::Contested).to_owned(),
        },
        TieState::OnRecord => on_record(record, day, seen),
        TieState::Ended => since("ended", record.ended_on(day).map(|end| end.bounds)),
        TieState::PresumedEnded => presumed_ended(record, day),
        TieState::Suspended => since("suspended", record.suspended_since(day)),
        TieState::NotPlaced => not_placed(record, day),
        other => state(other).to_owned(),
    }
}

/// "ended for Tampa, on record for Havana"; `None`: its sides have not left it differently.
pub fn sides(snapshot: &Snapshot, record: &TieRecord, day: Day) -> Option<String> {
    let sides = record.sides_on(day).into_iter();
    let sides = sides.map(|one| say!("tie-side", state = state(one.state), side = snapshot.name(one.side)));
    let sides: Vec<String> = sides.collect();
    (!sides.is_empty()).then(|| listed(sides))
}

/// "passed from Old Town to New Town in 2010, not named since"; `None`: every side is still what it was by the day.
pub fn passed_on(snapshot: &Snapshot, record: &TieRecord, day: Day) -> Option<String> {
    let passed = record.successions_by(day).map(|one| {
        let when = one.on.and_then(bounds).map(|when| format!(" in {when}")).unwrap_or_default();
        let (from, to) = (snapshot.name(one.from), snapshot.name(one.to));
        if one.is_rename {
            say!("tie-renamed", from = from, to = to, when = when)
        } else {
            say!("tie-passed", from = from, to = to, when = when)
        }
    });
    let passed: Vec<String> = passed.collect();
    if passed.is_empty() {
        return None;
    }
    let passed = listed(passed);
    Some(if record.is_not_reaffirmed_by(day) { say!("tie-not-reaffirmed", passed = passed) } else { passed })
}

fn since(words: &str, days: Option<Bounds>) -> String {
    days.and_then(bounds).map_or_else(|| words.to_owned(), |when| format!("{words} {when}"))
}

/// What speaks for its end, where nobody reports one.
fn presumed_ended(record: &TieRecord, day: Day) -> String {
    let Some(end) = record.ended_on(day) else { return state(TieState::PresumedEnded).to_owned() };
    let when = bounds(end.bounds).map(|when| format!(" {when}")).unwrap_or_default();
    match end.reason {
        EndReason::LeftOff => format!("no longer listed{when}"),
        EndReason::PassedOn => format!("presumably until{when}"),
        EndReason::Dissolved => format!("its network or party ended{when}"),
        _ => format!("presumed ended{when}"),
    }
}

/// How old the newest report is, as far as a reader should know.
fn on_record(record: &TieRecord, day: Day, seen: Option<&LastSeen>) -> String {
    let Some(last) = record.last_reported(day) else { return "listed, no date given".to_owned() };
    let age = (i64::from(day.0) - i64::from(last.0)) / 365;
    let year = last.year().map(|year| year.to_string()).unwrap_or_default();
    match age {
        ..2 => "on record".to_owned(),
        2..=10 => match seen.filter(|seen| seen.date.starts_with(&year)) {
            Some(seen) => format!("last reported {}", seen.words),
            None => format!("last reported {year}"),
        },
        _ => format!("not reported since {year}"),
    }
}

/// Why no source reaches a day.
fn not_placed(record: &TieRecord, day: Day) -> String {
    let year = |day: Day| day.year().map(|year| year.to_string()).unwrap_or_default();
    match (record.last_reported(day), record.first_reported()) {
        (Some(last), _) => format!("last reported {}, not counted", year(last)),
        (None, Some(first)) => format!("first reported {}", year(first)),
        (None, None) if record.is_only_doubted() => "said, and not taken as sure".to_owned(),
        (None, None) => "undated: may or may not have held then".to_owned(),
    }
}

/// "2022", "2021 to 2022", "by 2022"; `None`: nobody says when.
pub(super) fn bounds(days: Bounds) -> Option<String> {
    match (days.earliest.year(), days.latest.year()) {
        (Some(from), Some(to)) if from == to => Some(from.to_string()),
        (Some(from), Some(to)) => Some(format!("{from} to {to}")),
        (None, Some(to)) => Some(format!("by {to}")),
        (Some(from), None) => Some(format!("in {from} or later")),
        (None, None) => None,
    }
}

/// What has been decided about a claim.
pub const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Accepted => "accepted",
        Standing::Proposed => "proposed by machine",
        Standing::Disputed => "looks miscopied",
        Standing::Rejected => "excluded",
        Standing::Retracted => "withdrawn by its source",
    }
}
