//! What part of the graph a question asks about, read from its arguments and said back in words.

use comity_model::{EntityId, Level};

use crate::arguments::{Arguments, AskError};
use crate::fold::fold;
use crate::question::{Argument, may};
use crate::report::{About, At, Layer, Look, Looked, Method, about, looked};
use crate::snapshot::{MEETING, Selection, Snapshot, Weights, Who};
use crate::words;
use crate::world::{Node, World};

pub(crate) const LAYERS: Argument = may(
    "layers",
    "what ties them, joined by commas: agreements, networks, events, offices, acts, programmes; all if left out",
);
pub(crate) const ISSUE: Argument = may("issue", "only things of this issue area, such as climate");
pub(crate) const LEVEL: Argument = may(
    "level",
    "city, county, metro, state or nation; any: every place; all: organisations and networks too. Each for itself; city if left out",
);
pub(crate) const ROLL: Argument =
    may("roll", "state or nation: everything in it is counted for it, instead of each for itself");
pub(crate) const WEIGHTS: Argument =
    may("weights", "weights of roles, such as member:2,board:4; the usual ones if left out");
pub(crate) const OF: Argument = may("of", "list only those in this state or country; the graph stays whole");

/// A part of the graph on a day, and whom to list.
pub(crate) struct Asked {
    pub(crate) at: At,
    pub(crate) selection: Selection,
    pub(crate) of: Option<EntityId>,
    pub(crate) limit: usize,
}

impl Asked {
    pub(crate) fn read(arguments: &Arguments<'_>) -> Result<Self, AskError> {
        let level = arguments.read("level", "city, county, metro, state, nation, any or all", level)?;
        let roll = arguments.read("roll", "state or nation", roll)?;
        let kinds = "some of agreements, networks, events, offices, acts and programmes, joined by commas";
        let layers = arguments.read("layers", kinds, layers)?;
        let scale = "roles with weights from 0 to 100, such as member:2,board:4";
        let weights = arguments.read("weights", scale, Weights::read)?;
        let issue = arguments.read("issue", "an issue area", |text| Some(fold(text)))?;
        let whole = Selection::of(roll.or(level).unwrap_or(Who::Only(Level::City)));
        let (layers, weights) = (layers.unwrap_or(whole.layers), weights.unwrap_or(whole.weights));
        let selection = Selection { layers, issue, weights, ..whole };
        let (at, of, limit) = (arguments.at()?, arguments.some_entity("of")?, arguments.limit()?);
        Ok(Self { at, selection, of, limit })
    }

    /// The frame of an answer about it: what was looked at, and what the graph is made of.
    pub(crate) fn about(&self, world: &World, title: String) -> Result<About, AskError> {
        let mut about = about(world, title, &self.at, self.looked(world)?);
        about.methods.push(Method::new(
            "Two are tied where they meet in a thing on the day asked about; the ties are counted anew for each \
             answer and stored nowhere. A thing that ended before, or starts after, ties nobody: ask for a stretch \
             of years to take in events.",
            "Newman 2001, PRE 64:016132",
        ));
        about.caveats.push(self.words());
        Ok(about)
    }

    fn looked(&self, world: &World) -> Result<Looked, AskError> {
        let place = self.of.as_ref().map(|id| world.must(id)).transpose()?.map(|node| world.territory(node));
        let sides: Vec<_> = place.iter().collect();
        Ok(looked(world, &Look { layers: &self.selection.layers, sides: &sides }))
    }

    /// "Counted: cities, each for itself, through agreements and networks."
    fn words(&self) -> String {
        let who = match self.selection.who {
            Who::Everyone => "places, organisations, networks and persons, each for itself".to_owned(),
            Who::Polities => "places of every level, each for itself".to_owned(),
            Who::Only(level) => format!("{}, each for itself", plural(level)),
            Who::RolledUp(level) => format!("{}, with everything in them", plural(level)),
        };
        let layers: Vec<String> =
            self.selection.layers.iter().map(|layer| layer.title().to_lowercase()).collect();
        let issue =
            self.selection.issue.as_ref().map(|issue| format!("; issue area: {issue}")).unwrap_or_default();
        format!("Counted: {who}, through {}{issue}.", words::list(&layers))
    }

    /// Whether an entity is to be listed.
    pub(crate) fn lists(&self, world: &World) -> Result<impl Fn(Node) -> bool + use<>, AskError> {
        let place = self.of.as_ref().map(|id| world.must(id)).transpose()?.map(|node| world.territory(node));
        Ok(move |node| place.as_ref().is_none_or(|place| place.holds(node)))
    }

    /// Why there is nothing to count; `None` where there is.
    pub(crate) fn empty(&self, snapshot: &Snapshot, ties: usize) -> Option<String> {
        let known = snapshot.all_issues();
        let issue = self.selection.issue.as_deref();
        match issue.filter(|issue| !known.iter().any(|area| area.starts_with(issue))) {
            Some(issue) if known.is_empty() => Some(format!(
                "no source on file names the issue areas of anything, so {issue} cannot be picked out."
            )),
            Some(issue) => {
                let known: Vec<String> = known.into_iter().map(str::to_owned).collect();
                Some(format!(
                    "nothing on file is about {issue}; issue areas on file: {}.",
                    words::list(&known)
                ))
            }
            None if ties == 0 => {
                Some("no two of those counted meet in anything on file on this day.".to_owned())
            }
            None => None,
        }
    }
}

/// "cities".
pub(crate) fn plural(level: Level) -> &'static str {
    match level {
        Level::City => "cities",
        Level::County => "counties",
        Level::Metro => "metropolitan areas",
        Level::State => "states",
        Level::Nation => "countries",
        Level::Supranational => "supranational bodies",
        Level::IndigenousNation => "indigenous nations",
    }
}

fn level(text: &str) -> Option<Who> {
    match text {
        "any" => Some(Who::Polities),
        "all" => Some(Who::Everyone),
        _ => text.parse().ok().map(Who::Only),
    }
}

fn roll(text: &str) -> Option<Who> {
    let level = text.parse().ok();
    level.filter(|level| matches!(level, Level::State | Level::Nation)).map(Who::RolledUp)
}

/// In the order of the layers, each once.
pub(crate) fn layers(text: &str) -> Option<Vec<Layer>> {
    let mut layers = Vec::new();
    for word in text.split(',').map(|word| fold(word.trim())) {
        layers.push(MEETING.into_iter().find(|layer| layer.word() == word)?);
    }
    layers.sort_unstable();
    layers.dedup();
    Some(layers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_read_and_refused() {
        assert_eq!(layers("networks, Agreements,networks"), Some(vec![Layer::Agreements, Layer::Networks]));
        assert_eq!(layers("networks,friends"), None);
        assert_eq!((roll("state"), roll("city")), (Some(Who::RolledUp(Level::State)), None));
        assert_eq!((level("any"), level("village")), (Some(Who::Polities), None));
    }
}
