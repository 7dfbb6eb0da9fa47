//! Something that neither the register nor the gazetteer has, named by a person.

use comity_gazetteer::Iso2;
use comity_model::{Entity, EntityId, EntityKind, Mention};
use comity_names::latin_slug;
use comity_reconcile::Query;
use smol_str::SmolStr;

use super::{DecideError, Desk};

/// What a person says of it; what is left empty is taken from the mention.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewEntity {
    pub name: String,
    pub kind: Option<EntityKind>,
    /// In any spelling or as a code.
    pub country: String,
}

/// Its country, if that is understood, and the entity itself, last.
pub(super) async fn records(
    desk: &Desk<'_>,
    new: &NewEntity,
    words: Option<&Mention>,
) -> Result<Vec<Entity>, DecideError> {
    let name = stated(&new.name, words.map(|mention| &mention.text)).ok_or(DecideError::Nameless)?;
    let country = stated(&new.country, words.and_then(|mention| mention.country.as_ref()));
    let country = country.and_then(|text| desk.gazetteer?.country(&text)).map(|found| found.iso2);
    let kind = new.kind.or_else(|| words?.kind).unwrap_or(EntityKind::Polity);
    let id = free_id(desk, &name, country).await?;
    let mut records = nation(desk, country).await?;
    let level = words.map(Query::from).and_then(|query| query.level);
    let entity = Entity {
        levels: level.filter(|_| kind == EntityKind::Polity).into_iter().collect(),
        country: country.map(|iso2| SmolStr::new(iso2.as_str())),
        within: records.last().map(|nation| nation.id.clone()).into_iter().collect(),
        ..Entity::new(id, kind, &name)
    };
    records.push(entity);
    Ok(records)
}

/// What the person wrote, or else what the source did.
fn stated(text: &str, mention: Option<&SmolStr>) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty()).or(mention.map(ToString::to_string))
}

async fn nation(desk: &Desk<'_>, country: Option<Iso2>) -> Result<Vec<Entity>, DecideError> {
    let nation = country.and_then(|iso2| desk.gazetteer?.countries().find(|(code, _)| *code == iso2));
    match nation {
        Some((_, place)) => desk.chain(&place.id()).await,
        None => Ok(Vec::new()),
    }
}

/// `bad-wildungen-de`, with a number where that is taken.
async fn free_id(desk: &Desk<'_>, name: &str, country: Option<Iso2>) -> Result<EntityId, DecideError> {
    let known = desk.now().await?;
    let mut stem = stem(name).ok_or(DecideError::Nameless)?;
    if let Some(iso2) = country {
        stem.push('-');
        stem.push_str(&iso2.as_str().to_lowercase());
    }
    let stem: String = stem.chars().take(80).collect();
    let stem = stem.trim_end_matches('-').to_owned();
    let numbers = std::iter::once(String::new()).chain((2_u32..).map(|n| format!("-{n}")));
    for number in numbers {
        let id = EntityId::new(&format!("{stem}{number}")).map_err(|_| DecideError::Nameless)?;
        if desk.register.entity(&id, known).await?.is_none() {
            return Ok(id);
        }
    }
    unreachable!("numbers do not end")
}

/// The name in plain letters, if it has any; `gn…` and `ag-…` are names of another make.
fn stem(name: &str) -> Option<String> {
    let slug = latin_slug(name);
    let first = slug.split('-').next().filter(|first| !first.is_empty())?;
    let of_another_make = first == "ag" || first.starts_with("gn");
    Some(if of_another_make { format!("the-{slug}") } else { slug })
}
