//! Commands that have an answer on the register at hand.

use std::collections::BTreeMap;

use comity_model::{Day, EntityId, EntityKind, Level};
use comity_snapshot::{EntityIx, Snapshot};

use super::ask;
use crate::answer::{Answer, Body};
use crate::arguments::{Form, Range};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::Question;

/// Questions asked before it is given up: on a large register one may take a second.
const TRIES: usize = 24;
/// Bearers of names tried of each kind.
const OF_A_KIND: usize = 3;

type Given = BTreeMap<String, String>;

/// At most `most` whole commands, with names that are on file: the example of the question where it can be answered here, and
/// others of what has most ties. Fewer, or none, where nothing on file answers it.
pub fn working_examples(
    snapshot: &CachedSnapshot,
    today: Day,
    question: &Question,
    most: usize,
) -> Vec<String> {
    let named = named_most(snapshot);
    let shown = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    let example: Given = question.example.iter().map(shown).collect();
    let mut commands = Vec::new();
    let tried = std::iter::once(example.clone()).chain(variants(question, &example, &named)).take(TRIES);
    for given in tried {
        if commands.len() == most {
            break;
        }
        let is_answered =
            ask(snapshot, today, question.id, &given).is_ok_and(|answer| says_something(&answer));
        let command = command(question, &given);
        if is_answered && !commands.contains(&command) {
            commands.push(command);
        }
    }
    commands
}

/// The example with other names in the places of its own: first one is changed, then all.
fn variants(question: &Question, example: &Given, named: &[Vec<String>]) -> Vec<Given> {
    let told = question.example.iter().map(|(name, _)| *name);
    let places: Vec<&str> = told.filter(|name| is_entity(question, name)).collect();
    let mut variants = Vec::new();
    for place in &places {
        for name in named.iter().flatten() {
            variants.push(with(example, place, name));
        }
    }
    if let [first, second] = places[..] {
        let pairs = named.iter().flat_map(|one| named.iter().map(move |other| (one, other)));
        for (one, other) in pairs {
            if let ([a, ..], Some(b)) = (&one[..], other.last()) {
                variants.push(with(&with(example, first, a), second, b));
            }
        }
    }
    variants
}

fn is_entity(question: &Question, name: &str) -> bool {
    question.arguments.iter().any(|one| one.name == name && matches!(one.range, Range::Entity))
}

fn with(given: &Given, place: &str, name: &str) -> Given {
    let mut given = given.clone();
    given.insert(place.to_owned(), name.to_owned());
    given
}

/// Those of each kind with most links, as a command line names them.
fn named_most(snapshot: &Snapshot) -> Vec<Vec<String>> {
    let mut links: BTreeMap<&EntityId, usize> = BTreeMap::new();
    for link in snapshot.links() {
        *links.entry(&link.subject).or_default() += 1;
        *links.entry(&link.object).or_default() += 1;
    }
    let is_nation = |node: &EntityIx| snapshot.entity(*node).is(Level::Nation);
    let (nations, others) = snapshot.of_kind(EntityKind::Polity).partition(is_nation);
    let networks = snapshot.of_kind(EntityKind::Network).collect();
    let organisations = snapshot.of_kind(EntityKind::Organisation).collect();
    let acts = snapshot.of_kind(EntityKind::Act).collect();
    [networks, others, nations, organisations, acts].map(|nodes| first_of(snapshot, nodes, &links)).into()
}

fn first_of(
    snapshot: &Snapshot,
    mut nodes: Vec<EntityIx>,
    links: &BTreeMap<&EntityId, usize>,
) -> Vec<String> {
    let count = |node: &EntityIx| links.get(&snapshot.entity(*node).id).copied().unwrap_or(0);
    nodes.sort_by_key(|node| (std::cmp::Reverse(count(node)), *node));
    nodes.into_iter().take(OF_A_KIND).map(|node| named(snapshot, node)).collect()
}

/// "rochester-new-york" where that is nobody else's, else the id.
fn named(snapshot: &Snapshot, node: EntityIx) -> String {
    let refer = snapshot.refer(node);
    let is_number = refer.id.as_str().starts_with("gn");
    if is_number && !refer.slug.is_empty() { refer.slug } else { refer.id.to_string() }
}

/// Whether it has rows, and not only the sentence that there are none.
fn says_something(answer: &Answer) -> bool {
    let sections = answer.sections();
    let has_rows = |body: &Body<'_>| !body.is_empty() && !matches!(body, Body::Summary(_) | Body::Warning(_));
    sections.iter().any(|section| has_rows(&section.body))
}

fn command(question: &Question, given: &Given) -> String {
    let in_order = question.example.iter().map(|(name, _)| *name);
    let example: Vec<(&str, &str)> =
        in_order.filter_map(|name| Some((name, given.get(name)?.as_str()))).collect();
    Form::command_of(question.id, question.arguments, &example)
}
