//! Who kept offices abroad where on a day, beside the numbers that sources claim?

mod counted;

use std::collections::BTreeMap;

use comity_messages::{message, say};
use comity_model::{Filter, Level, LinkKind};
use comity_snapshot::record::TieStanding;
use comity_snapshot::{EntityIx, Fact, Layer, Snapshot, Territory, wording};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may};
use crate::report::claimed_counts::counts;
use crate::report::{
    About, At, Chart, CoverageQuery, Head, Picture, Report, Table, Tally, about, fact_cell, looked,
};
use counted::counted;

pub(crate) const QUESTION: Question = Question {
    id: "offices",
    title: message!("question-offices"),
    group: Group::Bursts,
    help: message!("help-offices"),
    arguments: &[
        may("of", Range::Entity, "only those kept from this state or country"),
        may("host", Range::Entity, "only those in this city or country"),
        AT,
        LIMIT,
    ],
    example: &[("of", "united-states"), ("host", "gn1850147"), ("at", "1982")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let at = arguments.at();
    let of = arguments.territory("of")?;
    let host = arguments.territory("host")?;
    let sides: Vec<_> = of.iter().collect();
    let looked = looked(snapshot, &CoverageQuery { layers: &[Layer::Offices], sides: &sides });
    let name = |place: &Territory| snapshot.name(place.root());
    let whose = of.as_ref().map_or_else(String::new, |of| say!("part-of", place = name(of)));
    let there = host.as_ref().map_or_else(String::new, |host| say!("part-in", place = name(host)));
    let title = say!("offices-title", whose = whose, there = there);
    let about = about(QUESTION.id, snapshot, title, &at, looked);
    let found = kept_offices(snapshot, of.as_ref(), host.as_ref(), &at);
    let claimed = counts(snapshot, |scope| {
        scope.link == Some(LinkKind::Keeps)
            && is_about(snapshot, &scope.subject, of.as_ref())
            && is_about(snapshot, &scope.object, host.as_ref())
    });
    let Some(claimed) = claimed.or_else(|| (!found.is_empty()).then(no_counts)) else {
        return Ok(Report::unanswerable(about, &say!("offices-none")).into());
    };
    let counted = counted(snapshot, of.as_ref(), host.as_ref());
    let mut sheet = sheet(snapshot, about, &found, claimed, arguments);
    if let Some((words, indicators)) = counted {
        sheet.summary = crate::report::sentences([sheet.summary, words]);
        sheet.indicators.extend(indicators);
    }
    Ok(sheet.into())
}

/// One office of one keeper.
struct KeptOffice<'w> {
    by: EntityIx,
    office: EntityIx,
    fact: Fact<'w>,
    standing: TieStanding,
}

/// Those that governments of a place keep in another, by state, keeper and office.
fn kept_offices<'w>(
    snapshot: &'w Snapshot,
    of: Option<&Territory>,
    host: Option<&Territory>,
    at: &At,
) -> Vec<KeptOffice<'w>> {
    let mut found = Vec::new();
    for ((by, office), fact) in snapshot.facts(LinkKind::Keeps) {
        let here = of.is_none_or(|of| of.holds(by)) && host.is_none_or(|host| host.holds(office));
        if here && abroad(snapshot, by, office) {
            let standing = fact.standing(snapshot, at.window);
            found.push(KeptOffice { by, office, fact, standing });
        }
    }
    found.sort_by_key(|kept| (kept.standing.order(), snapshot.name(kept.by), kept.office));
    found
}

/// Whether what is counted is named, and lies in the place asked about.
fn is_about(snapshot: &Snapshot, filter: &Filter, place: Option<&Territory>) -> bool {
    let mut named = filter.entity.iter().chain(&filter.within);
    let named = named.find_map(|mention| snapshot.node(mention.id.as_ref()?));
    place.is_none_or(|place| named.is_some_and(|node| place.holds(node)))
}

/// An office in one's own country is none abroad; one whose place is not on file may be.
fn abroad(snapshot: &Snapshot, by: EntityIx, office: EntityIx) -> bool {
    snapshot.nation(office).is_none_or(|host| snapshot.nation(by) != Some(host))
}

