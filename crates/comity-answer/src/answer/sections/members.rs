//! The members of a network, part by part.

use std::borrow::Cow;

use comity_messages::{message, say};
use comity_snapshot::wording::number;

use crate::answer::section::{Section, claimed};
use crate::answer::{CountryRow, Members};
use crate::report::{Cell, Chart, Dot, Head, Picture, Table, as_number};

impl Members {
    pub(crate) fn sections(&self) -> Vec<Section<'_>> {
        vec![
            Section::summary(self.summary.as_str()).counted("", "/members"),
            claimed(&self.claimed),
            by_country(&self.countries, self.about.title.as_str()),
            Section::of_group("members", &self.members, "/members")
                .or_say(message!("members-none"))
                .filed("members", message!("members-file")),
            Section::of_group("others", &self.others, "/others")
                .titled(say!("members-others"))
                .counted(number(&self.others.total), "/others")
                .beside("")
                .filed("members", message!("members-file")),
        ]
    }
}

/// Members by country with their picture, of what is called so; no section where there are none.
pub(super) fn by_country<'a>(countries: &[CountryRow], title: &str) -> Section<'a> {
    let charts = chart(countries, title).map(Cow::Owned);
    Section::of_table(Cow::Owned(table(countries)), "/countries").leave_out().drawn(charts)
}

fn table(countries: &[CountryRow]) -> Table {
    let columns: &[Head<'_>] =
        &[("country", &say!("head-country"), ""), ("members", &say!("head-members"), "")];
    let mut table = Table::new("countries", &say!("section-members-table-countries"), columns);
    for row in countries {
        let members = Cell::Range(row.count);
        let country = row.country.clone().map_or_else(|| say!("country-not-on-file").into(), Cell::from);
        table.push(vec![country, members], row.evidence.clone());
    }
    table
}

/// `None` where there is one country only.
fn chart(countries: &[CountryRow], title: &str) -> Option<Chart> {
    (countries.len() > 1).then(|| Chart {
        id: "countries",
        title: say!("members-chart", title = title),
        caption: say!("section-members-chart-caption"),
        table: "countries",
        picture: Picture::Bars { rows: bars(countries), unit: "members".to_owned() },
    })
}

/// More countries than this are one bar.
const COUNTRIES_DRAWN: usize = 12;

/// The first countries; those with one member each are one row that says how many they are, and so is the rest.
fn bars(countries: &[CountryRow]) -> Vec<Dot> {
    if countries.len() <= COUNTRIES_DRAWN {
        return countries.iter().map(bar).collect();
    }
    let (first, rest) = countries.split_at(COUNTRIES_DRAWN);
    let mut bars: Vec<Dot> = first.iter().map(bar).collect();
    let (ones, more): (Vec<&CountryRow>, Vec<&CountryRow>) =
        rest.iter().filter(|row| row.count.presumed > 0).partition(|row| row.count.presumed == 1);
    if !more.is_empty() {
        let members = more.iter().map(|row| row.count.presumed).sum();
        bars.push(Dot::plain(say!("members-more-countries", n = more.len()), as_number(members)));
    }
    if !ones.is_empty() {
        let n = ones.len();
        bars.push(Dot::plain(say!("members-one-each", n = n), as_number(n as u64)));
    }
    bars
}

fn bar(row: &CountryRow) -> Dot {
    let name = row.country.as_ref().map(|country| country.name.clone());
    Dot::bounded(name.unwrap_or_else(|| say!("country-not-on-file")), row.count, "")
}
