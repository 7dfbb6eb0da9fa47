//! What a mention may mean: places of the gazetteer with the reasons for each, and what is on file by that name.

use comity_gazetteer::{Gazetteer, NameKind, PlaceRef};
use comity_model::{Entity, EntityId, EntityKind, Level, Mention, Point, Slot};
use comity_reconcile::{Candidate, Feature, Query, reconcile};
use comity_register::{HeldClaim, RegisterError};
use schemars::JsonSchema;
use serde::Serialize;

use super::Desk;

/// Something that the words in question may mean.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ReviewCandidate {
    pub id: EntityId,
    pub name: String,
    /// What tells it from its namesakes: "New York, US"; may be empty.
    pub place: String,
    /// In a word or two: "city", "network".
    pub what: String,
    /// The share of belief in it, in thousandths; `None` where nobody weighed it.
    pub score: Option<u16>,
    /// What speaks for and against it; empty where nobody weighed it.
    pub reasons: Vec<Reason>,
    pub population: Option<u64>,
    pub point: Option<Point>,
    pub geonames: Option<u32>,
    /// `Q60`; `None` where neither the register nor the gazetteer says.
    pub wikidata: Option<String>,
    /// Whether the register has it already; if not, deciding for it brings it there.
    pub on_file: bool,
}

/// One part of a score, in words.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Reason {
    /// Name, country, division, kind, point, population, letters, spelling.
    pub part: &'static str,
    pub speaks: Speaks,
    pub why: String,
}

/// Which way a reason points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Speaks {
    For,
    Against,
    Neither,
}

/// How many things on file are offered beside the gazetteer's places, and how many are shown: one a key.
const ON_FILE: u32 = 8;
const SHOWN: usize = 9;
/// What a feature must weigh to point anywhere.
const NEUTRAL_BELOW: f32 = 0.02;

impl ReviewCandidate {
    /// "Rochester, New York, US".
    pub fn full(&self) -> String {
        if self.place.is_empty() { self.name.clone() } else { format!("{}, {}", self.name, self.place) }
    }

    /// 0.874 as "87 of 100"; `None` where nobody weighed it.
    pub fn of_hundred(&self) -> Option<String> {
        self.score.map(|score| format!("{} of 100", (score + 5) / 10))
    }

    /// Whether nothing that was weighed speaks against it.
    pub fn is_unopposed(&self) -> bool {
        self.reasons.iter().all(|reason| reason.speaks != Speaks::Against)
    }

    /// What speaks for it and against it, in one line.
    pub fn said(&self) -> String {
        let why: Vec<&str> = self.reasons.iter().map(|reason| reason.why.as_str()).collect();
        why.join("; ")
    }
}

impl Desk<'_> {
    /// What the mention in `slot` may mean, the likeliest first; what a person said it does not mean is left
    /// out. Empty for a claim as a whole.
    pub async fn meanings(
        &self,
        claim: &HeldClaim,
        slot: Option<Slot>,
    ) -> Result<Vec<ReviewCandidate>, RegisterError> {
        let Some(mention) = claim.mention(slot) else { return Ok(Vec::new()) };
        let not = claim.reading(slot).map_or(&[][..], |reading| reading.not.as_slice());
        let places = sought(mention) == EntityKind::Polity;
        let mut meanings = Vec::new();
        if let Some(gazetteer) = self.gazetteer.filter(|_| places) {
            for candidate in
                reconcile(gazetteer, &Query { identifier: None, ..Query::from(mention) }).candidates
            {
                meanings.push(self.weighed(&candidate).await?);
            }
        }
        for entity in self.register.search(&mention.text, self.now().await?, ON_FILE).await? {
            let fits = (entity.kind == EntityKind::Polity) == places && entity.kind != EntityKind::Agreement;
            if fits && meanings.iter().all(|known| known.id != entity.id) {
                meanings.push(self.on_file(entity));
            }
        }
        meanings.retain(|meaning| !not.contains(&meaning.id));
        meanings.truncate(SHOWN);
        Ok(meanings)
    }

    /// The likeliest meaning of a place, where it has `at_least` so many thousandths of belief and nothing speaks
    /// against it: what may be offered for many mentions at once.
    pub fn clearest(&self, claim: &HeldClaim, slot: Option<Slot>, at_least: u16) -> Option<ReviewCandidate> {
        let likeliest = self.likeliest(claim, slot)?;
        (likeliest.is_unopposed() && likeliest.score >= Some(at_least)).then_some(likeliest)
    }

    /// The likeliest meaning alone, of a place: for long lists.
    pub fn likeliest(&self, claim: &HeldClaim, slot: Option<Slot>) -> Option<ReviewCandidate> {
        let mention = claim.mention(slot).filter(|mention| sought(mention) == EntityKind::Polity)?;
        let not = claim.reading(slot).map_or(&[][..], |reading| reading.not.as_slice());
        let found = reconcile(self.gazetteer?, &Query { identifier: None, ..Query::from(mention) });
        found.candidates.iter().find(|one| !not.contains(&one.id)).map(|one| weighed(one, false))
    }

    /// One entity by its id, be it on file or only in the gazetteer.
    pub async fn named(&self, id: &EntityId) -> Result<Option<ReviewCandidate>, RegisterError> {
        if let Some(entity) = self.register.entity(id, self.now().await?).await? {
            return Ok(Some(self.on_file(entity)));
        }
        Ok(self.gazetteer.and_then(|gazetteer| gazetteer.place(id)).map(|place| bare(place, false)))
    }

    /// Whatever is called so, or begins so: what is on file, then every place there is, larger ones first. An
    /// identifier (`gn5134086`, `Q60`) finds its bearer.
    pub async fn search(&self, text: &str) -> Result<Vec<ReviewCandidate>, RegisterError> {
        let known = self.now().await?;
        let mut found = Vec::new();
        for entity in self.register.search(text, known, ON_FILE).await? {
            if entity.kind != EntityKind::Agreement {
                found.push(self.on_file(entity));
            }
        }
        for place in self.gazetteer.map(|gazetteer| places(gazetteer, text)).unwrap_or_default() {
            if found.iter().all(|known| known.id != place.id()) {
                let on_file = self.register.entity(&place.id(), known).await?.is_some();
                found.push(bare(place, on_file));
            }
        }
        found.truncate(SHOWN);
        Ok(found)
    }

    async fn weighed(&self, candidate: &Candidate<'_>) -> Result<ReviewCandidate, RegisterError> {
        let on_file = self.register.entity(&candidate.id, self.now().await?).await?.is_some();
        Ok(weighed(candidate, on_file))
    }

    fn on_file(&self, entity: Entity) -> ReviewCandidate {
        if let Some(place) = self.gazetteer.and_then(|gazetteer| gazetteer.place(&entity.id)) {
            return bare(place, true);
        }
        ReviewCandidate {
            geonames: entity.id.as_geonames(),
            place: entity.country.as_deref().unwrap_or_default().to_owned(),
            what: what(&entity),
            name: entity.name.to_string(),
            score: None,
            reasons: Vec::new(),
            population: entity.population,
            point: entity.point,
            wikidata: entity.wikidata.map(Into::into),
            on_file: true,
            id: entity.id,
        }
    }
}

