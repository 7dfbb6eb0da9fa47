//! What any text may mean, ranked.

use std::borrow::Cow;

use comity_gazetteer::Gazetteer;
use comity_model::EntityId;
use comity_names::fold;
use comity_snapshot::Snapshot;
use schemars::JsonSchema;
use serde::Serialize;

use crate::bearer::Bearer;
use crate::hit::{FoundBy, SearchHit};
use crate::meaning::Meaning;
use crate::pair::{PlacePair, named};
use crate::rank::ranked;

/// Letters that are looked at; what follows is left out, so that no text takes longer than a long name.
pub const LONGEST: usize = 120;

/// Better known than this, a thing borne as written leaves no room for misspellings. Guessed: a village with nothing on
/// file has 4, a town of a hundred thousand with one tie 16.
const WELL_KNOWN: f64 = 8.0;

/// Whether somebody is still writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typing {
    /// The text may be the beginning of a name.
    Going,
    /// The text is what was meant to be written.
    Done,
}

/// What one line of text may mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SearchResults {
    /// Two things on file whose ties it asks for.
    pub pair: Option<PlacePair>,
    /// The likeliest first.
    pub hits: Vec<SearchHit>,
}

/// The names on file and, where there is one, in the gazetteer. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Search<'a> {
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) gazetteer: Option<&'a Gazetteer>,
}

impl<'a> Search<'a> {
    pub fn new(snapshot: &'a Snapshot, gazetteer: Option<&'a Gazetteer>) -> Self {
        Self { snapshot, gazetteer }
    }

    /// What the text may mean, the likeliest first, at most `most`.
    ///
    /// Nothing for a text without a letter or digit. Cost: bounded, whatever the text.
    pub fn hits(&self, text: &str, typing: Typing, most: usize) -> Vec<SearchHit> {
        let text = shortened(text);
        let meanings = self.meanings(&text, typing);
        meanings.into_iter().take(most).map(|meaning| self.hit(&meaning, &text)).collect()
    }

    /// What the text may mean, and the question it may ask: where it names two things, those two.
    pub fn results(&self, text: &str, typing: Typing, most: usize) -> SearchResults {
        match self.pair(text) {
            Some(pair) => {
                let mut hits = vec![pair.one.clone(), pair.other.clone()];
                let exact = self.exact(text);
                hits.extend(exact.iter().take(most).map(|meaning| self.hit(meaning, text)));
                SearchResults { pair: Some(pair), hits }
            }
            None => SearchResults { pair: None, hits: self.hits(text, typing, most) },
        }
    }

    /// The likeliest first, each bearer once.
    pub(crate) fn meanings(&self, text: &str, typing: Typing) -> Vec<Meaning<'a>> {
        let mut found = self.exact(text);
        if found.is_empty() {
            found = self.romanised(&fold(text));
        }
        found.extend(self.beginnings(&fold(text), typing));
        let key = fold(text);
        let word = format!("{key} ");
        let fits = |one: &Meaning<'_>| one.by < FoundBy::Beginning || one.key.starts_with(&word);
        if !found.iter().any(|one| fits(one) && self.fame(one.bearer) > WELL_KNOWN) {
            found.extend(self.misspelt(text));
        }
        ranked(self, found, typing)
    }

    /// Who bears the text as it is written, alone or with where it is; nobody bears a misspelling.
    pub(crate) fn exact(&self, text: &str) -> Vec<Meaning<'a>> {
        let by_id = EntityId::new(text.trim()).ok().and_then(|id| self.snapshot.node(&id));
        if let Some(node) = by_id {
            return vec![Meaning::new(Bearer::OnFile(node), FoundBy::Id, text)];
        }
        let whole = self.whole(text);
        let found = if whole.is_empty() { self.within(text) } else { whole };
        let named = named(text);
        if !found.is_empty() || named == fold(text) {
            return found;
        }
        let found = self.exact(&named);
        if found.is_empty() { self.people_of(&named).into_iter().collect() } else { found }
    }
}

/// As much of a text as is looked at.
pub(crate) fn shortened(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Cow::Owned(text.split_at(end).0.to_owned()),
        None => Cow::Borrowed(text),
    }
}
