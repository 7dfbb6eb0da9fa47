//! A count, an absence, an attribute or an opinion of the document, against what else is on file.

use comity_messages::{message, say};
use comity_model::{
    Completeness, Counting, Coverage, EntityAttribute, Mention, Period, Quantity, Scope, Shape, Statement,
    Window,
};
use comity_snapshot::conflict::near_in_time;
use comity_snapshot::record::BoundedCount;
use comity_snapshot::{ClaimSubject, Evidence, ResolvedScope, Snapshot, same_scope, time_of, wording};

use super::Verdict;
use super::weighed::{Document, Finding, Weighed, primary_source};

/// How many facts on file a count shows.
const SHOWN: usize = 12;

pub(super) fn of_statement(document: &Document<'_>, statement: &Statement) -> Weighed {
    let snapshot = document.snapshot;
    let found = document.in_conflict(statement.id).unwrap_or_else(|| beside(document, statement));
    Weighed {
        label: statement.claim.label.to_string(),
        locator: statement.claim.locator.to_string(),
        says: wording::statement(&statement.claim),
        verdict: found.verdict,
        why: found.why,
        would_change: found.would_change,
        own: snapshot.evidence_of_statement(statement),
        backing: found.backing,
        against: found.against,
    }
}

fn beside(document: &Document<'_>, own: &Statement) -> Finding {
    match &own.claim.shape {
        Shape::Opinion { .. } => {
            Finding::new(Verdict::Untestable, say!("checked-opinion")).unless(message!("change-opinion"))
        }
        Shape::Count { scope, quantity: Some(quantity), .. } => count(document, own, scope, quantity),
        Shape::Count { .. } => {
            Finding::new(Verdict::Alone, say!("checked-compares")).unless(message!("change-compares"))
        }
        Shape::Absence { scope } => absence(document, own, scope),
        Shape::Attribute { attribute, value, .. } => self::attribute(document, own, *attribute, value),
        Shape::Link { .. } => Finding::backed(Vec::new()),
    }
}

/// Others who count the same, then what is on file from sources that do not have it from here.
fn count(document: &Document<'_>, own: &Statement, scope: &Scope, quantity: &Quantity) -> Finding {
    let snapshot = document.snapshot;
    let alike = document.others(own).filter(|other| {
        counts_alike(scope, quantity, &other.claim.shape) && near_in_time(snapshot, own, other)
    });
    let backing: Vec<Evidence> = alike.map(|other| snapshot.evidence_of_statement(other)).collect();
    let Some(tested) = ResolvedScope::new(snapshot, scope, None) else {
        if !backing.is_empty() {
            return Finding::backed(backing);
        }
        return Finding::new(Verdict::Alone, say!("checked-uncounted")).unless(message!("change-uncounted"));
    };
    let mut found = on_file(document, own, &tested, quantity);
    if !backing.is_empty() {
        found.why = say!("checked-counted-alike", why = found.why);
    }
    found.backing.extend(backing);
    found
}

/// Whether another statement counts the same, and its number leaves this one possible.
fn counts_alike(scope: &Scope, quantity: &Quantity, other: &Shape) -> bool {
    match other {
        Shape::Count { scope: theirs, quantity: Some(n), .. } => {
            same_scope(scope, theirs) && !n.disjoint(quantity) && n.unit == quantity.unit
        }
        _ => false,
    }
}

fn on_file(
    document: &Document<'_>,
    own: &Statement,
    tested: &ResolvedScope<'_>,
    quantity: &Quantity,
) -> Finding {
    let snapshot = document.snapshot;
    let time = time_of(snapshot, own);
    let window = Window { from: time.start().earliest, to: time.end().latest };
    let mut facts = tested.facts();
    facts.retain(|_, fact| fact.links.iter().any(|link| document.corroborates(primary_source(own), link)));
    let BoundedCount { presumed, possible, .. } = tested.count_of(&facts, window);
    let wanted = quantity.low.or(quantity.high).and_then(|n| u64::try_from(n).ok()).unwrap_or(0);
    let claimed = wording::quantity(quantity);
    let why = if tested.counting() == Counting::Hosts {
        say!("checked-on-record-by-country", n = presumed, claimed = claimed)
    } else {
        say!("checked-on-record", n = presumed, claimed = claimed)
    };
    let verdict = match wanted {
        wanted if presumed >= wanted => Verdict::Holds,
        wanted if possible >= wanted => Verdict::Open,
        _ => Verdict::Gap,
    };
    let held = facts.values().filter(|fact| fact.standing(snapshot, window).possible).take(SHOWN);
    let backing =
        held.filter_map(|fact| fact.asserted().next().map(|link| snapshot.evidence_of(link))).collect();
    Finding { backing, ..Finding::new(verdict, why) }
}

