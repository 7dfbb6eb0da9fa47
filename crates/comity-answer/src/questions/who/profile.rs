//! Who an entity is, whom it is tied to, since when, and who says so.

use std::collections::BTreeMap;

use comity_model::{EntityAttribute, EntityId, EntityKind, Shape, Standing, Statement};
use comity_snapshot::conflict::Conflict;
use comity_snapshot::{AttributeStatement, Evidence, Layer, Node, World, words};

use crate::answer::{Answer, AttributeRow, Profile, StatedValue};
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, need};
use crate::questions::who::timeline::rows_of;
use crate::report::ties::{agreement_ties, direct_ties};
use crate::report::{At, Look, TieGroup, about, claimed, looked};

pub(crate) const QUESTION: Question = Question {
    id: "profile",
    title: "Who is this, and who is it tied to?",
    group: Group::WhoAndWhen,
    help: "Names, ties by kind, rival statements and the history of one entity",
    arguments: &[need("entity", Range::Entity, "a city, network, agreement, person, …"), AT, LIMIT],
    example: &[("entity", "new-york-city"), ("at", "1990")],
    answer: |world, arguments| profile(world, &ProfileArgs::read(arguments)?).map(Answer::Profile),
};

/// Whose profile, on which day.
#[derive(Debug, Clone)]
pub struct ProfileArgs {
    pub entity: EntityId,
    pub at: At,
    /// Rows a table.
    pub limit: usize,
}

impl ProfileArgs {
    pub(crate) fn read(arguments: &Arguments<'_>) -> Result<Self, AskError> {
        Ok(Self { entity: arguments.entity("entity")?, at: arguments.at(), limit: arguments.limit() })
    }
}

pub fn profile(world: &CachedSnapshot, args: &ProfileArgs) -> Result<Profile, AskError> {
    let node = world.must(&args.entity)?;
    let (entity, territory) = (world.at(node), world.territory(node));
    let ties = groups(world, node, args);
    let layers: &[Layer] = if entity.kind == EntityKind::Polity {
        &[Layer::Agreements, Layer::Networks, Layer::Events, Layer::Offices, Layer::Acts]
    } else {
        &[]
    };
    let looked = looked(world, &Look { layers, sides: &[&territory] });
    let refer = world.refer(node);
    let mut history = rows_of(world, node);
    let history_left_out = history.len().saturating_sub(args.limit) as u64;
    history.truncate(args.limit);
    Ok(Profile {
        about: about(world, refer.full(), &args.at, looked),
        tells_apart: entity.about.to_string(),
        names: entity.names.clone(),
        within: world.ancestors(node).into_iter().map(|above| world.refer(above)).collect(),
        point: entity.point,
        population: entity.population,
        wikidata: entity.wikidata.as_deref().unwrap_or_default().to_owned(),
        figures: ties.iter().map(|group| group.figure.clone()).collect(),
        attributes: attributes(world, node),
        claimed: shown(world, node).filter_map(|statement| claimed(world, statement)).collect(),
        ties,
        conflicts: conflicts(world, node),
        opinions: opinions(world, node),
        history,
        history_left_out,
        entity: refer,
    })
}

fn groups(world: &World, node: Node, args: &ProfileArgs) -> Vec<TieGroup> {
    let mut by_layer: BTreeMap<Layer, Vec<_>> = BTreeMap::new();
    by_layer.insert(Layer::Agreements, agreement_ties(world, node, &args.at));
    for tie in direct_ties(world, node, &args.at, |_| true) {
        by_layer.entry(tie.layer).or_default().push(tie);
    }
    if world.at(node).kind == EntityKind::Agreement {
        by_layer.insert(Layer::Agreements, parties(world, node, args));
    }
    let group = |(layer, rows): (Layer, Vec<_>)| TieGroup::new(layer, layer.title(), rows).cut(args.limit);
    by_layer.into_iter().filter(|(_, rows)| !rows.is_empty()).map(group).collect()
}

/// An agreement's own rows are its parties.
fn parties(world: &World, agreement: Node, args: &ProfileArgs) -> Vec<crate::report::Tie> {
    let signed = world.into(agreement).filter(|(link, _)| link.kind == comity_model::LinkKind::Party);
    let facts = comity_snapshot::facts(signed.map(|(link, party)| (party, link)));
    let row = |(party, fact): (Node, comity_snapshot::Fact<'_>)| {
        let kind = (comity_model::LinkKind::Party, false);
        crate::report::ties::direct_tie(world, (agreement, party), &fact, kind, &args.at)
    };
    facts.into_iter().map(row).collect()
}

fn attributes(world: &World, node: Node) -> Vec<AttributeRow> {
    let mut rows: BTreeMap<EntityAttribute, Vec<StatedValue>> = BTreeMap::new();
    let stated = shown(world, node).filter_map(|statement| AttributeStatement::asserted(world, statement));
    for (_, stated) in stated.filter(|(of, _)| *of == node) {
        let AttributeStatement { statement, attribute, value, unit } = stated;
        let (when, proof) = (words::when(&statement.claim), world.prove_statement(statement));
        let values = rows.entry(attribute).or_default();
        match values.iter_mut().find(|row| row.value == value && row.unit == unit && row.when == when) {
            Some(row) => row.evidence.push(proof),
            None => values.push(StatedValue {
                value: value.to_owned(),
                unit: unit.to_owned(),
                when,
                evidence: vec![proof],
            }),
        }
    }
    let row = |(attribute, values)| AttributeRow { attribute, label: words::attribute(attribute), values };
    rows.into_iter().map(row).collect()
}

/// What is doubted stands beside its rivals, with its standing; what a machine proposed, or a person set aside, is on
/// the pages of its claim and its source alone.
fn shown(world: &World, node: Node) -> impl Iterator<Item = &Statement> {
    let is_shown =
        |statement: &&Statement| matches!(statement.standing, Standing::Accepted | Standing::Disputed);
    world.statements_about(node).filter(is_shown)
}

fn opinions(world: &World, node: Node) -> Vec<Evidence> {
    let opinions =
        shown(world, node).filter(|statement| matches!(statement.claim.shape, Shape::Opinion { .. }));
    opinions.map(|statement| world.prove_statement(statement)).collect()
}

/// Those about one entity.
fn conflicts(world: &CachedSnapshot, node: Node) -> Vec<Conflict> {
    let id = &world.at(node).id;
    world.conflicts().iter().filter(|each| each.is_about(id)).cloned().collect()
}