fn no_counts() -> Table {
    let mut table =
        Table::new("claimed", &say!("offices-table-claimed"), &[("what", &say!("head-what-is-counted"), "")]);
    table.note = say!("offices-note");
    table
}

fn sheet(
    snapshot: &Snapshot,
    about: About,
    found: &[KeptOffice<'_>],
    claimed: Table,
    arguments: &Arguments<'_>,
) -> Report {
    let on_record = found.iter().filter(|kept| kept.standing.presumed).count() as u64;
    let summary = say!("offices-summary", n = on_record, day = arguments.at().words());
    let mut sheet = Report::new(about, summary);
    let groups = groups(snapshot, found);
    if !groups.is_empty() {
        sheet.charts.push(chart(&groups));
    }
    sheet.tables.push(by_host(groups).cut(arguments.limit()));
    sheet.tables.push(listed(snapshot, found, arguments).cut(arguments.limit()));
    sheet.tables.push(claimed.cut(arguments.limit()));
    sheet
}

/// Offices in one country of keepers of one level.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct OfficeGroup {
    host: String,
    level: String,
}

/// By the level of the keeper and the country of the office.
fn groups(snapshot: &Snapshot, found: &[KeptOffice<'_>]) -> BTreeMap<OfficeGroup, Tally> {
    let mut groups: BTreeMap<OfficeGroup, Tally> = BTreeMap::new();
    for kept in found.iter().filter(|kept| kept.standing.presumed) {
        let host = snapshot.nation(kept.office);
        let host = host.map_or_else(|| say!("country-not-on-file"), |host| snapshot.name(host));
        let group = OfficeGroup { host, level: wording::what(snapshot.entity(kept.by)) };
        groups.entry(group).or_default().add(kept.standing, kept.fact.evidence(snapshot));
    }
    groups
}

fn by_host(groups: BTreeMap<OfficeGroup, Tally>) -> Table {
    let columns: &[Head<'_>] = &[
        ("host", &say!("head-country"), ""),
        ("level", &say!("head-kept-by-a"), ""),
        ("offices", &say!("head-offices"), ""),
    ];
    let mut table = Table::new("hosts", &say!("offices-table-hosts"), columns);
    for (OfficeGroup { host, level }, tally) in groups {
        table.push(vec![host.into(), level.into(), tally.range()], tally.evidence);
    }
    table
}

fn chart(groups: &BTreeMap<OfficeGroup, Tally>) -> Chart {
    let rows = groups.iter().map(|(OfficeGroup { host, level }, tally)| {
        tally.dot(say!("offices-group", host = host.as_str(), level = level.as_str()), level)
    });
    Chart {
        id: "hosts",
        title: say!("offices-chart"),
        caption: say!("offices-chart-caption"),
        table: "hosts",
        picture: Picture::Bars { rows: rows.collect(), unit: "offices".to_owned() },
    }
}

fn listed(snapshot: &Snapshot, found: &[KeptOffice<'_>], arguments: &Arguments<'_>) -> Table {
    let columns: &[Head<'_>] = &[
        ("by", &say!("head-kept-by"), ""),
        ("office", &say!("head-office"), ""),
        ("city", &say!("head-city"), ""),
        ("country", &say!("head-country"), ""),
        ("since", &say!("head-since"), ""),
        ("state", &say!("head-on-that-day"), ""),
    ];
    let mut table = Table::new("offices", &say!("offices-table-offices"), columns);
    for kept in found {
        let city =
            snapshot.ancestors(kept.office).into_iter().find(|node| snapshot.entity(*node).is(Level::City));
        let cells = vec![
            snapshot.refer(kept.by).into(),
            snapshot.refer(kept.office).into(),
            city.map(|city| snapshot.refer(city)).into(),
            snapshot.nation(kept.office).map(|host| snapshot.refer(host)).into(),
            kept.fact.since().into(),
            fact_cell(snapshot, &kept.fact, arguments.at().window),
        ];
        table.push(cells, kept.fact.evidence(snapshot));
    }
    table
}
