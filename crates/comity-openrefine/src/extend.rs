//! Data extension: which columns there are, and fetching them for many entities at once.

use std::borrow::Cow;
use std::collections::BTreeMap;

use axum::extract::RawQuery;
use axum::response::Response;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use crate::catalogue::Catalogue;
use crate::error::ServiceError;
use crate::fields::fields;
use crate::host::Host;
use crate::limits;
use crate::property::{self, PROPERTIES, Property};
use crate::query::{fresh, in_catalogue};
use crate::refusal::{Refusal, at_most};
use crate::subject::Subject;
use crate::suggest::{known, number};
use crate::types::Type;
use crate::wire::reply::{PropertyName, TypeName};

#[derive(Debug, Default, Deserialize)]
struct Fields {
    #[serde(default, rename = "type")]
    of: String,
    #[serde(default)]
    limit: String,
}

/// `GET /reconcile/properties?type=&limit=`: the columns that can be fetched for entities of a type.
pub(crate) async fn proposals<H: Host>(RawQuery(query): RawQuery) -> Result<Response, H::Error> {
    let Fields { of, limit } = fields(&query.unwrap_or_default())?;
    let wanted = if of.is_empty() { None } else { Some(known(&of)?) };
    let most = number("limit", &limit, PROPERTIES.len(), 1, usize::MAX)?;
    let offered = PROPERTIES.iter().filter(|one| one.is_data && one.fits(wanted)).take(most);
    Ok(fresh(Proposals {
        properties: offered.map(PropertyName::from).collect(),
        of: wanted.map(Type::id),
        limit: (!limit.is_empty()).then_some(most),
    }))
}

/// The columns that can be fetched, with what was asked.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReconcileProposals")]
pub(crate) struct Proposals {
    properties: Vec<PropertyName>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    of: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<usize>,
}

/// `extend` as it travels.
#[derive(Debug, Deserialize)]
struct DataRequest {
    ids: Vec<String>,
    properties: Vec<RequestedColumn>,
}

#[derive(Debug, Deserialize)]
struct RequestedColumn {
    id: String,
    #[serde(default)]
    settings: Map<String, Json>,
}

/// A column: a property and how its values are to be.
struct Column {
    property: &'static Property,
    lang: Option<String>,
    /// Values in a cell.
    most: usize,
}

/// The columns, and the cells of each id by column.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReconcileData")]
pub(crate) struct Data {
    meta: Vec<ColumnName>,
    rows: BTreeMap<String, BTreeMap<&'static str, Vec<Datum>>>,
}

/// A column as its head says it; `type` is that of the entities in it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReconcileColumn")]
struct ColumnName {
    id: &'static str,
    name: &'static str,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    holds: Option<TypeName>,
}

/// One value of a cell.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "ReconcileDatum")]
enum Datum {
    Text {
        #[serde(rename = "str")]
        text: String,
    },
    Whole {
        #[serde(rename = "int")]
        number: u64,
    },
    Degrees {
        #[serde(rename = "float")]
        degrees: f64,
    },
    Thing {
        id: String,
        name: String,
    },
}

/// The reply to `extend`: every id and property asked for, in cells that may be empty.
pub(crate) async fn extend(host: &impl Host, text: &str) -> Result<Response, ServiceError> {
    let (ids, columns) = read(text)?;
    Ok(fresh(in_catalogue(host, move |catalogue| write(catalogue, &ids, &columns)).await?))
}

fn read(text: &str) -> Result<(Vec<String>, Vec<Column>), Refusal> {
    let wanted: DataRequest = serde_json::from_str(text)
        .map_err(|bad| Refusal::malformed(format!("`extend` is not a request for data: {bad}")))?;
    at_most(limits::IDS, wanted.ids.len(), "ids in a request")?;
    at_most(limits::PROPERTIES, wanted.properties.len(), "properties in a request")?;
    let columns = wanted.properties.into_iter().map(column).collect::<Result<_, _>>()?;
    Ok((wanted.ids, columns))
}

fn column(wanted: RequestedColumn) -> Result<Column, Refusal> {
    let RequestedColumn { id, settings } = wanted;
    let property = property::find(&id).filter(|one| one.is_data && one.id == id).ok_or_else(|| {
        let all: Vec<&str> = PROPERTIES.iter().filter(|one| one.is_data).map(|one| one.id).collect();
        Refusal::malformed(format!("there is no property `{id}`; there are: {}", all.join(", ")))
    })?;
    let lang = settings.get("lang").and_then(Json::as_str).map(str::trim).filter(|lang| !lang.is_empty());
    let most = match settings.get("limit").map(|limit| limit.to_string().trim_matches('"').to_owned()) {
        None => 0,
        Some(text) if text.is_empty() || text == "null" => 0,
        Some(text) => text
            .parse()
            .map_err(|_| Refusal::malformed(format!("`limit` of `{id}` is a whole number, not `{text}`")))?,
    };
    Ok(Column { property, lang: lang.map(str::to_owned), most: if most == 0 { usize::MAX } else { most } })
}

