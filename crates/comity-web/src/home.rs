//! Home: what is on record, the search, five things about the field, the map and its table.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use comity_answer::{
    CachedSnapshot, Layer, Map, MapPlace, MapTie, PairSources, RegisterInShort, Snapshot, ask,
    coverage_in_short, sources_by_pair,
};
use comity_model::{Day, Entity, Level};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::address::link;
use crate::ask::Proof;
use crate::error::WebError;
use crate::paging::{Stretch, Turn, cut_at};
use crate::shell::Shell;
use crate::visit::Visit;
use crate::words;

/// What stands at the door.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Home {
    on_record: RegisterInShort,
    claims: u64,
    sources: u64,
    /// Networks of which members are on file, and all of them.
    networks_looked_at: u64,
    networks: u64,
    /// Numbers that sources give, beside what is on record.
    claimed: u64,
    questions: Vec<Live>,
}

/// A question and what it comes to today.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "HomeQuestion")]
struct Live {
    title: &'static str,
    href: String,
    /// The answer in a sentence or two; empty: nothing about the example is on file yet.
    summary: String,
    /// Where its claims are.
    claims: String,
}

/// `GET /`: the atlas on the day asked about.
pub(crate) async fn home(visit: Visit) -> Result<Response, WebError> {
    let turn: Turn = visit.fields()?;
    let snapshot = visit.snapshot().await?;
    let home = summary(&snapshot, visit.state.today());
    let map = crate::map::drawn(&visit).await?;
    let (limit, after) = (turn.limit(), turn.after()?.unwrap_or(0));
    let total = map.ties.len();
    let ties = cut_at(ordered(&map, &snapshot), after, limit);
    let only = visit.fields::<Only>()?.entity.parse().ok().and_then(|id| snapshot.entity_by_id(&id)).cloned();
    let nations = nations(&snapshot);
    Ok(visit.reply(home, |shell, home| HomePage { shell, home, nations, only, map, ties, total }))
}

/// The one entity whose ties are shown, if the address names one.
#[derive(Debug, Default, Deserialize)]
struct Only {
    #[serde(default)]
    entity: String,
}

/// Names of countries by ISO 3166-1 alpha-2.
fn nations(snapshot: &Snapshot) -> BTreeMap<String, String> {
    let nations = snapshot.entities().iter().filter(|entity| entity.is(Level::Nation));
    nations
        .filter_map(|nation| Some((nation.country.as_ref()?.to_string(), nation.name.to_string())))
        .collect()
}

fn summary(snapshot: &CachedSnapshot, today: Day) -> Home {
    let coverage = coverage_in_short(snapshot);
    let live = QUESTIONS.iter().map(|question| live(snapshot, today, question));
    Home {
        on_record: snapshot.in_short(),
        claims: snapshot.claims() as u64,
        sources: snapshot.sources().len() as u64,
        networks_looked_at: coverage.networks_looked_at,
        networks: coverage.networks,
        claimed: coverage.claimed,
        questions: live.collect(),
    }
}

/// A title, the question behind it, and the example it is asked about.
struct Example {
    title: &'static str,
    question: &'static str,
    fields: &'static [(&'static str, &'static str)],
}

const QUESTIONS: &[Example] = &[
    Example {
        title: "Which US cities cut ties with Russia?",
        question: "with",
        fields: &[("subject", "united-states"), ("object", "russia")],
    },
    Example {
        title: "How American is C40?",
        question: "presence",
        fields: &[("network", "c40"), ("of", "united-states")],
    },
    Example {
        title: "Do US states still keep offices abroad?",
        question: "offices",
        fields: &[("of", "united-states")],
    },
    Example {
        title: "Who acted against apartheid by 1987?",
        question: "acts",
        fields: &[("against", "south-africa"), ("of", "united-states"), ("at", "1987-09")],
    },
    Example { title: "Where do sources disagree?", question: "conflicts", fields: &[] },
];

fn live(snapshot: &CachedSnapshot, today: Day, example: &Example) -> Live {
    let Example { title, question, fields } = *example;
    let arguments = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let answer = ask(snapshot, today, question, &arguments);
    Live {
        title,
        href: link(&format!("/ask/{question}"), fields),
        summary: answer.map_or_else(|_| String::new(), |answer| answer.summary().to_owned()),
        claims: Proof::new(question, &arguments).of(""),
    }
}

/// A tie of the map, and how many sources tell of its agreements.
struct PairRow {
    tie: MapTie,
    sources: usize,
    /// People in the smaller of the two.
    people: u64,
}

/// What most sources tell of first, then what is between the largest places; names keep a page where it is.
fn ordered(map: &Map, snapshot: &Snapshot) -> Vec<PairRow> {
    let sources = sources_by_pair(snapshot);
    let mut rows: Vec<PairRow> =
        map.ties.iter().map(|tie| pair_row(map, snapshot, &sources, tie.clone())).collect();
    rows.sort_by(|one, other| {
        let most = |row: &PairRow| std::cmp::Reverse((row.sources, row.people));
        most(one).cmp(&most(other)).then_with(|| names(map, one).cmp(&names(map, other)))
    });
    rows
}

fn names<'m>(map: &'m Map, row: &PairRow) -> (&'m str, &'m str, Layer) {
    let name = |place: usize| map.places[place].name.as_str();
    (name(row.tie.a), name(row.tie.b), row.tie.layer)
}

fn pair_row(map: &Map, snapshot: &Snapshot, sources: &PairSources, tie: MapTie) -> PairRow {
    let at = |place: usize| snapshot.node(&map.places[place].id);
    let (a, b) = (at(tie.a), at(tie.b));
    let pair = a.zip(b).filter(|_| tie.layer == Layer::Agreements);
    let people = |node: Option<_>| node.and_then(|node| snapshot.entity(node).population).unwrap_or(0);
    PairRow {
        sources: pair.map_or(0, |pair| sources.of(pair.0, pair.1)),
        people: people(a).min(people(b)),
        tie,
    }
}

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    shell: Shell,
    home: Home,
    nations: BTreeMap<String, String>,
    only: Option<Entity>,
    map: Map,
    ties: Stretch<PairRow>,
    total: usize,
}

impl HomePage {
    /// How many of so many are dated and on several sources: "Of these 44,355, 162 carry a date, and 8,404 …".
    fn proved(&self) -> String {
        let RegisterInShort { agreements, dated_agreements, agreements_on_several, .. } = self.home.on_record;
        let RegisterInShort { memberships, dated_memberships, memberships_on_several, .. } =
            self.home.on_record;
        let all = words::number(&(agreements + memberships));
        let dated = words::number(&(dated_agreements + dated_memberships));
        let several = words::number(&(agreements_on_several + memberships_on_several));
        format!("Of these {all}, {dated} carry a date, and {several} are told by more than one source.")
    }

    /// The place that a tie's end points to.
    fn place(&self, index: usize) -> &MapPlace {
        &self.map.places[index]
    }

    /// The country's name where it is on file, else its code.
    fn nation<'n>(&'n self, code: &'n str) -> &'n str {
        self.nations.get(code).map_or(code, String::as_str)
    }
}
