//! One statement says what another denies.

use std::collections::BTreeSet;

use comity_messages::say;
use comity_model::{Certainty, Link, LinkKind, Period, Polarity, Shape, Standing, Statement, Window};

use super::claim_subject::LinkSubject;
use super::extent::Extent;
use super::{Conflict, ConflictKind, ConflictSide, Topic};
use crate::fact::{Fact, opposes};
use crate::scope::ResolvedScope;
use crate::snapshot::{EntityIx, EntityRef, Snapshot};
use crate::statement_time::time_of;
use crate::wording;

/// Links that one claim asserts and another denies for the same time, or has end before the other saw it.
pub(super) fn between_links(extent: &Extent<'_>) -> Vec<Conflict> {
    let doubtful = |link: &Link| link.polarity == Polarity::Denied || link.valid.says_ended();
    let doubted: BTreeSet<LinkSubject> = extent
        .links()
        .filter(|(link, _, _)| doubtful(link))
        .map(|(link, subject, object)| LinkSubject::of(link, subject, object))
        .collect();
    doubted.into_iter().filter_map(|doubted| of_fact(extent.snapshot, doubted)).collect()
}

fn of_fact(snapshot: &Snapshot, doubted: LinkSubject) -> Option<Conflict> {
    let LinkSubject { kind, subject, object } = doubted;
    let mut links: Vec<&Link> = match kind {
        LinkKind::Party => snapshot.incoming_of(kind, object).map(|(link, _)| link).collect(),
        _ => snapshot.between(kind, [subject, object]).collect(),
    };
    links.sort_by_key(|link| link.claim);
    links.dedup_by_key(|link| link.claim);
    let fact = Fact { links };
    let accepted: Vec<&Link> =
        fact.links.iter().copied().filter(|link| link.standing == Standing::Accepted).collect();
    let clash = |yes: &Link, no: &Link| yes.polarity == Polarity::Asserted && speaks_against(no, yes);
    let against: Vec<&Link> =
        accepted.iter().copied().filter(|no| accepted.iter().any(|yes| clash(yes, no))).collect();
    let whose: Vec<&Link> =
        accepted.iter().copied().filter(|yes| against.iter().any(|no| clash(yes, no))).collect();
    let telling = *whose.first()?;
    let mut entities = vec![snapshot.refer(subject), snapshot.refer(object)];
    entities.extend(snapshot.parties(object).into_iter().map(|party| snapshot.refer(party)));
    once(&mut entities);
    let what = title(snapshot, telling, subject, object);
    let denied = against.iter().any(|no| no.polarity == Polarity::Denied);
    Some(Conflict {
        kind: ConflictKind::Contradiction,
        topic: if denied { Topic::Existence } else { Topic::Date },
        what,
        certainty: Certainty::Certain,
        entities,
        sides: vec![
            side(snapshot, &say!("side-is-so"), &whose),
            side(snapshot, &say!("side-is-not"), &against),
        ],
        parameter: String::new(),
    })
}

/// "Lyon – Leipzig: sister city", "Lyon is a member of C40".
pub(super) fn title(snapshot: &Snapshot, telling: &Link, subject: EntityIx, object: EntityIx) -> String {
    if telling.kind == LinkKind::Party {
        format!("{}: {}", snapshot.name(object), wording::agreement(&telling.called))
    } else {
        format!(
            "{} {} {}",
            snapshot.name(subject),
            wording::link_phrase(telling, true),
            snapshot.name(object)
        )
    }
}

fn speaks_against(no: &Link, yes: &Link) -> bool {
    match no.polarity {
        Polarity::Denied => overlap(&yes.valid, &no.valid) == Certainty::Certain,
        Polarity::Asserted => {
            let seen_later = yes.valid.end().earliest > no.valid.end().latest;
            no.valid.says_ended() && seen_later && opposes(no, yes)
        }
    }
}

fn side(snapshot: &Snapshot, says: &str, links: &[&Link]) -> ConflictSide {
    ConflictSide::new(says.to_owned(), links.iter().map(|link| snapshot.evidence_of(link)).collect())
}

/// Links that go against an accepted statement that there are none, or none but some.
pub(super) fn with_absences(extent: &Extent<'_>, big: Option<u64>) -> Vec<Conflict> {
    let all = extent.snapshot.statements().iter();
    let accepted = all.filter(|statement| statement.standing == Standing::Accepted);
    accepted.filter_map(|statement| of_absence(extent, statement, big)).collect()
}