fn write(catalogue: Catalogue<'_>, ids: &[String], columns: &[Column]) -> Data {
    let rows = ids.iter().map(|id| (id.clone(), cells(catalogue, id, columns)));
    Data { meta: columns.iter().map(Column::name).collect(), rows: rows.collect() }
}

fn cells(catalogue: Catalogue<'_>, id: &str, columns: &[Column]) -> BTreeMap<&'static str, Vec<Datum>> {
    let subject = catalogue.by_id(id);
    let cells = columns.iter().map(|column| {
        let data = subject.map(|subject| column.data(&subject)).unwrap_or_default();
        (column.property.id, data.into_iter().take(column.most).collect())
    });
    cells.collect()
}

impl Column {
    fn name(&self) -> ColumnName {
        let Property { id, name, .. } = self.property;
        ColumnName { id, name, holds: self.holds().map(TypeName::from) }
    }

    /// The type of the entities in it; none where it holds plain values.
    fn holds(&self) -> Option<Type> {
        match self.property.id {
            "country" => Some(Type::Country),
            "division" => Some(Type::State),
            "county" => Some(Type::County),
            _ => None,
        }
    }

    /// The values for one entity; empty where we do not know.
    fn data(&self, subject: &Subject<'_>) -> Vec<Datum> {
        let text = |text: Option<&str>| text.map(Datum::text);
        let one = match self.property.id {
            "country" => subject.country().map(|place| Datum::of(&place, self.lang.as_deref())),
            "division" => subject.division().map(|place| Datum::of(&place, self.lang.as_deref())),
            "county" => subject.county().map(|place| Datum::of(&place, self.lang.as_deref())),
            "point" => subject.point().map(|point| Datum::text(&point)),
            "lat" => subject.point().map(|point| Datum::Degrees { degrees: point.lat() }),
            "lon" => subject.point().map(|point| Datum::Degrees { degrees: point.lon() }),
            "population" => subject.population().map(|number| Datum::Whole { number }),
            "geonames" => subject.geonames().map(|id| Datum::text(&id)),
            "wikidata" => text(subject.wikidata()),
            "unlocode" => text(subject.unlocode()),
            "iso2" => subject.iso2().map(|code| Datum::text(&code)),
            "iso3" => text(subject.iso3()),
            "about" => text(subject.about()),
            "name" => match &self.lang {
                Some(lang) => text(subject.name_in(lang)),
                None => Some(Datum::text(&subject.name())),
            },
            "names" => return self.names(subject),
            "level" if !subject.types().iter().all(|one| one.is_place()) => None,
            _ => return subject.types().iter().map(|one| Datum::text(one.name())).collect(),
        };
        one.into_iter().collect()
    }

    fn names(&self, subject: &Subject<'_>) -> Vec<Datum> {
        let wanted = |lang: &str| self.lang.as_deref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(lang));
        let mut once = std::collections::BTreeSet::new();
        let names = subject.names().into_iter().filter(|(_, lang)| wanted(lang));
        names.filter(|(text, _)| once.insert(*text)).map(|(text, _)| Datum::text(text)).collect()
    }
}

impl Datum {
    fn text(text: &(impl ToString + ?Sized)) -> Self {
        Self::Text { text: text.to_string() }
    }

    fn of(place: &Subject<'_>, lang: Option<&str>) -> Self {
        let spoken = lang.and_then(|lang| place.name_in(lang)).map(Cow::Borrowed);
        let name = spoken.unwrap_or_else(|| place.name());
        Self::Thing { id: place.id().to_string(), name: name.into_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> String {
        read(text).err().map(|refusal| refusal.to_string()).unwrap_or_default()
    }

    #[test]
    fn settings_may_be_written_as_text() {
        let (_, columns) = read(
            r#"{"ids":["c40"],"properties":[{"id":"name","settings":{"lang":"fr","limit":"2"}},
                {"id":"names","settings":{"limit":0,"lang":""}}]}"#,
        )
        .unwrap();
        assert_eq!((columns[0].lang.as_deref(), columns[0].most), (Some("fr"), 2));
        assert_eq!((columns[1].lang.as_deref(), columns[1].most), (None, usize::MAX));
    }

    #[test]
    fn what_cannot_be_fetched_is_named() {
        assert!(refusal(r#"{"ids":[]}"#).contains("properties"));
        assert!(
            refusal(r#"{"ids":[],"properties":[{"id":"mayor"}]}"#).contains("there is no property `mayor`")
        );
        let bad = r#"{"ids":[],"properties":[{"id":"name","settings":{"limit":"few"}}]}"#;
        assert!(refusal(bad).contains("`few`"));
    }
}
