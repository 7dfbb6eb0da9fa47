//! The ties of one entity as life lines: who led and who paid, which networks, an agreement by the word of each side.

use std::collections::BTreeSet;

use comity_messages::say;
use comity_model::{EntityKind, Link, LinkAttribute, LinkKind, Window};
use comity_snapshot::record::TieRecord;
use comity_snapshot::timeslice::membership_role;
use comity_snapshot::{EntityIx, Fact, Snapshot, facts, wording};

use super::linked::{LinkedEnd, comes_from, leads_to};
use crate::answer::{LifeGroup, LifeSort};
use crate::questions::who::seats::leaders;
use crate::report::{LifeLine, in_years};

/// Groups that have something to show; of a sort of thing that has none, none.
pub(super) fn lives(snapshot: &Snapshot, node: EntityIx, window: Window) -> Vec<LifeGroup> {
    let group = |sort, lines| LifeGroup { sort, lines, until: in_years(window.to).unwrap_or(f64::INFINITY) };
    match snapshot.entity(node).kind {
        EntityKind::Network => {
            let groups = [
                group(LifeSort::Leaders, leaders(snapshot, node, window)),
                group(LifeSort::Backers, backers(snapshot, node, window)),
            ];
            groups.into_iter().filter(|group| !group.lines.is_empty()).collect()
        }
        EntityKind::Polity => dated(group(LifeSort::Networks, networks(snapshot, node, window))),
        EntityKind::Agreement => dated(group(LifeSort::Sides, sides(snapshot, node, window))),
        _ => Vec::new(),
    }
}

/// Where nobody dates a line, the ties below say as much.
fn dated(group: LifeGroup) -> Vec<LifeGroup> {
    if group.lines.iter().any(|line| !line.spans.is_empty()) { vec![group] } else { Vec::new() }
}

fn backers(snapshot: &Snapshot, network: EntityIx, window: Window) -> Vec<LifeLine> {
    let backers = comes_from(snapshot, network, LinkKind::Backs, window);
    let lines =
        backers.iter().map(|end| line_of(snapshot, end, window).role(said(&end.fact, sort_of_backing)));
    in_order(lines.collect())
}

fn sort_of_backing(link: &Link) -> Option<&str> {
    Some(link.attributes.get(&LinkAttribute::Kind)?.as_str())
}

fn networks(snapshot: &Snapshot, member: EntityIx, window: Window) -> Vec<LifeLine> {
    let networks = leads_to(snapshot, member, LinkKind::Member, window);
    let lines = networks.iter().map(|end| line_of(snapshot, end, window).role(said(&end.fact, office)));
    in_order(lines.collect())
}

/// A role beyond plain membership.
fn office(link: &Link) -> Option<&str> {
    Some(membership_role(link)).filter(|role| *role != "member")
}

fn line_of(snapshot: &Snapshot, end: &LinkedEnd<'_>, window: Window) -> LifeLine {
    LifeLine::of(snapshot, snapshot.refer(end.node), &end.fact, &end.fact.record(snapshot), window)
}

/// The agreement by all that is known of it, then what each of its sides says itself, where it does.
fn sides(snapshot: &Snapshot, agreement: EntityIx, window: Window) -> Vec<LifeLine> {
    let record = snapshot.agreement_record(agreement);
    let signed = || snapshot.incoming_of(LinkKind::Party, agreement);
    let all = Fact { links: signed().map(|(link, _)| link).collect() };
    if all.links.is_empty() {
        return Vec::new();
    }
    let whole = LifeLine::of(snapshot, snapshot.refer(agreement), &all, &record, window);
    let whole = whole.role(say!("life-by-all"));
    let parties = facts(signed().map(|(link, party)| (party, link))).into_iter();
    let own = parties.filter_map(|(party, fact)| own_word(snapshot, party, &fact, &record, window));
    [whole].into_iter().chain(own).collect()
}

/// By the statements about it that are the side's own; `None`: none is on file.
fn own_word(
    snapshot: &Snapshot,
    party: EntityIx,
    fact: &Fact<'_>,
    record: &TieRecord,
    window: Window,
) -> Option<LifeLine> {
    let own = record.own_word(party)?;
    let claims: BTreeSet<_> = own.claims().collect();
    let links: Vec<&Link> = fact.links.iter().copied().filter(|link| claims.contains(&link.claim)).collect();
    (!links.is_empty()).then(|| {
        let line = LifeLine::of(snapshot, snapshot.refer(party), &Fact { links }, &own, window);
        line.role(say!("life-own-word"))
    })
}

/// What its sources call it, each word once: "money, staff".
fn said(fact: &Fact<'_>, word: impl Fn(&Link) -> Option<&str>) -> String {
    let words: BTreeSet<String> =
        fact.asserted().filter_map(|link| word(link).map(wording::spoken)).collect();
    words.into_iter().collect::<Vec<_>>().join(", ")
}

/// By their first day; what nobody dates last, by name.
fn in_order(mut lines: Vec<LifeLine>) -> Vec<LifeLine> {
    lines.sort_by(|a, b| a.first_year().total_cmp(&b.first_year()).then_with(|| a.who.name.cmp(&b.who.name)));
    lines
}
