//! How something stands, and what was decided about a claim.

use comity_messages::{listed, message, say};
use comity_model::{Bounds, Day, Standing, Window};

use crate::fact::LastSeen;
use crate::record::{EndReason, TieRecord, TieState};
use crate::snapshot::Snapshot;

/// A state in two words, where no date stands beside it.
pub fn state(state: TieState) -> &'static str {
    let message = match state {
        TieState::OnRecord => message!("state-on-record"),
        TieState::Happened => message!("state-happened"),
        TieState::Suspended => message!("state-suspended"),
        TieState::Contested => message!("state-contested"),
        TieState::SourcesDisagree => message!("state-sources-disagree"),
        TieState::Expired => message!("state-expired"),
        TieState::PresumedEnded => message!("state-presumed-ended"),
        TieState::Ended => message!("state-ended"),
        TieState::NotYet => message!("state-not-yet"),
        TieState::Denied => message!("state-denied"),
        TieState::Planned => message!("state-planned"),
        TieState::OutcomeUnknown => message!("state-outcome-unknown"),
        TieState::NotPlaced => message!("state-not-placed"),
    };
    message.word()
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
        TieState::Ended => match record.ended_on(day).and_then(|end| bounds(end.bounds)) {
            Some(when) => say!("state-ended-when", when = when),
            None => state(TieState::Ended).to_owned(),
        },
        TieState::PresumedEnded => presumed_ended(record, day),
        TieState::Suspended => match record.suspended_since(day).and_then(bounds) {
            Some(when) => say!("state-suspended-when", when = when),
            None => state(TieState::Suspended).to_owned(),
        },
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
        let when = one.on.and_then(passed_when).unwrap_or_default();
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

/// " in 2010", " (by 2010)"; `None`: nobody says when.
fn passed_when(days: Bounds) -> Option<String> {
    let when = bounds(days)?;
    let is_of_one_year = days.earliest.year().is_some_and(|year| days.latest.year() == Some(year));
    Some(if is_of_one_year { say!("passed-when", when = when) } else { say!("passed-within", when = when) })
}

/// What speaks for its end, where nobody reports one.
fn presumed_ended(record: &TieRecord, day: Day) -> String {
    let Some(end) = record.ended_on(day) else { return state(TieState::PresumedEnded).to_owned() };
    match (end.reason, bounds(end.bounds)) {
        (EndReason::LeftOff, None) => say!("state-left-off"),
        (EndReason::LeftOff, Some(when)) => say!("state-left-off-when", when = when),
        (EndReason::PassedOn, None) => say!("state-passed-on"),
        (EndReason::PassedOn, Some(when)) => say!("state-passed-on-when", when = when),
        (EndReason::Dissolved, None) => say!("state-dissolved"),
        (EndReason::Dissolved, Some(when)) => say!("state-dissolved-when", when = when),
        (_, None) => state(TieState::PresumedEnded).to_owned(),
        (_, Some(when)) => say!("state-presumed-ended-when", when = when),
    }
}

/// How old the newest report is, as far as a reader should know.
fn on_record(record: &TieRecord, day: Day, seen: Option<&LastSeen>) -> String {
    let Some(last) = record.last_reported(day) else { return say!("state-listed-undated") };
    let age = (i64::from(day.0) - i64::from(last.0)) / 365;
    let year = last.year().map(|year| year.to_string()).unwrap_or_default();
    match age {
        ..2 => state(TieState::OnRecord).to_owned(),
        2..=10 => match seen.filter(|seen| seen.date.starts_with(&year)) {
            Some(seen) => say!("state-last-reported", when = seen.words.as_str()),
            None => say!("state-last-reported", when = say!("date-year", year = year)),
        },
        _ => say!("state-not-reported-since", year = year),
    }
}

/// Why no source reaches a day.
fn not_placed(record: &TieRecord, day: Day) -> String {
    let year = |day: Day| day.year().map(|year| year.to_string()).unwrap_or_default();
    match (record.last_reported(day), record.first_reported()) {
        (Some(last), _) => say!("state-last-reported-not-counted", year = year(last)),
        (None, Some(first)) => say!("state-first-reported", year = year(first)),
        (None, None) if record.is_only_doubted() => say!("state-doubted"),
        (None, None) => say!("state-undated"),
    }
}

/// "2022", "2021 to 2022", "by 2022"; `None`: nobody says when.
pub(super) fn bounds(days: Bounds) -> Option<String> {
    match (days.earliest.year(), days.latest.year()) {
        (Some(from), Some(to)) if from == to => Some(say!("date-year", year = from.to_string())),
        (Some(from), Some(to)) => Some(say!("bounds-between", from = from.to_string(), to = to.to_string())),
        (None, Some(to)) => Some(say!("bounds-by", to = to.to_string())),
        (Some(from), None) => Some(say!("bounds-from", from = from.to_string())),
        (None, None) => None,
    }
}

/// What has been decided about a claim.
pub fn standing(standing: Standing) -> &'static str {
    let message = match standing {
        Standing::Accepted => message!("standing-accepted"),
        Standing::Proposed => message!("standing-proposed"),
        Standing::Disputed => message!("standing-disputed"),
        Standing::Rejected => message!("standing-rejected"),
        Standing::Retracted => message!("standing-retracted"),
    };
    message.word()
}
