//! Which missions went abroad, year by year: who sent and led them, where to, and for which trades?

mod mission;

use std::collections::{BTreeMap, BTreeSet};

use comity_messages::{message, say};
use comity_model::EntityKind;
use comity_snapshot::{EntityIx, Evidence, Layer, Snapshot, Territory, fold, wording};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may};
use crate::report::{
    Bar, Cell, Chart, CoverageQuery, Head, Indicator, Method, Picture, Report, Table, about, as_number,
    looked,
};
use mission::Mission;

pub(crate) const QUESTION: Question = Question {
    id: "missions",
    title: message!("question-missions"),
    group: Group::Bursts,
    help: message!("help-missions"),
    arguments: &[
        may("of", Range::Entity, "only those sent by this place or body, or by places in it"),
        may("host", Range::Entity, "only those that went to this city or country"),
        may("sector", Range::Text { of: "a trade" }, "only those for this trade, such as agriculture"),
        AT,
        LIMIT,
    ],
    example: &[("of", "united-states"), ("host", "japan")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let sector = arguments.text("sector").map(fold);
    let at = arguments.at();
    let of = arguments.territory("of")?;
    let host = arguments.territory("host")?;
    let sides: Vec<_> = of.iter().collect();
    let looked = looked(snapshot, &CoverageQuery { layers: &[Layer::Events], sides: &sides });
    let name = |place: &Territory| snapshot.name(place.root());
    let whose = of.as_ref().map_or_else(String::new, |of| say!("part-of", place = name(of)));
    let there = host.as_ref().map_or_else(String::new, |host| say!("missions-part-to", place = name(host)));
    let title = say!("missions-title", whose = whose, there = there);
    let mut about = about(QUESTION.id, snapshot, title, &at, looked);
    about.methods.push(Method::new(&say!("missions-method"), ""));
    let mut found: Vec<Mission> = snapshot
        .of_kind(EntityKind::Event)
        .filter(|event| snapshot.entity(*event).class == "mission")
        .map(|event| Mission::of(snapshot, event))
        .filter(|one| of.as_ref().is_none_or(|of| one.senders.iter().any(|sender| of.holds(*sender))))
        .filter(|one| host.as_ref().is_none_or(|host| one.hosts.iter().any(|place| host.holds(*place))))
        .filter(|one| sector.as_ref().is_none_or(|sector| one.is_for(sector)))
        .filter(|one| one.when.is_none_or(|when| when.earliest <= at.window.to))
        .collect();
    found.sort_by_key(|one| (one.when, one.event));
    if found.is_empty() {
        return Ok(Report::unanswerable(about, &say!("missions-none")).into());
    }
    let countries = by_country(snapshot, &found);
    let mut sheet = Report::new(about, summary(snapshot, &found, &countries));
    sheet.indicators = figures(snapshot, &found, &countries);
    sheet.charts.extend(chart(&found));
    sheet.tables.push(years(&found).cut(arguments.limit()));
    sheet.tables.push(
        groups("hosts", &say!("missions-table-hosts"), &say!("head-country"), named(snapshot, &countries))
            .cut(arguments.limit()),
    );
    sheet.tables.push(
        groups("sectors", &say!("missions-table-sectors"), &say!("head-trade"), by_sector(&found))
            .cut(arguments.limit()),
    );
    sheet.tables.push(listed(snapshot, &found).cut(arguments.limit()));
    Ok(sheet.into())
}

/// Missions that have something in common.
#[derive(Clone, Default)]
struct MissionGroup {
    held: u64,
    announced: u64,
    evidence: Vec<Evidence>,
}

impl MissionGroup {
    fn add(&mut self, mission: &Mission) {
        let count = if mission.held { &mut self.held } else { &mut self.announced };
        *count += 1;
        self.evidence.extend(mission.evidence.first().cloned());
    }

    fn bar(&self, year: i32) -> Bar {
        Bar { year, value: as_number(self.held), possible: as_number(self.all()), burst: 0 }
    }

    fn all(&self) -> u64 {
        self.held + self.announced
    }
}

/// The most visited first.
fn by_country(snapshot: &Snapshot, found: &[Mission]) -> Vec<(EntityIx, MissionGroup)> {
    let mut groups: BTreeMap<EntityIx, MissionGroup> = BTreeMap::new();
    for mission in found {
        for country in mission.countries(snapshot) {
            groups.entry(country).or_default().add(mission);
        }
    }
    let mut groups: Vec<(EntityIx, MissionGroup)> = groups.into_iter().collect();
    groups.sort_by_key(|(country, group)| (std::cmp::Reverse(group.all()), snapshot.name(*country)));
    groups
}

fn by_sector(found: &[Mission]) -> Vec<(Cell, MissionGroup)> {
    let mut groups: BTreeMap<&str, MissionGroup> = BTreeMap::new();
    for mission in found {
        for sector in &mission.sectors {
            groups.entry(sector).or_default().add(mission);
        }
    }
    let mut groups: Vec<(&str, MissionGroup)> = groups.into_iter().collect();
    groups.sort_by_key(|(sector, group)| (std::cmp::Reverse(group.all()), *sector));
    groups.into_iter().map(|(sector, group)| (wording::spoken(sector).into(), group)).collect()
}

fn named(snapshot: &Snapshot, countries: &[(EntityIx, MissionGroup)]) -> Vec<(Cell, MissionGroup)> {
    countries.iter().map(|(country, group)| (snapshot.refer(*country).into(), group.clone())).collect()
}

/// The country that more went to than to any other; `None` where two or more are alike.
fn most_visited(countries: &[(EntityIx, MissionGroup)]) -> Option<&(EntityIx, MissionGroup)> {
    match countries {
        [first, second, ..] if first.1.all() > second.1.all() => Some(first),
        _ => None,
    }
}

fn announced(found: &[Mission]) -> usize {
    found.iter().filter(|mission| !mission.held).count()
}

/// "47 missions abroad are on file, the first in 1982, the last in 2024. More went to Japan (12) than …"
fn summary(snapshot: &Snapshot, found: &[Mission], countries: &[(EntityIx, MissionGroup)]) -> String {
    let years: Vec<i32> = found.iter().filter_map(Mission::year).collect();
    let mut said = match (years.iter().min(), years.iter().max()) {
        (Some(first), Some(last)) if first < last => {
            say!("missions-summary", n = found.len(), first = first.to_string(), last = last.to_string())
        }
        (Some(year), _) => say!("missions-of-year", n = found.len(), year = year.to_string()),
        _ => say!("missions-undated", n = found.len()),
    };
    if let Some((country, group)) = most_visited(countries) {
        said = say!("missions-most", said = said, n = group.all(), place = snapshot.name(*country));
    }
    match announced(found) {
        0 => said,
        n => say!("missions-announced", said = said, n = n),
    }
}

fn figures(snapshot: &Snapshot, found: &[Mission], countries: &[(EntityIx, MissionGroup)]) -> Vec<Indicator> {
    let all = found.iter().filter_map(Mission::first_claim);
    let mut figures = vec![Indicator::count(&say!("missions-figure"), found.len(), "").by(all)];
    if let Some((country, group)) = most_visited(countries) {
        let label = say!("missions-figure-most", place = snapshot.name(*country));
        figures.push(Indicator::new(&label, Some(as_number(group.all())), "").by(group.evidence.clone()));
    }
    let only = found.iter().filter(|mission| !mission.held).filter_map(Mission::first_claim);
    figures.push(Indicator::count(&say!("missions-figure-announced"), announced(found), "").by(only));
    figures
}

fn per_year(found: &[Mission]) -> BTreeMap<i32, MissionGroup> {
    let mut years: BTreeMap<i32, MissionGroup> = BTreeMap::new();
    for mission in found {
        if let Some(year) = mission.year() {
            years.entry(year).or_default().add(mission);
        }
    }
    years
}

fn chart(found: &[Mission]) -> Option<Chart> {
    let chart = Chart {
        id: "years",
        title: say!("missions-chart"),
        caption: say!("missions-chart-caption"),
        table: "years",
        picture: Picture::Strip {
            bars: per_year(found).into_iter().map(|(year, group)| group.bar(year)).collect(),
            unit: say!("axis-missions"),
            undated: None,
        },
    };
    chart.is_worth_drawing().then_some(chart)
}

fn years(found: &[Mission]) -> Table {
    let rows = per_year(found).into_iter().map(|(year, group)| (year.to_string().into(), group));
    let mut table = groups("years", &say!("missions-table-years"), &say!("head-year"), rows.collect());
    let undated = found.iter().filter(|mission| mission.year().is_none()).count();
    if undated > 0 {
        table.note = say!("missions-undated-note", n = undated);
    }
    table
}

fn groups(id: &'static str, title: &str, of: &str, rows: Vec<(Cell, MissionGroup)>) -> Table {
    let columns: &[Head<'_>] = &[
        ("of", of, ""),
        ("held", &say!("head-reported"), ""),
        ("announced", &say!("head-announced-only"), ""),
    ];
    let mut table = Table::new(id, title, columns);
    for (of, group) in rows {
        table.push(vec![of, group.held.into(), group.announced.into()], group.evidence);
    }
    table
}

fn listed(snapshot: &Snapshot, found: &[Mission]) -> Table {
    let columns: &[Head<'_>] = &[
        ("when", &say!("head-when"), ""),
        ("mission", &say!("head-mission"), ""),
        ("by", &say!("head-sent-by"), ""),
        ("led_by", &say!("head-led-by"), ""),
        ("places", &say!("head-places-visited"), ""),
        ("sectors", &say!("head-trades"), ""),
        ("days", &say!("head-days"), ""),
        ("delegation", &say!("head-went-along"), ""),
        ("state", &say!("head-on-file-as"), ""),
    ];
    let mut table = Table::new("missions", &say!("missions-table-missions"), columns);
    let all = |nodes: &BTreeSet<EntityIx>| all_of(snapshot, nodes);
    for one in found {
        let from = one.when.map(|when| when.earliest.to_string()).unwrap_or_default();
        let state = if one.held { say!("missions-held") } else { say!("missions-only-announced") };
        let sectors: Vec<String> = one.sectors.iter().map(|sector| wording::spoken(sector)).collect();
        let cells = vec![
            Cell::Time { words: one.words.clone(), from },
            snapshot.refer(one.event).into(),
            all(&one.senders),
            all(&one.leaders),
            all(&one.hosts),
            wording::list(&sectors).into(),
            one.days.clone().into(),
            one.delegation.clone().into(),
            state.into(),
        ];
        table.push(cells, one.evidence.clone());
    }
    table
}

fn all_of(snapshot: &Snapshot, nodes: &BTreeSet<EntityIx>) -> Cell {
    Cell::entities(&nodes.iter().map(|node| snapshot.refer(*node)).collect::<Vec<_>>())
}