/// That there is none holds only where somebody looked through all of it; "not looked" is never "none".
fn absence(document: &Document<'_>, own: &Statement, scope: &Scope) -> Finding {
    let snapshot = document.snapshot;
    let alike = document.others(own).filter(
        |other| matches!(&other.claim.shape, Shape::Absence { scope: theirs } if same_scope(scope, theirs)),
    );
    let backing: Vec<Evidence> = alike.map(|other| snapshot.evidence_of_statement(other)).collect();
    if !backing.is_empty() {
        return Finding::backed(backing);
    }
    let time = time_of(snapshot, own);
    let looks = snapshot.coverage().iter().filter(|look| looked_through(document, look, scope, &time));
    let lists: Vec<String> = looks.map(|look| snapshot.refer_source(&look.source).title).collect();
    if lists.is_empty() {
        return Finding::new(Verdict::Alone, say!("checked-not-searched-whole"))
            .unless(message!("change-not-searched-whole"));
    }
    Finding::new(Verdict::Holds, say!("checked-none-found", lists = lists.join("; ")))
}

fn looked_through(document: &Document<'_>, look: &Coverage, scope: &Scope, time: &Period) -> bool {
    let snapshot = document.snapshot;
    let subject = scope.subject.entity.as_ref().or(scope.subject.within.as_ref());
    let object = scope.object.entity.as_ref().or(scope.object.within.as_ref());
    Some(look.link) == scope.link
        && look.completeness == Completeness::Complete
        && !look.period.as_str().is_empty()
        && covers(snapshot, look.subject.as_ref(), subject)
        && covers(snapshot, look.object.as_ref(), object)
        && look.period.start().earliest <= time.start().latest
        && look.period.end().latest >= time.end().earliest
        && document.is_not(&look.source)
}

/// Whether a search bound to `end`, or to nothing, was one for what is mentioned.
fn covers(snapshot: &Snapshot, end: Option<&comity_model::EntityId>, mention: Option<&Mention>) -> bool {
    let named = mention.and_then(|mention| snapshot.node(mention.id.as_ref()?));
    end.is_none_or(|id| snapshot.node(id) == named)
}

/// The same value as others give it; a description in words that nobody else gives cannot be tested.
fn attribute(document: &Document<'_>, own: &Statement, attribute: EntityAttribute, value: &str) -> Finding {
    let snapshot = document.snapshot;
    let subject = ClaimSubject::of(snapshot, own);
    let (mut backing, mut differing) = (Vec::new(), Vec::new());
    for other in document.others(own) {
        let Shape::Attribute { value: theirs, .. } = &other.claim.shape else { continue };
        if subject.is_none() || ClaimSubject::of(snapshot, other) != subject {
            continue;
        }
        let side = if agree(value, theirs) { &mut backing } else { &mut differing };
        side.push(snapshot.evidence_of_statement(other));
    }
    if !backing.is_empty() {
        return Finding::backed(backing);
    }
    if is_one_day(attribute) && !differing.is_empty() {
        let why = say!("checked-other-date");
        return Finding { against: differing, ..Finding::new(Verdict::Tension, why) };
    }
    if is_described(attribute) {
        return Finding::new(Verdict::Untestable, say!("checked-description"));
    }
    let is_alone = differing.is_empty();
    let why = if is_alone { say!("checked-nobody-says") } else { say!("checked-others-differ") };
    Finding { against: differing, ..Finding::new(Verdict::Alone, why) }
}

/// Alike as text, or dates that may be the same.
fn agree(a: &str, b: &str) -> bool {
    let number = |text: &str| text.parse::<u64>().ok().filter(|n| *n > 9999);
    match (number(a).zip(number(b)), dated(a).zip(dated(b))) {
        (Some((a, b)), _) => a == b,
        (None, Some((a, b))) => a.may_meet(&b),
        (None, None) => a.eq_ignore_ascii_case(b),
    }
}

fn dated(text: &str) -> Option<Period> {
    text.parse().ok().filter(|_| text.starts_with(|c: char| c.is_ascii_digit()))
}

fn is_one_day(attribute: EntityAttribute) -> bool {
    matches!(attribute, EntityAttribute::Founded | EntityAttribute::Dissolved | EntityAttribute::Date)
}

fn is_described(attribute: EntityAttribute) -> bool {
    matches!(attribute, EntityAttribute::Type | EntityAttribute::Purpose | EntityAttribute::Slogan)
}
