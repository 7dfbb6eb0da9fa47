//! How the force of an act stands, in words of its own.

use comity_messages::say;
use comity_model::{Day, EntityAttribute, Window};

use crate::adoption::Adoption;
use crate::record::{TieRecord, TieState};
use crate::snapshot::Snapshot;

/// "in force", "in force when last reported, 1987", "repealed 1993", "adopted 1985 (an opinion, done on its day)".
pub fn act_standing(snapshot: &Snapshot, adoption: &Adoption<'_>, window: Window) -> String {
    let record = adoption.record(snapshot);
    match record.on(window).state {
        TieState::OnRecord => in_force(&record, window),
        TieState::Happened => say!("act-opinion", when = adoption.adopted_words()),
        TieState::Ended => ended(snapshot, adoption, &record, window),
        TieState::Expired => say!("act-lapsed"),
        TieState::NotPlaced if snapshot.is_over_with_policy(adoption.act, window.to) => {
            say!("act-over-with-policy")
        }
        TieState::NotPlaced => match last_year(&record, window) {
            Some(year) => say!("act-not-reported", year = year),
            None => super::tie_standing(snapshot, &record, window, None),
        },
        _ => super::tie_standing(snapshot, &record, window, adoption.fact.last_seen(snapshot).as_ref()),
    }
}

fn last_year(record: &TieRecord, window: Window) -> Option<String> {
    record.last_reported(window.to)?.year().map(|year| year.to_string())
}

/// A report of the same year, or of the year before, needs no date beside it.
fn in_force(record: &TieRecord, window: Window) -> String {
    let last = record.last_reported(window.to).and_then(Day::year);
    match (last, window.to.year()) {
        (Some(last), Some(now)) if now - last > 1 => say!("act-in-force-reported", year = last.to_string()),
        _ => say!("act-in-force"),
    }
}

/// With what became of it as a source says: repealed, struck down.
fn ended(snapshot: &Snapshot, adoption: &Adoption<'_>, record: &TieRecord, window: Window) -> String {
    let mut fates = snapshot.stated(adoption.act, EntityAttribute::Fate).map(|(_, fate)| fate);
    let fate = fates.find(|fate| super::plain(fate) != "in force");
    let fate = fate.map_or_else(|| super::state(TieState::Ended).to_owned(), super::spoken);
    let end = record.ended_on(window.to).and_then(|end| super::state::bounds(end.bounds));
    match end {
        Some(when) => say!("act-ended", fate = fate, when = when),
        None => fate,
    }
}
