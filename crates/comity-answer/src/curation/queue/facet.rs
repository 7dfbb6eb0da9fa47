//! By what the queue can be narrowed, and how much each choice would leave.

use std::collections::BTreeMap;

use comity_messages::{Message, message, say};
use comity_model::Seq;
use comity_register::{PendingCount, Register, RegisterError};
use schemars::JsonSchema;
use serde::Serialize;

use super::QueueArgs;
use super::band::Band;
use comity_snapshot::wording::spoken;

/// One way to narrow the queue: source, kind, country, band.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Facet {
    /// Its name in an address.
    pub name: &'static str,
    pub title: String,
    /// The one with the most first; those with nothing are left out, but for the chosen one.
    pub values: Vec<FacetValue>,
}

/// A choice, and how much waits under it when everything else stays as chosen, put off or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FacetValue {
    pub value: String,
    pub title: String,
    pub n: u64,
    pub chosen: bool,
}

impl Facet {
    /// Whether the queue is narrowed by it.
    pub fn narrows(&self) -> bool {
        self.values.iter().any(|one| one.chosen)
    }
}

/// The counted queue beside what was chosen of it.
pub(super) struct Narrowing<'a> {
    counts: Vec<PendingCount>,
    args: &'a QueueArgs,
}

/// Which value of a facet something has.
type Value = fn(&PendingCount) -> String;

const FACETS: [(&str, Message, Value); 4] = [
    ("source", message!("facet-source"), |count| count.source.to_string()),
    ("kind", message!("facet-kind"), |count| count.kind.clone()),
    ("country", message!("facet-country"), |count| {
        if count.country.is_empty() { "-".to_owned() } else { count.country.clone() }
    }),
    ("band", message!("facet-band"), |count| Band::of(count).as_str().to_owned()),
];

impl<'a> Narrowing<'a> {
    pub(super) fn new(counts: Vec<PendingCount>, args: &'a QueueArgs) -> Self {
        Self { counts, args }
    }

    pub(super) fn all(&self) -> u64 {
        self.counts.iter().map(|count| count.n).sum()
    }

    pub(super) fn waiting(&self) -> u64 {
        self.chosen("").filter(|count| !count.deferred).map(|count| count.n).sum()
    }

    pub(super) fn put_off(&self) -> u64 {
        self.chosen("").filter(|count| count.deferred).map(|count| count.n).sum()
    }

    pub(super) async fn facets(&self, register: &Register, known: Seq) -> Result<Vec<Facet>, RegisterError> {
        let mut facets = Vec::new();
        for (name, title, value) in FACETS {
            let mut n: BTreeMap<String, u64> = BTreeMap::new();
            if !self.wanted(name).is_empty() {
                n.insert(self.wanted(name), 0);
            }
            for count in self.chosen(name) {
                *n.entry(value(count)).or_default() += count.n;
            }
            let mut values = Vec::new();
            for (value, n) in n {
                let chosen = self.wanted(name) == value;
                let title = title_of(register, known, name, &value).await?;
                values.push(FacetValue { value, title, n, chosen });
            }
            values.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| a.value.cmp(&b.value)));
            facets.push(Facet { name, title: title.text(), values });
        }
        Ok(facets)
    }

    /// What fits everything chosen but in the facet called `but`.
    fn chosen(&self, but: &str) -> impl Iterator<Item = &PendingCount> {
        self.counts.iter().filter(move |count| self.fits(count, but))
    }

    fn fits(&self, count: &PendingCount, but: &str) -> bool {
        FACETS.iter().all(|(name, _, value)| {
            let wanted = self.wanted(name);
            *name == but || wanted.is_empty() || wanted == value(count)
        })
    }

    /// Empty: any.
    fn wanted(&self, facet: &str) -> String {
        let QueueArgs { source, kind, country, band, .. } = self.args;
        match facet {
            "source" => source.as_ref().map(ToString::to_string).unwrap_or_default(),
            "kind" => kind.clone(),
            "country" => country.clone(),
            _ => band.map(|band| band.as_str().to_owned()).unwrap_or_default(),
        }
    }
}

async fn title_of(
    register: &Register,
    known: Seq,
    facet: &str,
    value: &str,
) -> Result<String, RegisterError> {
    Ok(match (facet, value) {
        ("source", id) => {
            let source = match id.parse() {
                Ok(id) => register.source(&id, known).await?,
                Err(_) => None,
            };
            source.map_or_else(|| id.to_owned(), |source| source.title.to_string())
        }
        ("country", "-") => say!("facet-no-country"),
        ("kind", "polity") => say!("facet-polity"),
        ("kind", "claim") => say!("facet-claim"),
        ("kind", other) => spoken(other),
        ("band", band) => band.parse::<Band>().map_or_else(|_| band.to_owned(), |band| band.title().text()),
        (_, value) => value.to_owned(),
    })
}
