//! What a mention means: looked up among the names on file, else reconciled with the gazetteer.

use std::collections::HashMap;

use comity_gazetteer::{Gazetteer, PlaceRef};
use comity_model::{EntityId, EntityKind, Mention};
use comity_reconcile::{Candidate, MatchOutcome, Query, Reconciled, reconcile};
use rayon::prelude::*;
use smol_str::SmolStr;

use crate::names::NameIndex;

/// Why what is no place is left open: the reason itself says what is missing.
pub(crate) const NOT_ON_FILE: &str = "not on file";

/// What was decided about a mention, and why.
#[derive(Debug, Clone)]
pub(crate) struct Resolved<'g> {
    pub(crate) entity: Option<EntityId>,
    /// The place, where the entity is one.
    pub(crate) place: Option<PlaceRef<'g>>,
    /// In thousandths.
    pub(crate) score: u16,
    pub(crate) why: SmolStr,
    /// Why it was left open, in the few words a summary needs.
    pub(crate) open: Option<&'static str>,
}

/// Resolves mentions, each distinct one once as long as it is remembered.
#[derive(Debug)]
pub(crate) struct Resolver<'g> {
    gazetteer: &'g Gazetteer,
    names: NameIndex,
    known: HashMap<Mention, Resolved<'g>>,
    remembered: usize,
}

impl<'g> Resolver<'g> {
    /// `names` are those of all whom the file describes; `remembered` mentions are remembered at most.
    pub(crate) fn new(gazetteer: &'g Gazetteer, names: NameIndex, remembered: usize) -> Self {
        Self { gazetteer, names, known: HashMap::new(), remembered }
    }

    pub(crate) fn gazetteer(&self) -> &'g Gazetteer {
        self.gazetteer
    }

    pub(crate) fn names_mut(&mut self) -> &mut NameIndex {
        &mut self.names
    }

    /// Those of `mentions` that have to be looked up, each once; what was remembered before is forgotten when it is
    /// too much.
    pub(crate) fn unknown<'m>(&mut self, mentions: impl Iterator<Item = &'m Mention>) -> Vec<Mention> {
        if self.known.len() > self.remembered {
            self.known.clear();
        }
        let unknown = mentions.filter(|mention| !self.known.contains_key(*mention));
        let mut mentions: Vec<Mention> = unknown.cloned().collect();
        mentions.sort_by(|a, b| (&a.text, &a.country, &a.admin).cmp(&(&b.text, &b.country, &b.admin)));
        mentions.dedup();
        mentions
    }

    /// Looks up all of `new`, on every core.
    pub(crate) fn prepare(&mut self, new: Vec<Mention>) {
        let found: Vec<Resolved<'g>> = new.par_iter().map(|mention| self.look_up(mention)).collect();
        self.known.extend(new.into_iter().zip(found));
    }

    /// What was decided about a mention that [`Self::prepare`] was given.
    pub(crate) fn resolved(&self, mention: &Mention) -> &Resolved<'g> {
        self.known.get(mention).expect("every mention is prepared before it is asked for")
    }

    fn look_up(&self, mention: &Mention) -> Resolved<'g> {
        if let Some(id) = self.names.only(&mention.text, mention.kind) {
            return Resolved {
                entity: Some(id.clone()),
                place: None,
                score: 1000,
                why: SmolStr::new_static("the name of what is on file"),
                open: None,
            };
        }
        if mention.kind.is_none_or(|kind| kind == EntityKind::Polity) {
            return self.look_up_place(mention);
        }
        let kind = mention.kind.map_or("thing", EntityKind::as_str);
        left_open(format!("no {kind} on file is called `{}`", mention.text), NOT_ON_FILE)
    }

    fn look_up_place(&self, mention: &Mention) -> Resolved<'g> {
        let found = reconcile(self.gazetteer, &Query::from(mention));
        match (found.decision, found.candidates.first()) {
            (MatchOutcome::Match, Some(best)) => Resolved {
                entity: Some(best.id.clone()),
                place: Some(best.place.canonical()),
                score: thousandths(best.score),
                why: SmolStr::new(best.reasons()),
                open: None,
            },
            (MatchOutcome::None, _) | (_, None) => left_open(found.reason, "no place of that name is known"),
            (_, Some(best)) => {
                let score = thousandths(best.score);
                let open = category(&found);
                Resolved { score, ..left_open(with_alternatives(&found), open) }
            }
        }
    }
}

fn left_open<'g>(why: String, open: &'static str) -> Resolved<'g> {
    Resolved { entity: None, place: None, score: 0, why: SmolStr::new(why), open: Some(open) }
}

fn category(found: &Reconciled<'_>) -> &'static str {
    let country = found.country.as_ref().map(|country| country.iso2);
    let elsewhere = |best: &Candidate<'_>| country.is_some_and(|country| best.place.country() != country);
    match found.candidates.as_slice() {
        [best, ..] if elsewhere(best) => "known only in another country",
        [_, _, ..] => "several places could be meant",
        _ => "likely, not certain",
    }
}

fn with_alternatives(found: &Reconciled<'_>) -> String {
    let named: Vec<String> = found.candidates.iter().take(3).map(described).collect();
    format!("{} – could be {}", found.reason, named.join(" or "))
}

fn described(candidate: &Candidate<'_>) -> String {
    let place = candidate.place;
    let state = place.admin1().map_or(String::new(), |state| format!(", {}", state.name()));
    format!("{}{state} ({}, {})", place.name(), place.country(), candidate.id)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a score lies between 0 and 1")]
pub(crate) fn thousandths(score: f32) -> u16 {
    (score.clamp(0.0, 1.0) * 1000.0).round() as u16
}
