//! Relations in plain words, read from either end.

use comity_messages::{Message, message, say};
use comity_model::{Link, LinkAttribute, LinkKind};

use super::{plain as plain_word, spoken, stated};

/// The relation read from its subject (`forward`) or from its object.
pub fn link_phrase(link: &Link, forward: bool) -> String {
    let said = |attribute| link.attributes.get(&attribute).map(|value| plain_word(value));
    let detail = match link.kind {
        LinkKind::Member | LinkKind::TakesPart => said(LinkAttribute::Role),
        LinkKind::Holds => said(LinkAttribute::Post),
        LinkKind::Backs => amount(link).or_else(|| said(LinkAttribute::Kind)),
        LinkKind::Concerns | LinkKind::Position => said(LinkAttribute::Stance),
        LinkKind::Coordinates | LinkKind::Succeeds | LinkKind::Within => said(LinkAttribute::Kind),
        _ => None,
    };
    let Some(detail) = detail else { return plain(link.kind, forward).text() };
    if let Some(known) = known(link.kind, &detail, forward) {
        return known.text();
    }
    match (link.kind, forward) {
        (LinkKind::Member, true) if detail == "member" => plain(link.kind, true).text(),
        (LinkKind::Member, true) if detail.starts_with(['a', 'o']) => {
            say!("relation-in-role-vowel", role = spoken(&detail))
        }
        (LinkKind::Member, true) => say!("relation-in-role", role = spoken(&detail)),
        (LinkKind::Holds, true) => say!("relation-post", post = spoken(&detail)),
        (LinkKind::Member | LinkKind::Holds, false) => spoken(&detail),
        (LinkKind::Within, _) => plain(link.kind, forward).text(),
        (kind, _) => {
            say!("relation-with-detail", phrase = plain(kind, forward).text(), detail = spoken(&detail))
        }
    }
}

/// "500,000 USD", where a source says how much.
fn amount(link: &Link) -> Option<String> {
    let said = |attribute| link.attributes.get(&attribute).map(|value| spoken(value));
    let currency = said(LinkAttribute::Currency).unwrap_or_default();
    Some(stated(&said(LinkAttribute::Amount)?, &currency))
}

/// What has a word of its own.
fn known(kind: LinkKind, detail: &str, forward: bool) -> Option<Message> {
    Some(match (kind, detail, forward) {
        (LinkKind::Within, "seat", true) => message!("relation-seat"),
        (LinkKind::Within, "seat", false) => message!("relation-seat-of"),
        (LinkKind::Member, "board", true) => message!("relation-board"),
        (LinkKind::Member, "presidency", true) => message!("relation-presidency"),
        (LinkKind::Member, "secretariat", true) => message!("relation-secretariat"),
        (LinkKind::Member, "committee chair", true) => message!("relation-committee-chair"),
        (LinkKind::Holds, "chair", false) => message!("relation-chaired-by"),
        (LinkKind::Holds, "co chair", false) => message!("relation-co-chaired-by"),
        (LinkKind::TakesPart, "host", true) => message!("relation-hosted"),
        (LinkKind::TakesPart, "host", false) => message!("relation-hosted-by"),
        (LinkKind::TakesPart, "organiser", true) => message!("relation-organised"),
        (LinkKind::TakesPart, "organiser", false) => message!("relation-organised-by"),
        (LinkKind::TakesPart, "leader", true) => message!("relation-led"),
        (LinkKind::TakesPart, "leader", false) => message!("relation-led-by"),
        (LinkKind::TakesPart, "speaker", true) => message!("relation-spoke-at"),
        (LinkKind::TakesPart, "speaker", false) => message!("relation-speaker"),
        (LinkKind::TakesPart, "signatory", true) => message!("relation-signed-at"),
        (LinkKind::TakesPart, "signatory", false) => message!("relation-signatory"),
        (LinkKind::TakesPart, "invited absent", true) => message!("relation-stayed-away"),
        (LinkKind::TakesPart, "invited absent", false) => message!("relation-invited"),
        (LinkKind::Coordinates, "advice", true) => message!("relation-advises"),
        (LinkKind::Coordinates, "advice", false) => message!("relation-advised-by"),
        (LinkKind::Backs, "delivery", true) => message!("relation-delivers"),
        (LinkKind::Backs, "delivery", false) => message!("relation-delivery-partner"),
        (LinkKind::Concerns, "against", true) => message!("relation-against"),
        (LinkKind::Concerns, "against", false) => message!("relation-opposed-by"),
        _ => return None,
    })
}

