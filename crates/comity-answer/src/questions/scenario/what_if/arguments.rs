//! A scenario as it is asked for: what goes, what comes, from which day on.

use comity_messages::say;
use std::collections::BTreeSet;

use comity_model::{EntityId, EntityKind};
use comity_snapshot::record::Bound;
use comity_snapshot::relations::{Relation, RelationKind, Relations};
use comity_snapshot::{EntityIx, Layer, Snapshot, Territory, wording};

use crate::arguments::graph::{bound, layer};
use crate::arguments::{Arguments, AskError};
use crate::report::At;

pub(super) struct ScenarioArguments {
    pub(super) remove: Vec<EntityIx>,
    pub(super) country: Option<EntityIx>,
    pub(super) of: Option<EntityIx>,
    /// Empty: as the other arguments have it.
    layers: Vec<Layer>,
    pub(super) add: Vec<(EntityIx, EntityIx)>,
    pub(super) threshold: f64,
    pub(super) at: At,
    pub(super) bound: Bound,
    pub(super) limit: usize,
}

impl ScenarioArguments {
    pub(super) fn read(arguments: &Arguments<'_>) -> Result<Self, AskError> {
        let layers = arguments.words("layers", layer).unwrap_or_default();
        let asked = Self {
            remove: nodes(arguments, &arguments.entities("remove")?)?,
            country: some_node(arguments, "country")?,
            of: some_node(arguments, "of")?,
            layers,
            add: pairs(arguments)?,
            threshold: threshold(arguments),
            at: arguments.at(),
            bound: bound(arguments),
            limit: arguments.limit(),
        };
        let something = !asked.remove.is_empty() || !asked.add.is_empty() || !asked.layers.is_empty();
        if something || asked.country.is_some() { Ok(asked) } else { Err(arguments.missing("remove")) }
    }

    /// "Bloomberg Philanthropies went", "agreements with Russia ended".
    pub(super) fn words(&self, snapshot: &Snapshot) -> String {
        let mut said = Vec::new();
        if !self.remove.is_empty() {
            let gone: Vec<String> = self.remove.iter().map(|node| snapshot.name(*node)).collect();
            said.push(say!("what-if-went", names = wording::list(&gone)));
        }
        if self.country.is_some() || !self.layers.is_empty() {
            let kinds: Vec<String> = self.ending().iter().map(|layer| layer.title().to_lowercase()).collect();
            let with = self.country.map(|node| say!("part-with", place = snapshot.name(node)));
            let of = self.of.map(|node| say!("part-of", place = snapshot.name(node)));
            said.push(say!(
                "what-if-ended",
                kinds = wording::list(&kinds),
                of = of.unwrap_or_default(),
                with = with.unwrap_or_default()
            ));
        }
        if !self.add.is_empty() {
            let pairs = self.add.iter().map(|(a, b)| (snapshot.name(*a), snapshot.name(*b)));
            let pairs: Vec<String> = pairs.map(|(a, b)| say!("list-last", first = a, next = b)).collect();
            said.push(say!("what-if-tied", pairs = wording::list(&pairs)));
        }
        said.into_iter()
            .reduce(|first, next| say!("what-if-and", first = first, next = next))
            .unwrap_or_default()
    }

    fn ending(&self) -> Vec<Layer> {
        if self.layers.is_empty() { vec![Layer::Agreements] } else { self.layers.clone() }
    }

    /// The relations without what goes and with what comes; networks that fall with it are still there.
    pub(super) fn applied<'w>(&self, before: &Relations<'w>) -> Relations<'w> {
        let over = self.things_over(before);
        let mut after = before.kept(|relation| {
            let ends = [relation.subject, relation.object];
            !ends.iter().any(|end| self.remove.contains(end)) && !over.contains(&relation.object)
        });
        for (a, b) in &self.add {
            after.all.extend(Self::made(before.snapshot, (*a, *b)));
        }
        after.all.sort_unstable();
        after
    }

    /// Things of the kinds that end, where those meet whose ties do.
    fn things_over(&self, before: &Relations<'_>) -> BTreeSet<EntityIx> {
        if self.country.is_none() && self.layers.is_empty() {
            return BTreeSet::new();
        }
        let snapshot = before.snapshot;
        let territory = |node: Option<EntityIx>| node.map(|node| snapshot.territory(node));
        let (abroad, own) = (territory(self.country), territory(self.of));
        let ending = self.ending();
        let things =
            before.by_object(|how| matches!(how, RelationKind::TakesPart(layer) if ending.contains(&layer)));
        things
            .into_iter()
            .filter(|(_, inside)| joins(inside, own.as_ref(), abroad.as_ref()))
            .map(|(thing, _)| thing)
            .collect()
    }

    /// Joining a network, or two places that meet in something of their own: it bears the first one's place.
    fn made(snapshot: &Snapshot, (a, b): (EntityIx, EntityIx)) -> Vec<Relation> {
        match (snapshot.entity(a).kind, snapshot.entity(b).kind) {
            (_, EntityKind::Network) => vec![meets(Layer::Networks, a, b)],
            (EntityKind::Network, _) => vec![meets(Layer::Networks, b, a)],
            _ => [a, b].map(|end| meets(Layer::Agreements, end, a)).to_vec(),
        }
    }
}

fn some_node(arguments: &Arguments<'_>, name: &'static str) -> Result<Option<EntityIx>, AskError> {
    Ok(arguments.some_entity(name)?.map(|id| arguments.snapshot().require(&id)).transpose()?)
}

fn meets(layer: Layer, subject: EntityIx, object: EntityIx) -> Relation {
    Relation { how: RelationKind::TakesPart(layer), subject, object }
}

/// Whether both sides meet in a thing; where only one is named, it and anybody else.
fn joins(inside: &[Relation], own: Option<&Territory>, abroad: Option<&Territory>) -> bool {
    let mut there = inside.iter().map(|relation| relation.subject);
    let mut here = there.clone();
    let with_own = match (own, abroad) {
        (Some(own), _) => here.any(|node| own.holds(node)),
        (None, Some(abroad)) => here.any(|node| !abroad.holds(node)),
        (None, None) => true,
    };
    with_own && abroad.is_none_or(|abroad| there.any(|node| abroad.holds(node)))
}

fn nodes(arguments: &Arguments<'_>, ids: &[EntityId]) -> Result<Vec<EntityIx>, AskError> {
    Ok(ids.iter().map(|id| arguments.snapshot().require(id)).collect::<Result<_, _>>()?)
}

pub(crate) fn threshold(arguments: &Arguments<'_>) -> f64 {
    arguments.number("threshold").unwrap_or(0.5)
}

/// `lyon~leipzig,lyon~c40`.
fn pairs(arguments: &Arguments<'_>) -> Result<Vec<(EntityIx, EntityIx)>, AskError> {
    let written = arguments.parsed("add", split)?;
    let found = |(a, b): (String, String)| Ok((named(arguments, &a)?, named(arguments, &b)?));
    written.unwrap_or_default().into_iter().map(found).collect()
}

/// The pairs in `a~b, c~d`; `None` if a part is not a pair.
fn split(text: &str) -> Option<Vec<(String, String)>> {
    let pair = |part: &str| part.split_once('~').map(|(a, b)| (a.trim().to_owned(), b.trim().to_owned()));
    text.split(',').map(pair).collect()
}

fn named(arguments: &Arguments<'_>, text: &str) -> Result<EntityIx, AskError> {
    Ok(arguments.snapshot().require(&arguments.resolve(text)?)?)
}
