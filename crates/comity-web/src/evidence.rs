//! Lists of claims: the proof behind any figure, by what it is about, who says it, or by name.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::response::Response;
use comity_answer::Snapshot;
use comity_model::{ClaimId, EntityId, LinkKind, SourceId, Standing};
use comity_register::ClaimDossier;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::address::link;
use crate::error::WebError;
use crate::names::{Names, full_name};
use crate::paging::{Stretch, Turn};
use crate::shell::Shell;
use crate::visit::Visit;
use crate::words;

/// What an address asks for; everything left out means "any".
#[derive(Debug, Default, Deserialize)]
struct ClaimQuery {
    /// These claims and no others, separated by commas.
    #[serde(default)]
    ids: String,
    /// How many more there are than an address has room for.
    #[serde(default)]
    beyond: u64,
    /// Claims that speak of all of these entities, separated by commas.
    #[serde(default)]
    entity: String,
    #[serde(default)]
    link: String,
    #[serde(default)]
    source: String,
    #[serde(default)]
    standing: String,
}

/// The same, understood.
struct Filter {
    entities: Vec<EntityId>,
    link: Option<LinkKind>,
    source: Option<SourceId>,
    standing: Option<Standing>,
}

/// How many claims there are, and a stretch of them.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ClaimList")]
pub(crate) struct Evidence {
    total: u64,
    /// How many more there are than the address that led here has room for.
    beyond: u64,
    claims: Stretch<ClaimDossier>,
    #[serde(skip)]
    names: Names,
    #[serde(skip)]
    about: Vec<String>,
    /// The address without its cursor.
    #[serde(skip)]
    here: String,
}

/// `GET /claims`: the claims an address names, in order of id.
pub(crate) async fn claims(visit: Visit) -> Result<Response, WebError> {
    let wanted: ClaimQuery = visit.fields()?;
    let snapshot = visit.snapshot().await?;
    let ids = if wanted.ids.is_empty() {
        Filter::read(&wanted)?.claims(&snapshot)
    } else {
        wanted.ids.split(',').map(str::parse).collect::<Result<_, _>>()?
    };
    let evidence = stretch(&visit, &snapshot, &ids, wanted.here()).await?;
    Ok(visit.reply(evidence, |shell, evidence| EvidencePage { shell, evidence }))
}

/// The claims of `ids` that the visit's page of the list holds; ids that are not on file are left out.
pub(crate) async fn stretch(
    visit: &Visit,
    snapshot: &Snapshot,
    ids: &BTreeSet<ClaimId>,
    here: String,
) -> Result<Evidence, WebError> {
    let turn: Turn = visit.fields()?;
    let (limit, after, known) = (turn.limit(), turn.after::<ClaimId>()?, visit.known().await?);
    let following = ids.iter().filter(|id| after.is_none_or(|after| **id > after));
    let mut files = Vec::new();
    for id in following.take(limit as usize + 1) {
        files.extend(visit.state.register().claim(*id, known).await?);
    }
    let claims = Stretch::cut(files, limit, |file| file.held.id.to_string());
    let names = Names::of(snapshot, claims.items.iter().map(|file| &file.held));
    let ClaimQuery { beyond, .. } = visit.fields()?;
    Ok(Evidence { total: ids.len() as u64, beyond, claims, names, about: about(visit, snapshot)?, here })
}

/// The names of the entities an address filters by.
fn about(visit: &Visit, snapshot: &Snapshot) -> Result<Vec<String>, WebError> {
    let wanted: ClaimQuery = visit.fields()?;
    let ids = wanted.entity.split(',').filter_map(|id| id.parse::<EntityId>().ok());
    Ok(ids.filter_map(|id| snapshot.entity_by_id(&id).map(|entity| full_name(snapshot, entity))).collect())
}

impl ClaimQuery {
    fn here(&self) -> String {
        let beyond = if self.beyond > 0 { self.beyond.to_string() } else { String::new() };
        let fields = [
            ("ids", self.ids.as_str()),
            ("beyond", &beyond),
            ("entity", &self.entity),
            ("link", &self.link),
            ("source", &self.source),
            ("standing", &self.standing),
        ];
        link("/claims", &fields)
    }
}

impl Filter {
    fn read(wanted: &ClaimQuery) -> Result<Self, WebError> {
        let entities = wanted.entity.split(',').filter(|id| !id.is_empty()).map(str::parse);
        Ok(Self {
            entities: entities.collect::<Result<_, _>>()?,
            link: stated(&wanted.link)?,
            source: stated(&wanted.source)?,
            standing: stated(&wanted.standing)?,
        })
    }

    /// Cost: one pass over what is on file.
    fn claims(&self, snapshot: &Snapshot) -> BTreeSet<ClaimId> {
        let mut spoken_of: BTreeMap<ClaimId, BTreeSet<&EntityId>> = BTreeMap::new();
        let links = snapshot.links().iter().filter(|link| {
            self.link.is_none_or(|kind| kind == link.kind)
                && self.source.as_ref().is_none_or(|source| *source == link.source)
                && self.standing.is_none_or(|standing| standing == link.standing)
        });
        for link in links {
            spoken_of.entry(link.claim).or_default().extend([&link.subject, &link.object]);
        }
        let statements = snapshot.statements().iter().filter(|statement| {
            self.link.is_none()
                && self.source.as_ref().is_none_or(|source| *source == statement.claim.source)
                && self.standing.is_none_or(|standing| standing == statement.standing)
        });
        for statement in statements {
            spoken_of.entry(statement.id).or_default().extend(ends(&statement.claim));
        }
        let about = |ends: &BTreeSet<&EntityId>| self.entities.iter().all(|entity| ends.contains(entity));
        spoken_of.into_iter().filter(|(_, ends)| about(ends)).map(|(claim, _)| claim).collect()
    }
}

fn ends(claim: &comity_model::Claim) -> Vec<&EntityId> {
    use comity_model::Shape;
    let mentions = match &claim.shape {
        Shape::Count { scope, .. } | Shape::Absence { scope } => scope.mentions(),
        Shape::Opinion { author, about, .. } => author.iter().chain(about).collect(),
        Shape::Link { .. } | Shape::Attribute { .. } => {
            claim.mentions().into_iter().map(|(_, mention)| mention).collect()
        }
    };
    mentions.into_iter().filter_map(|mention| mention.id.as_ref()).collect()
}

fn stated<T>(text: &str) -> Result<Option<T>, WebError>
where
    T: std::str::FromStr,
    WebError: From<T::Err>,
{
    if text.is_empty() { Ok(None) } else { Ok(Some(text.parse()?)) }
}

#[derive(Template)]
#[template(path = "claims.html")]
pub(crate) struct EvidencePage {
    pub(crate) shell: Shell,
    pub(crate) evidence: Evidence,
}