fn plain(kind: LinkKind, forward: bool) -> Message {
    match (kind, forward) {
        (LinkKind::Within, true) => message!("relation-within"),
        (LinkKind::Within, false) => message!("relation-within-of"),
        (LinkKind::Party, true) => message!("relation-party"),
        (LinkKind::Party, false) => message!("relation-party-of"),
        (LinkKind::Keeps, true) => message!("relation-keeps"),
        (LinkKind::Keeps, false) => message!("relation-keeps-of"),
        (LinkKind::Adopts, true) => message!("relation-adopts"),
        (LinkKind::Adopts, false) => message!("relation-adopts-of"),
        (LinkKind::Concerns, true) => message!("relation-concerns"),
        (LinkKind::Concerns, false) => message!("relation-concerns-of"),
        (LinkKind::Runs, true) => message!("relation-runs"),
        (LinkKind::Runs, false) => message!("relation-runs-of"),
        (LinkKind::Founds, true) => message!("relation-founds"),
        (LinkKind::Founds, false) => message!("relation-founds-of"),
        (LinkKind::Coordinates, true) => message!("relation-coordinates"),
        (LinkKind::Coordinates, false) => message!("relation-coordinates-of"),
        (LinkKind::Position, true) => message!("relation-position"),
        (LinkKind::Position, false) => message!("relation-position-of"),
        (LinkKind::Represents, true) => message!("relation-represents"),
        (LinkKind::Represents, false) => message!("relation-represents-of"),
        (LinkKind::Succeeds, true) => message!("relation-succeeds"),
        (LinkKind::Succeeds, false) => message!("relation-succeeds-of"),
        (LinkKind::Member, true) => message!("relation-member"),
        (LinkKind::Member, false) => message!("relation-member-of"),
        (LinkKind::Holds, true) => message!("relation-holds"),
        (LinkKind::Holds, false) => message!("relation-holds-of"),
        (LinkKind::TakesPart, true) => message!("relation-takes-part"),
        (LinkKind::TakesPart, false) => message!("relation-takes-part-of"),
        (LinkKind::Backs, true) => message!("relation-backs"),
        (LinkKind::Backs, false) => message!("relation-backs-of"),
    }
}

/// The verb between the two ends of a link, its subject first.
pub fn verb(kind: LinkKind) -> String {
    plain(kind, true).text()
}

#[cfg(test)]
mod tests {
    use comity_model::LinkAttribute as A;

    use super::*;

    fn check(kind: LinkKind, said: &[(LinkAttribute, &str)], forward: bool, expect: &str) {
        let attributes: comity_model::LinkAttributes =
            said.iter().map(|(attribute, value)| (*attribute, (*value).into())).collect();
        let detail = attributes.values().next().map(|value| spoken(value)).unwrap_or_default();
        let words = known(kind, &detail, forward).unwrap_or_else(|| plain(kind, forward));
        assert_eq!(words.text(), expect);
    }

    #[test]
    fn a_relation_is_said_as_in_an_office() {
        check(LinkKind::Holds, &[(A::Post, "chair")], false, "chaired by");
        check(LinkKind::Keeps, &[], false, "run by");
        check(LinkKind::Coordinates, &[(A::Kind, "advice")], false, "advised by");
        check(LinkKind::Backs, &[(A::Kind, "delivery")], false, "delivery partner");
        check(LinkKind::Within, &[(A::Kind, "seat")], true, "has its seat in");
        check(LinkKind::TakesPart, &[(A::Role, "invited-absent")], false, "invited, absent");
    }
}
