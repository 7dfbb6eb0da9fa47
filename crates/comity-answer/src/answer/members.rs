//! The members of a network.

use comity_snapshot::{EntityRef, Evidence};
use schemars::JsonSchema;
use serde::Serialize;

use crate::report::{About, Cell, Chart, Claimed, Dot, Figure, Picture, Table, TieGroup, tie_table};

/// The members of a network.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Members {
    #[serde(flatten)]
    pub about: About,
    pub network: EntityRef,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<EntityRef>,
    pub total: Figure,
    /// Most members first.
    pub countries: Vec<CountryRow>,
    /// Those that are or may be members; `near` is the network, `other` the member.
    pub members: TieGroup,
    /// Those that were, are not yet, or are said not to be.
    pub others: TieGroup,
    /// What sources claim of its members.
    pub claimed: Vec<Claimed>,
}

impl Members {
    /// As files have it: the members with those that were or are said not to be, and the countries.
    pub(crate) fn tables(&self) -> Vec<Table> {
        let mut countries = Table::new(
            "countries",
            "Members by country",
            &[("country", "Country", ""), ("members", "Members", "")],
        );
        for row in &self.countries {
            let members = Cell::Range { certain: row.certain, possible: row.possible };
            countries.push(vec![row.country.clone().into(), members], row.evidence.clone());
        }
        vec![tie_table("members", "Members", &[&self.members, &self.others]), countries]
    }

    /// Members by country; none where there is one country only.
    pub(crate) fn charts(&self) -> Vec<Chart> {
        let name = |row: &CountryRow| row.country.as_ref().map(|country| country.name.clone());
        let bar = |row: &CountryRow| Dot {
            label: name(row).unwrap_or_else(|| "not on file".to_owned()),
            value: count(row.certain),
            low: None,
            high: Some(count(row.possible)),
            group: String::new(),
        };
        let chart = Chart {
            id: "countries",
            title: format!("{} by country", self.about.title),
            caption: "Full: confirmed on the day; open: may still hold.".to_owned(),
            table: "countries",
            picture: Picture::Bars {
                rows: self.countries.iter().map(bar).collect(),
                unit: "members".to_owned(),
            },
        };
        if self.countries.len() > 1 { vec![chart] } else { Vec::new() }
    }
}

/// Members in one country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CountryRow {
    /// `None`: the members' country is not on file.
    pub country: Option<EntityRef>,
    pub certain: u64,
    pub possible: u64,
    /// One claim for each of them.
    pub evidence: Vec<Evidence>,
}

#[expect(clippy::cast_precision_loss, reason = "members are counted in thousands, not in 2^52")]
fn count(n: u64) -> f64 {
    n as f64
}
