//! The officer's page.

use std::collections::BTreeSet;

use comity_snapshot::{EntityRef, State};

use super::page::{Page, one_line};
use crate::answer::{NetworksShared, Peers, PleaseCheck, SharedSide, With};
use crate::report::{TieGroup, grouped};

pub(super) fn write(page: &mut Page, with: &With) {
    rolled_up(page, &with.ties, &with.subject);
    if !with.ended.rows.is_empty() {
        page.heading(&format!("{}: {}", with.ended.title, grouped(&with.ended.total)));
        rows(page, &with.ended, &with.subject);
    }
    please_check(page, &with.please_check);
    networks(page, &with.networks);
    events(page, with);
    for group in [&with.offices, &with.acts, &with.others] {
        if !group.rows.is_empty() {
            rolled_up(page, group, &with.subject);
        }
    }
    page.claimed(&with.claimed);
    peers(page, &with.peers, &with.object);
}

fn rolled_up(page: &mut Page, group: &TieGroup, subject: &EntityRef) {
    page.heading(&format!("{}: {}", group.title, group.figure));
    rows(page, group, subject);
}

/// The near end is named where it is not the subject itself.
fn rows(page: &mut Page, group: &TieGroup, subject: &EntityRef) {
    for tie in &group.rows {
        let near = if tie.near.id == subject.id { String::new() } else { format!("{} – ", tie.near.name) };
        page.line(
            1,
            &format!("{near}{}  ·  {}  ·  {}  ·  {}", tie.other.name, tie.kind, tie.since, tie.state_words),
        );
        page.proof(3, &tie.evidence);
        tie.rivals.iter().for_each(|rival| page.line(3, &format!("otherwise {}", one_line(rival))));
    }
    page.left_out(group.left_out);
}

fn please_check(page: &mut Page, rows: &[PleaseCheck]) {
    if rows.is_empty() {
        return;
    }
    page.heading(&format!(
        "Please check: {} that may belong here, counted nowhere",
        comity_snapshot::words::many(rows.len() as u64, "statement")
    ));
    for row in rows {
        let others: Vec<String> = row.others.iter().map(EntityRef::full).collect();
        page.line(1, &format!("written as \"{}\" – {}", row.written_as, others.join(", ")));
        let may_be: Vec<String> = row.may_be.iter().map(EntityRef::full).collect();
        if !may_be.is_empty() {
            page.line(3, &format!("may be {}", may_be.join(" or ")));
        }
        page.line(3, &format!("{} ({}), {}", row.source.title, row.source.date, row.locator));
        if !row.why.is_empty() {
            page.line(3, &row.why);
        }
    }
}

fn networks(page: &mut Page, networks: &NetworksShared) {
    let looked = format!("{} of {} looked at", networks.looked_at, networks.networks);
    if !networks.memberships.rows.is_empty() {
        page.heading(&format!("Members: {}", networks.memberships.figure));
        for tie in &networks.memberships.rows {
            page.line(
                1,
                &format!("{}  ·  {}  ·  {}  ·  {}", tie.near.full(), tie.kind, tie.since, tie.state_words),
            );
            page.proof(3, &tie.evidence);
        }
        return;
    }
    let more = networks.possible - networks.certain;
    let possible = if more > 0 { format!(", {more} more possible") } else { String::new() };
    page.heading(&format!("Networks both sides are in: {} found{possible} ({looked})", networks.certain));
    for row in &networks.met {
        let sure = state_in_words(row.state);
        page.line(1, &format!("{}: {}; {}  ·  {sure}", row.network.name, row.near, row.far));
    }
}

/// How a thing that both sides are in stands.
fn state_in_words(state: State) -> &'static str {
    match state {
        State::Confirmed => "confirmed",
        State::Disputed => "disputed",
        _ => "may still hold",
    }
}

/// One line for each pair of participants.
fn events(page: &mut Page, with: &With) {
    if with.events.is_empty() {
        return;
    }
    page.heading(&format!("Events both sides attended: {}", grouped(&with.events_total)));
    for row in &with.events {
        let side = |side: &SharedSide| format!("{} ({}, {})", side.who.name, side.since, side.state_words);
        page.line(1, &format!("{}: {}; {}", row.thing.name, side(&row.a), side(&row.b)));
    }
    page.left_out(with.events_left_out);
}

fn peers(page: &mut Page, peers: &Peers, object: &EntityRef) {
    let Some(of) = &peers.of else { return };
    let pairs = peers.ties.iter().map(|tie| format!("{}–{}", tie.near.name, tie.other.name));
    let names: Vec<String> = pairs.collect::<BTreeSet<_>>().into_iter().collect();
    let pairs = grouped(&peers.pairs);
    page.heading(&format!("Others in {} with ties to {}: {pairs}", of.name, object.name));
    if !names.is_empty() {
        page.line(1, &names.join(" · "));
    }
    page.left_out(peers.left_out);
}
