//! An office abroad in a sentence: whose it is, where, since when, and what became of it.

use comity_messages::say;
use comity_model::{LinkKind, Window};
use comity_snapshot::record::TieState;
use comity_snapshot::{EntityIx, Snapshot, wording};

use super::linked::{LinkedEnd, comes_from, located};
use crate::report::in_calendar_years as years;

/// "Office of California in Tokyo, opened 1987; reported closed 2003."; `None`: no source says who kept it.
pub(super) fn summary(snapshot: &Snapshot, office: EntityIx, window: Window) -> Option<String> {
    let kept = comes_from(snapshot, office, LinkKind::Keeps, window);
    let said: Vec<String> = kept.iter().map(|keeper| of_keeper(snapshot, office, keeper, window)).collect();
    (!said.is_empty()).then(|| crate::report::sentences(said))
}

fn of_keeper(snapshot: &Snapshot, office: EntityIx, keeper: &LinkedEnd<'_>, window: Window) -> String {
    let record = keeper.fact.record(snapshot);
    let began = record.began().filter(|began| began.is_stated).and_then(|began| years(began.bounds));
    let closed = record.ended_on(window.to).and_then(|end| years(end.bounds));
    let state = match (keeper.state, closed) {
        (TieState::Ended, Some(when)) => say!("office-closed-in", when = when),
        (TieState::Ended, None) => say!("office-closed"),
        _ => wording::tie_standing(snapshot, &record, window, keeper.fact.last_seen(snapshot).as_ref()),
    };
    say!(
        "office-kept",
        keeper = snapshot.name(keeper.node),
        place = located(snapshot, office),
        opened = began.map_or_else(String::new, |when| say!("office-opened", when = when)),
        state = state
    )
}
