//! Who an entity is, whom it is tied to, since when, and who says so.

mod act;
mod agreement;
mod body;
mod event;
mod linked;
mod lives;
mod office;
mod person;
mod summary;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use comity_messages::{message, say};
use comity_model::{Day, EntityAttribute, EntityId, EntityKind, Shape, Standing, Statement};
use comity_snapshot::{AttributeStatement, EntityIx, Evidence, Layer, Snapshot, time_of, wording};

use super::declarations::{Signed, signed};
use super::members::{Named, countries, growth, size};
use super::rolled_up::rolled_up;
use super::rules::rules_over;
use super::timeline::rows_of;
use crate::answer::{Answer, AttributeRow, Profile, StatedValue};
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, need};
use crate::report::ties::{direct_ties, member_ties};
use crate::report::{
    At, Claimed, CoverageQuery, TIE_FILTER, Tie, TieFilter, TieGroup, about, claimed, looked,
};

pub(crate) const QUESTION: Question = Question {
    id: "profile",
    title: message!("question-profile"),
    group: Group::WhoAndWhen,
    help: message!("help-profile"),
    arguments: &[
        need("entity", Range::Entity, "a city, network, agreement, person, …"),
        AT,
        TIE_FILTER[0],
        TIE_FILTER[1],
        TIE_FILTER[2],
        TIE_FILTER[3],
        LIMIT,
    ],
    example: &[("entity", "new-york-city"), ("at", "1990")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    profile(snapshot, &ProfileArgs::read(arguments)?).map(Answer::Profile)
}

/// Whose profile, on which day.
#[derive(Debug, Clone)]
pub struct ProfileArgs {
    pub entity: EntityId,
    pub at: At,
    /// Rows a table.
    pub limit: usize,
    /// Only these of its partners or members.
    pub only: TieFilter,
}

impl ProfileArgs {
    pub(crate) fn read(arguments: &Arguments<'_>) -> Result<Self, AskError> {
        let (entity, only) = (arguments.entity("entity")?, TieFilter::read(arguments));
        Ok(Self { entity, at: arguments.at(), limit: arguments.limit(), only })
    }
}

pub fn profile(snapshot: &CachedSnapshot, args: &ProfileArgs) -> Result<Profile, AskError> {
    let node = snapshot.require(&args.entity)?;
    let (entity, territory) = (snapshot.entity(node), snapshot.territory(node));
    let signed = signed(snapshot, node, &args.at);
    let (co_signatures, co_signers) = (signed.co_signatures, signed.co_signers);
    let agreements = summary::spread(snapshot, node, &signed.pairs);
    let partners = summary::partners(&signed.pairs);
    let ties = groups(snapshot, node, signed, args);
    let is_polity = entity.kind == EntityKind::Polity;
    let layers: &[Layer] = if is_polity {
        &[Layer::Agreements, Layer::Networks, Layer::Events, Layer::Offices, Layer::Acts]
    } else {
        &[]
    };
    let looked = looked(snapshot, &CoverageQuery { layers, sides: &[&territory] });
    let refer = snapshot.refer(node);
    let mut history = rows_of(snapshot, node);
    let history_left_out = history.len().saturating_sub(args.limit) as u64;
    history.truncate(args.limit);
    let is_pact = entity.kind == EntityKind::Agreement;
    let is_event = entity.kind == EntityKind::Event;
    let is_network = entity.kind == EntityKind::Network;
    let members = if is_network { member_ties(snapshot, node, &args.at, None) } else { Vec::new() };
    let possible: Vec<&Tie> = members.iter().filter(|tie| tie.record.standing.possible).collect();
    let mut profile = Profile {
        summary: String::new(),
        agreements,
        agreement: is_pact.then(|| agreement::in_short(snapshot, node, args.at.window.to)),
        event: is_event.then(|| event::in_short(snapshot, node, args.at.window)),
        about: about(QUESTION.id, snapshot, refer.full(), &args.at, looked),
        tells_apart: entity.about.to_string(),
        growth: if is_network { growth(snapshot, node, &args.at) } else { None },
        lives: lives::lives(snapshot, node, args.at.window),
        countries: countries(snapshot, &possible),
        names: entity.names.clone(),
        within: snapshot.ancestors(node).into_iter().map(|above| snapshot.refer(above)).collect(),
        point: entity.point,
        population: entity.population,
        wikidata: entity.wikidata.as_deref().unwrap_or_default().to_owned(),
        figures: ties.iter().map(|group| group.figure.clone()).collect(),
        attributes: attributes(snapshot, node),
        claimed: claims_of_number(snapshot, node),
        ties,
        partners,
        co_signatures,
        co_signers,
        rolled_up: rolled_up(snapshot, node, &args.at, args.limit),
        rules: is_polity.then(|| rules_over(snapshot, node, &args.at)),
        conflicts: snapshot.conflicts_about(node),
        opinions: opinions(snapshot, node),
        history,
        history_left_out,
        entity: refer,
    };
    let words = if is_network {
        Some(network_in_words(snapshot, node, args, members))
    } else {
        in_words(snapshot, node, args, &profile)
    };
    profile.summary = words.unwrap_or_else(|| summary::summary(&profile));
    Ok(profile)
}

/// Of each kind its own sentence; `None`: a place, or nothing of what the sentence would say is on file.
fn in_words(snapshot: &Snapshot, node: EntityIx, args: &ProfileArgs, profile: &Profile) -> Option<String> {
    let window = args.at.window;
    match snapshot.entity(node).kind {
        EntityKind::Polity | EntityKind::Network => None,
        EntityKind::Agreement => {
            profile.agreement.as_ref().map(|short| agreement::summary(snapshot, node, window.to, short))
        }
        EntityKind::Event => {
            profile.event.as_ref().map(|short| event::summary(snapshot, node, window, short))
        }
        EntityKind::Person => person::summary(snapshot, node, window),
        EntityKind::Office => office::summary(snapshot, node, window),
        EntityKind::Act => act::summary(snapshot, node, window),
        EntityKind::Organisation | EntityKind::Programme => Some(body::summary(snapshot, node, window)),
    }
}

/// Members by what sources count and by name.
fn network_in_words(snapshot: &Snapshot, node: EntityIx, args: &ProfileArgs, members: Vec<Tie>) -> String {
    let members = TieGroup::new(Layer::Networks, Layer::Networks.title(), members);
    let named = Named::of(members.figure.count.presumed, &members.by_state);
    size(snapshot, node, &args.at, named)
}

/// By layer; declarations follow the agreements.
fn groups(snapshot: &Snapshot, node: EntityIx, signed: Signed, args: &ProfileArgs) -> Vec<TieGroup> {
    let mut by_layer: BTreeMap<Layer, Vec<_>> = BTreeMap::new();
    by_layer.insert(Layer::Agreements, signed.pairs);
    for tie in direct_ties(snapshot, node, &args.at, |_| true) {
        by_layer.entry(tie.layer).or_default().push(tie);
    }
    if snapshot.entity(node).kind == EntityKind::Agreement {
        by_layer.insert(Layer::Agreements, parties(snapshot, node, args));
    }
    let agreements = by_layer.remove(&Layer::Agreements).unwrap_or_default();
    let kind = snapshot.entity(node).kind;
    let others = by_layer.into_iter().map(|(layer, rows)| {
        let title = title(kind, layer, &rows);
        let group = TieGroup::new(layer, &title, rows);
        match (kind, layer) {
            (EntityKind::Network, Layer::Networks) => group.chosen(snapshot, &args.only),
            _ => group,
        }
    });
    let pacts = title(kind, Layer::Agreements, &agreements);
    let agreements = TieGroup::new(Layer::Agreements, &pacts, agreements).chosen(snapshot, &args.only);
    let groups = [agreements, signed.declarations].into_iter().chain(others);
    let is_shown = |group: &TieGroup| !group.rows.is_empty() || group.choices.is_some();
    groups.filter(is_shown).map(|group| group.cut(args.limit)).collect()
}

/// A network's own rows are its members, an agreement's its parties, an event's who was there.
fn title(kind: EntityKind, layer: Layer, rows: &[Tie]) -> String {
    let is_seat = |tie: &Tie| tie.kind == say!("relation-seat");
    let is_event = |tie: &Tie| tie.other.kind == EntityKind::Event;
    match (kind, layer) {
        (EntityKind::Network, Layer::Networks) => say!("members-file"),
        (EntityKind::Agreement, Layer::Agreements) => say!("profile-parties"),
        (EntityKind::Event, Layer::Events) => say!("profile-participants"),
        (EntityKind::Act, Layer::Acts) => say!("profile-act"),
        (EntityKind::Office, Layer::Offices) => say!("profile-office"),
        (_, Layer::Events) if rows.iter().any(is_event) => say!("profile-events"),
        (_, Layer::Events) => say!("profile-represented"),
        (_, Layer::Places) if rows.iter().all(is_seat) => say!("profile-seat"),
        _ => layer.title().to_owned(),
    }
}

/// An agreement's own rows are its parties.
fn parties(snapshot: &Snapshot, agreement: EntityIx, args: &ProfileArgs) -> Vec<crate::report::Tie> {
    let signed = snapshot.incoming(agreement).filter(|(link, _)| link.kind == comity_model::LinkKind::Party);
    let facts = comity_snapshot::facts(signed.map(|(link, party)| (party, link)));
    let kind = (comity_model::LinkKind::Party, false);
    let ties = facts.into_iter().map(|(party, fact)| {
        crate::report::ties::direct_tie(snapshot, (agreement, party), &fact, kind, &args.at)
    });
    ties.collect()
}

/// The values of each, the newest first and those without a time last.
fn attributes(snapshot: &Snapshot, node: EntityIx) -> Vec<AttributeRow> {
    let mut rows: BTreeMap<EntityAttribute, Vec<StatedValue>> = BTreeMap::new();
    let stated =
        shown(snapshot, node).filter_map(|statement| AttributeStatement::asserted(snapshot, statement));
    let mut stated: Vec<AttributeStatement<'_>> =
        stated.filter(|(of, _)| *of == node).map(|(_, stated)| stated).collect();
    stated.sort_by_key(|stated| Reverse(stated_on(snapshot, stated.statement)));
    for stated in stated {
        let AttributeStatement { statement, attribute, value, unit } = stated;
        let (when, evidence) = (wording::when(&statement.claim), snapshot.evidence_of_statement(statement));
        // Who dates a founding says the same, whenever it was said to hold.
        let is_day = matches!(attribute, EntityAttribute::Founded | EntityAttribute::Dissolved);
        let values = rows.entry(attribute).or_default();
        let timed = |row: &StatedValue| is_day || row.when == when;
        let mut same = values.iter_mut().filter(|row| row.value == value && row.unit == unit);
        match same.find(|row| timed(row)) {
            Some(row) => row.evidence.push(evidence),
            None => values.push(StatedValue {
                value: value.to_owned(),
                unit: unit.to_owned(),
                when,
                evidence: vec![evidence],
            }),
        }
    }
    let row = |(attribute, values)| AttributeRow { attribute, label: wording::attribute(attribute), values };
    rows.into_iter().map(row).collect()
}

/// The last day on which what a statement tells may have begun; `None`: it states no time.
fn stated_on(snapshot: &Snapshot, statement: &Statement) -> Option<Day> {
    let time = time_of(snapshot, statement);
    Some(time.start().latest).filter(|day| !time.as_str().is_empty() && *day != Day::FUTURE)
}

/// What is doubted stands beside its rivals, with its standing; what a machine proposed, or a person set aside, is on
/// the pages of its claim and its source alone.
fn shown(snapshot: &Snapshot, node: EntityIx) -> impl Iterator<Item = &Statement> {
    let statements = snapshot.statements_about(node);
    statements.filter(|statement| matches!(statement.standing, Standing::Accepted | Standing::Disputed))
}

/// The newest first.
fn claims_of_number(snapshot: &Snapshot, node: EntityIx) -> Vec<Claimed> {
    let mut rows: Vec<Claimed> =
        shown(snapshot, node).filter_map(|statement| claimed(snapshot, statement)).collect();
    rows.sort_by(|a, b| b.period.cmp(&a.period).then_with(|| a.wording.cmp(&b.wording)));
    rows
}

fn opinions(snapshot: &Snapshot, node: EntityIx) -> Vec<Evidence> {
    let opinions =
        shown(snapshot, node).filter(|statement| matches!(statement.claim.shape, Shape::Opinion { .. }));
    opinions.map(|statement| snapshot.evidence_of_statement(statement)).collect()
}
