//! An organisation or a programme in a sentence: what it is, who began and runs it, whom it backs.

use std::collections::BTreeSet;

use comity_messages::say;
use comity_model::{EntityAttribute, LinkKind, Modality, Standing, Window};
use comity_snapshot::record::TieState;
use comity_snapshot::{AttributeStatement, EntityIx, Snapshot, wording};

use super::linked::{LinkedEnd, comes_from, leads_to, located, named};

/// "Philanthropy in New York, founded 2006. Funds or supports C40."; what is over is said as past.
pub(super) fn summary(snapshot: &Snapshot, body: EntityIx, window: Window) -> String {
    let stated = |attribute| stated_day(snapshot, body, attribute);
    let founded = stated(EntityAttribute::Founded);
    let dissolved = stated(EntityAttribute::Dissolved);
    let mut said = vec![say!(
        "body-is",
        what = wording::capitalised(&wording::what(snapshot.entity(body))),
        place = located(snapshot, body),
        founded = founded.map_or_else(String::new, |when| say!("body-founded", when = when)),
        dissolved = dissolved.map_or_else(String::new, |when| say!("body-dissolved", when = when))
    )];
    if let Some(when) = planned_end(snapshot, body) {
        said.push(say!("body-end-planned", when = when));
    }
    let founders = comes_from(snapshot, body, LinkKind::Founds, window);
    if !founders.is_empty() {
        said.push(say!("body-founders", names = of_state(snapshot, &founders, |_| true)));
    }
    let (backs, backed) = (
        leads_to(snapshot, body, LinkKind::Backs, window),
        comes_from(snapshot, body, LinkKind::Backs, window),
    );
    let (runs, run) = (
        leads_to(snapshot, body, LinkKind::Runs, window),
        comes_from(snapshot, body, LinkKind::Runs, window),
    );
    let now = |ends: &[LinkedEnd<'_>]| of_state(snapshot, ends, |state| state == TieState::OnRecord);
    let once = |ends: &[LinkedEnd<'_>]| of_state(snapshot, ends, |state| state != TieState::OnRecord);
    let parts = [
        (now(&run), Part::RunBy),
        (now(&runs), Part::Runs),
        (now(&backs), Part::Backs),
        (once(&backs), Part::Backed),
        (now(&backed), Part::BackedBy),
        (once(&backed), Part::OnceBackedBy),
    ];
    said.extend(parts.into_iter().filter(|(names, _)| !names.is_empty()).map(|(names, part)| part.of(names)));
    crate::report::sentences(said)
}

#[derive(Clone, Copy)]
enum Part {
    RunBy,
    Runs,
    Backs,
    /// Before, or on a day that no source reaches.
    Backed,
    BackedBy,
    OnceBackedBy,
}

impl Part {
    fn of(self, names: String) -> String {
        match self {
            Self::RunBy => say!("body-run-by", names = names),
            Self::Runs => say!("body-runs", names = names),
            Self::Backs => say!("body-backs", names = names),
            Self::Backed => say!("body-backed", names = names),
            Self::BackedBy => say!("body-backed-by", names = names),
            Self::OnceBackedBy => say!("body-once-backed-by", names = names),
        }
    }
}

fn of_state(snapshot: &Snapshot, ends: &[LinkedEnd<'_>], wanted: fn(TieState) -> bool) -> String {
    let nodes = ends.iter().filter(|end| wanted(end.state)).map(|end| end.node);
    named(snapshot, &nodes.collect::<Vec<_>>())
}

/// The one day that sources state; `None`: they differ, or none does.
fn stated_day(snapshot: &Snapshot, body: EntityIx, attribute: EntityAttribute) -> Option<String> {
    let days = snapshot.stated(body, attribute).filter_map(|(_, value)| value.parse().ok());
    let mut words: Vec<String> = days.map(|day| wording::date(&day)).collect();
    words.sort();
    words.dedup();
    if words.len() == 1 { words.pop() } else { None }
}

/// The days for which its end was planned, where nothing on file tells of an end.
fn planned_end(snapshot: &Snapshot, body: EntityIx) -> Option<String> {
    let said = snapshot.statements_about(body);
    let said = said.filter_map(|statement| AttributeStatement::asserted(snapshot, statement));
    let said: Vec<AttributeStatement<'_>> =
        said.filter(|(of, _)| *of == body).map(|(_, stated)| stated).collect();
    let has_successor = snapshot.incoming(body).any(|(link, _)| link.kind == LinkKind::Succeeds);
    if has_successor || said.iter().any(tells_of_an_end) {
        return None;
    }
    let planned = said.iter().filter(|stated| is_of_its_end(stated) && is_accepted(stated));
    let days: BTreeSet<String> =
        planned.filter_map(|stated| Some(wording::date(&stated.value.parse().ok()?))).collect();
    (!days.is_empty()).then(|| days.into_iter().collect::<Vec<_>>().join(&say!("between-or")))
}

fn is_of_its_end(stated: &AttributeStatement<'_>) -> bool {
    stated.attribute == EntityAttribute::Dissolved
}

fn is_accepted(stated: &AttributeStatement<'_>) -> bool {
    stated.statement.standing == Standing::Accepted
}

/// Whoever says so, and however sure that is.
fn tells_of_an_end(stated: &AttributeStatement<'_>) -> bool {
    let is_fate = matches!(stated.attribute, EntityAttribute::State | EntityAttribute::Fate);
    is_fate || is_of_its_end(stated) && stated.statement.claim.modality != Modality::Planned
}