/// A mention that says nothing of its kind stands for a place.
fn sought(mention: &Mention) -> EntityKind {
    mention.kind.unwrap_or(EntityKind::Polity)
}

fn places<'g>(gazetteer: &'g Gazetteer, text: &str) -> Vec<PlaceRef<'g>> {
    let by_id = EntityId::new(text.trim()).ok().and_then(|id| gazetteer.place(&id));
    let mut found: Vec<PlaceRef<'g>> = by_id.into_iter().collect();
    found.extend(gazetteer.by_identifier(text).iter().map(PlaceRef::canonical));
    found.extend(gazetteer.lookup(text).iter().map(|hit| hit.place.canonical()));
    if found.len() < SHOWN && text.trim().chars().nth(1).is_some() {
        found.extend(gazetteer.prefix(text, SHOWN).iter().map(PlaceRef::canonical));
    }
    let mut once = std::collections::BTreeSet::new();
    found.retain(|place| once.insert(place.id()));
    found
}

fn weighed(candidate: &Candidate<'_>, on_file: bool) -> ReviewCandidate {
    let spoken = candidate.features.iter().filter(|feature| !feature.why.is_empty());
    ReviewCandidate {
        score: Some(crate::resolve::thousandths(candidate.score)),
        reasons: spoken.map(reason).collect(),
        ..bare(candidate.place.canonical(), on_file)
    }
}

fn reason(feature: &Feature) -> Reason {
    let speaks = match feature.score {
        score if score > NEUTRAL_BELOW => Speaks::For,
        score if score < -NEUTRAL_BELOW => Speaks::Against,
        _ => Speaks::Neither,
    };
    Reason { part: feature.name, speaks, why: feature.why.clone() }
}

/// A place nobody weighed.
fn bare(place: PlaceRef<'_>, on_file: bool) -> ReviewCandidate {
    let above = place.admin1().filter(|division| division.id() != place.id());
    let division = above.map(|division| format!("{}, ", division.label())).unwrap_or_default();
    let levels = place.levels();
    let part = if place.is_part_of_city() { "part of a city" } else { "place" };
    ReviewCandidate {
        id: place.id(),
        name: place.label().into_owned(),
        place: format!("{division}{}", place.country()),
        what: if levels.is_empty() { part.to_owned() } else { Level::all_in_words(&levels) },
        score: None,
        reasons: Vec::new(),
        population: Some(u64::from(place.population())).filter(|n| *n > 0),
        point: place.point(),
        geonames: Some(place.geonames()),
        wikidata: wikidata(place),
        on_file,
    }
}

fn wikidata(place: PlaceRef<'_>) -> Option<String> {
    let mut identifiers = place.names().filter(|name| name.kind == NameKind::Identifier);
    identifiers.find(|name| is_wikidata(name.text)).map(|name| name.text.to_owned())
}

/// `Q60`.
fn is_wikidata(text: &str) -> bool {
    text.strip_prefix('Q').is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn what(entity: &Entity) -> String {
    match (entity.levels.is_empty(), entity.class.is_empty()) {
        (false, _) => Level::all_in_words(&entity.levels),
        (true, false) => entity.class.replace('-', " "),
        (true, true) if entity.kind == EntityKind::Polity => "place".to_owned(),
        (true, true) => entity.kind.as_str().to_owned(),
    }
}