fn of_absence(extent: &Extent<'_>, statement: &Statement, big: Option<u64>) -> Option<Conflict> {
    let Shape::Absence { scope } = &statement.claim.shape else { return None };
    let snapshot = extent.snapshot;
    let time = time_of(snapshot, statement);
    // All that the scope takes in is looked at only where something of it is about what is asked for.
    if !extent.has_in(scope, |link| is_against(link, &time)) {
        return None;
    }
    let tested = ResolvedScope::new(snapshot, scope, big)?;
    let (mut entities, mut evidence, mut certainty): (Vec<EntityRef>, _, _) =
        (Vec::new(), Vec::new(), Certainty::No);
    for ((subject, object), fact) in tested.facts() {
        let against = accepted_in(&fact, &time);
        let Some(surest) = against.iter().map(|(_, certainty)| *certainty).max() else { continue };
        certainty = certainty.max(surest);
        entities.extend([snapshot.refer(subject), snapshot.refer(object)]);
        evidence.extend(against.iter().map(|(link, _)| snapshot.evidence_of(link)));
    }
    if evidence.is_empty() {
        return None;
    }
    once(&mut entities);
    let names: Vec<&str> = entities.iter().map(|entity| entity.name.as_str()).collect();
    let held = ConflictSide::new(say!("side-on-file", names = names.join(", ")), evidence);
    Some(Conflict {
        kind: ConflictKind::Contradiction,
        topic: Topic::Existence,
        what: wording::statement(&statement.claim),
        certainty,
        sides: vec![
            ConflictSide::new(say!("side-none"), vec![snapshot.evidence_of_statement(statement)]),
            held,
        ],
        entities,
        parameter: parameter(scope, big),
    })
}

/// The days for which a count surely holds; where it is as of a month or year, all of that.
fn counted_in(time: &Period) -> Option<Window> {
    const YEAR: i64 = 366;
    let (from, to) = (time.start().latest, time.end().earliest);
    if from <= to {
        return Some(Window { from, to });
    }
    let (first, last) = (time.start().earliest, time.end().latest);
    (i64::from(last.0) - i64::from(first.0) <= YEAR).then_some(Window { from: first, to: last })
}

fn accepted_in<'w>(fact: &Fact<'w>, time: &Period) -> Vec<(&'w Link, Certainty)> {
    let against = fact.links.iter().copied().filter(|link| is_against(link, time));
    against.map(|link| (link, overlap(&link.valid, time))).collect()
}

fn is_against(link: &Link, time: &Period) -> bool {
    link.polarity == Polarity::Asserted
        && link.standing == Standing::Accepted
        && overlap(&link.valid, time) > Certainty::No
}

fn parameter(scope: &comity_model::Scope, big: Option<u64>) -> String {
    let from = scope.subject.population_from.or(scope.object.population_from);
    from.map(|from| format!("big: from {} inhabitants", big.unwrap_or(from))).unwrap_or_default()
}

/// More on file than an accepted count allows.
pub(super) fn with_counts(extent: &Extent<'_>, big: Option<u64>) -> Vec<Conflict> {
    let accepted = extent.statements().filter(|statement| statement.standing == Standing::Accepted);
    let about_it = accepted.filter(|statement| extent.is_mentioned_in(statement));
    about_it.filter_map(|statement| of_count(extent.snapshot, statement, big)).collect()
}

fn of_count(snapshot: &Snapshot, statement: &Statement, big: Option<u64>) -> Option<Conflict> {
    let Shape::Count { scope, quantity: Some(quantity), .. } = &statement.claim.shape else { return None };
    let high = u64::try_from(quantity.high?).ok()?;
    let slack = if quantity.approximate { high / 10 } else { 0 };
    let window = counted_in(&time_of(snapshot, statement))?;
    let tested = ResolvedScope::new(snapshot, scope, big)?;
    let facts = tested.facts();
    if facts.len() as u64 <= high + slack {
        return None;
    }
    let certain = tested.count_of(&facts, window).certain;
    if certain <= high + slack {
        return None;
    }
    let of_window = facts.into_iter().filter(|(_, fact)| fact.standing(snapshot, window).certain);
    let evidence = of_window
        .filter_map(|(_, fact)| fact.asserted().next().map(|link| snapshot.evidence_of(link)))
        .collect();
    Some(Conflict {
        kind: ConflictKind::Contradiction,
        topic: Topic::Count,
        what: wording::statement(&statement.claim),
        certainty: Certainty::Certain,
        entities: statement_entities(snapshot, statement),
        sides: vec![
            ConflictSide::new(wording::quantity(quantity), vec![snapshot.evidence_of_statement(statement)]),
            ConflictSide::new(say!("side-on-file", names = certain.to_string()), evidence),
        ],
        parameter: parameter(scope, big),
    })
}

/// The entities a statement names.
pub(super) fn statement_entities(snapshot: &Snapshot, statement: &Statement) -> Vec<EntityRef> {
    let mut found: Vec<EntityRef> =
        snapshot.mentioned_in(statement).into_iter().map(|node| snapshot.refer(node)).collect();
    once(&mut found);
    found
}

pub(super) fn once(entities: &mut Vec<EntityRef>) {
    entities.sort_by(|a, b| a.id.cmp(&b.id));
    entities.dedup_by(|a, b| a.id == b.id);
}

/// Whether `inside` surely holds on some day on which `of` surely does.
fn surely_overlap(inside: &Period, of: &Period) -> bool {
    let (from, to) = (of.start().latest, of.end().earliest);
    from <= to && inside.holds(Window { from, to }).some_day() == Certainty::Certain
}

/// Whether two periods have a day in common: surely, possibly or not.
fn overlap(a: &Period, b: &Period) -> Certainty {
    if surely_overlap(a, b) || surely_overlap(b, a) {
        Certainty::Certain
    } else if a.start().earliest <= b.end().latest && b.start().earliest <= a.end().latest {
        Certainty::Possible
    } else {
        Certainty::No
    }
}
