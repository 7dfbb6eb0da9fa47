//! An act in a sentence: whose it is, when it was adopted, what it stands against, and whether it is in force.

use std::collections::BTreeSet;

use comity_messages::say;
use comity_model::{LinkAttribute, LinkKind, Period, Window};
use comity_snapshot::record::TieState;
use comity_snapshot::{Adoption, EntityIx, Fact, Snapshot, wording};

use super::linked::{LinkedEnd, comes_from, leads_to, named};

/// "Resolution of opinion by Rochester's council, adopted 3 May 1985, against US policy in Central America; an opinion, done on
/// its day."; `None`: no source says who adopted it.
pub(super) fn summary(snapshot: &Snapshot, act: EntityIx, window: Window) -> Option<String> {
    let adopted = comes_from(snapshot, act, LinkKind::Adopts, window).into_iter().next()?;
    let concerns = leads_to(snapshot, act, LinkKind::Concerns, window);
    let (against, about): (Vec<_>, Vec<_>) = concerns.iter().partition(|end| is_against(end));
    let nodes = |ends: &[&LinkedEnd<'_>]| ends.iter().map(|end| end.node).collect::<Vec<_>>();
    let (against, about) = (named(snapshot, &nodes(&against)), named(snapshot, &nodes(&about)));
    let when = adopted_on(&adopted.fact);
    let by = adopted_by(snapshot, &adopted);
    let adoption = Adoption { by: adopted.node, act, fact: adopted.fact };
    let when = when.unwrap_or_else(|| adoption.adopted_words());
    let is_opinion = adoption.standing(snapshot, window).state == TieState::Happened;
    let standing = wording::act_standing(snapshot, &adoption, window);
    let state = if is_opinion { say!("act-only-opinion") } else { standing };
    Some(say!(
        "act-sentence",
        what = wording::capitalised(&wording::what(snapshot.entity(act))),
        by = by,
        adopted = say!("act-adopted", when = when),
        against = if against.is_empty() { String::new() } else { say!("act-against", what = against) },
        about = if about.is_empty() { String::new() } else { say!("act-about", what = about) },
        state = state
    ))
}

fn is_against(end: &LinkedEnd<'_>) -> bool {
    end.fact
        .asserted()
        .any(|link| link.attributes.get(&LinkAttribute::Stance).is_some_and(|stance| stance == "against"))
}

/// "Rochester's city council".
fn adopted_by(snapshot: &Snapshot, adopted: &LinkedEnd<'_>) -> String {
    let name = snapshot.name(adopted.node);
    let organ = adopted.fact.asserted().find_map(|link| link.attributes.get(&LinkAttribute::Organ));
    match organ {
        Some(organ) => say!("act-organ", by = name, organ = wording::spoken(organ)),
        None => name,
    }
}

/// A day as it stands, the start of a span.
fn day(valid: &Period) -> Option<String> {
    let text = valid.as_str();
    let is_plain = !text.is_empty() && !text.contains('/');
    if is_plain { Some(wording::period(valid)) } else { wording::since(valid) }
}

/// As precise as the sources that date it agree; `None`: they differ, or none does.
fn adopted_on(fact: &Fact<'_>) -> Option<String> {
    let stated: BTreeSet<String> = fact.asserted().filter_map(|link| day(&link.valid)).collect();
    let mut stated = stated.into_iter();
    stated.next().filter(|_| stated.next().is_none())
}
