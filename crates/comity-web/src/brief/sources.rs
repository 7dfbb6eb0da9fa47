//! The sources of a brief: numbered in the order in which its lines name them.

use comity_answer::Evidence;
use comity_model::SourceId;
use schemars::JsonSchema;
use serde::Serialize;

/// A source that lines of a brief name by its number, which is its place in the list.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct BriefSource {
    pub(crate) id: SourceId,
    pub(crate) title: String,
    /// When it was published, in plain words.
    pub(crate) date: String,
    /// Where in it, the first few places.
    pub(crate) places: Vec<String>,
}

/// Of one line; its claims have all.
const OF_LINE: usize = 2;
/// Of one source.
const PLACES: usize = 2;

/// Sources while the lines of a brief are written.
#[derive(Debug, Default)]
pub(super) struct NumberedSources(pub(super) Vec<BriefSource>);

impl NumberedSources {
    /// The numbers of those that say so.
    pub(super) fn of(&mut self, evidence: &[Evidence]) -> Vec<usize> {
        let mut numbers = Vec::new();
        for one in evidence {
            let number = self.number(one);
            if !numbers.contains(&number) {
                numbers.push(number);
            }
            if numbers.len() == OF_LINE {
                break;
            }
        }
        numbers
    }

    fn number(&mut self, one: &Evidence) -> usize {
        let place = self.0.iter().position(|source| source.id == one.source.id);
        let place = place.unwrap_or_else(|| self.added(one));
        let places = &mut self.0[place].places;
        if places.len() < PLACES && !one.locator.is_empty() && !places.contains(&one.locator) {
            places.push(one.locator.clone());
        }
        place + 1
    }

    fn added(&mut self, one: &Evidence) -> usize {
        let source = &one.source;
        let (title, date) = (source.title.clone(), source.date.clone());
        self.0.push(BriefSource { id: source.id.clone(), title, date, places: Vec::new() });
        self.0.len() - 1
    }
}
