//! A dated relation of the document: who else says so, and who does not.

use comity_messages::{message, say};
use comity_model::{Link, LinkAttribute, LinkKind, Modality, Polarity};
use comity_snapshot::{EntityIx, Snapshot, wording};

use super::Verdict;
use super::weighed::{Document, Finding, Weighed};

pub(super) fn of_link(document: &Document<'_>, link: &Link, subject: EntityIx, object: EntityIx) -> Weighed {
    let snapshot = document.snapshot;
    let found = document.in_conflict(link.claim).unwrap_or_else(|| beside(document, link, object));
    Weighed {
        label: link.label.to_string(),
        locator: link.locator.to_string(),
        says: says(snapshot, link, subject, object),
        verdict: found.verdict,
        why: found.why,
        would_change: found.would_change,
        own: snapshot.evidence_of(link),
        backing: found.backing,
        against: found.against,
    }
}

/// "Austin is on the board of Council (since 2018)".
pub(super) fn says(snapshot: &Snapshot, link: &Link, subject: EntityIx, object: EntityIx) -> String {
    let what = if link.kind == LinkKind::Party {
        format!("{}: {}", snapshot.name(object), wording::agreement(&link.called))
    } else {
        format!("{} {} {}", snapshot.name(subject), wording::link_phrase(link, true), snapshot.name(object))
    };
    let is_undated = link.valid.as_str().is_empty();
    let when = wording::period(&link.valid);
    let what = if is_undated { what } else { say!("checked-when", what = what, when = when) };
    if link.polarity == Polarity::Denied { say!("checked-denied", what = what) } else { what }
}

/// The same relation as others have it, for a time that may be the same.
fn beside(document: &Document<'_>, own: &Link, object: EntityIx) -> Finding {
    let snapshot = document.snapshot;
    let same = snapshot.incoming(object).map(|(link, _)| link).filter(|link| {
        link.kind == own.kind
            && link.polarity == own.polarity
            && (link.subject == own.subject || own.kind == LinkKind::Party)
            && link.part == own.part
            && document.corroborates(&own.root, link)
    });
    let timely = same.filter(|link| link.modality == Modality::Done && link.valid.may_meet(&own.valid));
    let (alike, unlike): (Vec<&Link>, Vec<&Link>) = timely.partition(|link| says_as_much(own, link));
    if alike.is_empty() && !unlike.is_empty() {
        let why = say!("checked-not-in-this-role");
        let backing = unlike.iter().map(|link| snapshot.evidence_of(link)).collect();
        let would_change = message!("change-not-in-this-role");
        return Finding { backing, ..Finding::new(Verdict::Alone, why).unless(would_change) };
    }
    Finding::backed(alike.iter().map(|link| snapshot.evidence_of(link)).collect())
}

/// Whether the other one says all that can be compared: attributes from a closed list, plain membership left out.
fn says_as_much(own: &Link, other: &Link) -> bool {
    let closed = own.kind.attributes().iter().filter(|(_, values)| !values.is_empty());
    let mut asked = closed.filter_map(|(attribute, _)| Some((attribute, own.attributes.get(attribute)?)));
    asked.all(|(attribute, value)| {
        let plain = *attribute == LinkAttribute::Role && value == "member";
        plain || other.attributes.get(attribute) == Some(value)
    })
}
