//! What part of the graph a question asks about, read from its arguments and said back in words.

use comity_model::{EntityId, Level};
use comity_snapshot::record::Bound;
use comity_snapshot::timeslice::{AFFILIATION_LAYERS, ActorScope, RoleWeights, Selection, Timeslice};
use comity_snapshot::{EntityIx, Layer, Snapshot, fold, wording};

use crate::arguments::{Argument, Arguments, AskError, Range, may};
use crate::report::{About, At, CoverageQuery, CoverageReport, Method, about, looked};

/// The layers in which two can meet.
pub(crate) const MEETING_WORDS: [&str; 6] =
    ["agreements", "networks", "events", "offices", "acts", "programmes"];
const LEVELS: [&str; 9] =
    ["city", "county", "metro", "state", "nation", "supranational", "indigenous-nation", "any", "all"];

pub(crate) const LAYERS: Argument =
    may("layers", Range::Words { of: &MEETING_WORDS }, "what ties them; all if left out");
pub(crate) const ISSUE: Argument =
    may("issue", Range::Text { of: "an issue area" }, "only things of this issue area, such as climate");
pub(crate) const LEVEL: Argument = may(
    "level",
    Range::Word { of: &LEVELS },
    "whom to count, each for itself; any: every place; all: organisations and networks too; city if left out",
);
pub(crate) const ROLL: Argument = may(
    "roll",
    Range::Word { of: &["state", "nation"] },
    "everything in each of them is counted for it, instead of each for itself",
);
pub(crate) const WEIGHTS: Argument = may(
    "weights",
    Range::Items { each: "roles with weights from 0 to 100, such as board:4", most: 19 },
    "weights of roles; the usual ones if left out",
);
pub(crate) const BOUND: Argument = may(
    "bound",
    Range::Word { of: &Bound::WORDS },
    "what is counted: what a dated source makes certain, what is on record, or all that nothing rules out; presumed if left out",
);
pub(crate) const OF: Argument =
    may("of", Range::Entity, "list only those in this state or country; the graph stays whole");

/// What is counted; what is on record if left out.
pub(crate) fn bound(arguments: &Arguments<'_>) -> Bound {
    arguments.word("bound", Bound::read).unwrap_or_default()
}

/// A part of the graph on a day, and whom to list.
pub(crate) struct GraphArguments {
    pub(crate) question: &'static str,
    pub(crate) at: At,
    pub(crate) selection: Selection,
    pub(crate) of: Option<EntityId>,
    pub(crate) limit: usize,
}

impl GraphArguments {
    pub(crate) fn read(arguments: &Arguments<'_>) -> Result<Self, AskError> {
        let (level, roll) = (arguments.word("level", level), arguments.word("roll", roll));
        let layers = arguments.words("layers", layer);
        let weights = arguments.parsed("weights", RoleWeights::read)?;
        let issue = arguments.text("issue").map(fold);
        let whole = Selection::of(roll.or(level).unwrap_or(ActorScope::Only(Level::City)));
        let (layers, weights) = (layers.unwrap_or(whole.layers), weights.unwrap_or(whole.weights));
        let bound = bound(arguments);
        let selection = Selection { layers, issue, weights, bound, ..whole };
        let (at, of, limit) = (arguments.at(), arguments.some_entity("of")?, arguments.limit());
        Ok(Self { question: arguments.question(), at, selection, of, limit })
    }

    /// The frame of an answer about it: what was looked at, and what the graph is made of.
    pub(crate) fn about(&self, snapshot: &Snapshot, title: String) -> Result<About, AskError> {
        let mut about = about(self.question, snapshot, title, &self.at, self.looked(snapshot)?);
        about.methods.push(Method::new(
            "Two are tied where they meet in a thing on the day asked about; the ties are counted anew for each \
             answer and stored nowhere. A thing that ended before, or starts after, ties nobody: ask for a stretch \
             of years to take in events.",
            "Newman 2001, PRE 64:016132",
        ));
        about.caveats.push(self.words());
        Ok(about)
    }

    fn looked(&self, snapshot: &Snapshot) -> Result<CoverageReport, AskError> {
        let place = snapshot.territory_of(self.of.as_ref())?;
        let sides: Vec<_> = place.iter().collect();
        Ok(looked(snapshot, &CoverageQuery { layers: &self.selection.layers, sides: &sides }))
    }

    /// "Counted: cities, each for itself, through agreements and networks."
    fn words(&self) -> String {
        let who = match self.selection.who {
            ActorScope::Everyone => "places, organisations, networks and persons, each for itself".to_owned(),
            ActorScope::Polities => "places of every level, each for itself".to_owned(),
            ActorScope::Only(level) => format!("{}, each for itself", plural(level)),
            ActorScope::RolledUp(level) => format!("{}, with everything in them", plural(level)),
        };
        let layers: Vec<String> =
            self.selection.layers.iter().map(|layer| layer.title().to_lowercase()).collect();
        let issue =
            self.selection.issue.as_ref().map(|issue| format!("; issue area: {issue}")).unwrap_or_default();
        format!("Counting {who}, by their {}{issue}.", wording::list(&layers))
    }

    /// Whether an entity is to be listed.
    pub(crate) fn lists(&self, snapshot: &Snapshot) -> Result<impl Fn(EntityIx) -> bool + use<>, AskError> {
        let place = snapshot.territory_of(self.of.as_ref())?;
        Ok(move |node| place.as_ref().is_none_or(|place| place.holds(node)))
    }

    /// Why there is nothing to count; `None` where there is.
    pub(crate) fn empty(&self, timeslice: &Timeslice, ties: usize) -> Option<String> {
        let known = timeslice.all_issues();
        let issue = self.selection.issue.as_deref();
        match issue.filter(|issue| !known.iter().any(|area| area.starts_with(issue))) {
            Some(issue) if known.is_empty() => Some(format!(
                "No source on file names the issue areas of anything, so {issue} cannot be picked out."
            )),
            Some(issue) => {
                let known: Vec<String> = known.into_iter().map(str::to_owned).collect();
                Some(format!(
                    "Nothing on file is about {issue}; issue areas on file: {}.",
                    wording::list(&known)
                ))
            }
            None if ties == 0 => {
                Some("No two of those counted meet in anything on file on this day.".to_owned())
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

fn level(text: &str) -> Option<ActorScope> {
    match text {
        "any" => Some(ActorScope::Polities),
        "all" => Some(ActorScope::Everyone),
        _ => text.parse().ok().map(ActorScope::Only),
    }
}

fn roll(text: &str) -> Option<ActorScope> {
    let level = text.parse().ok();
    level.filter(|level| matches!(level, Level::State | Level::Nation)).map(ActorScope::RolledUp)
}

pub(crate) fn layer(word: &str) -> Option<Layer> {
    AFFILIATION_LAYERS.into_iter().find(|layer| layer.word() == word)
}
