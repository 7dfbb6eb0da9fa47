//! Home: what this is and how complete, the map with its table, five questions with their answers.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use comity_answer::{Answer, CachedSnapshot, Map, MapPlace, MapTie, Snapshot, ask, coverage_in_short};
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
    claims: u64,
    sources: u64,
    /// Networks of which members are on file, and all of them.
    networks_looked_at: u64,
    networks: u64,
    questions: Vec<Live>,
}

/// A question and what it comes to today.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "HomeQuestion")]
struct Live {
    title: &'static str,
    href: String,
    /// What the example is about.
    about: String,
    figures: Vec<Shown>,
}

/// A number of an answer, what it counts, and where its claims are.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "HomeFigure")]
struct Shown {
    figure: String,
    counts: &'static str,
    href: String,
}

/// `GET /`: the atlas on the day asked about.
pub(crate) async fn home(visit: Visit) -> Result<Response, WebError> {
    let turn: Turn = visit.fields()?;
    let snapshot = visit.snapshot().await?;
    let home = summary(&snapshot, visit.state.today());
    let map = crate::map::drawn(&visit).await?;
    let (limit, after) = (turn.limit(), turn.after()?.unwrap_or(0));
    let total = map.ties.len();
    let ties = cut_at(ordered(&map), after, limit);
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
        claims: snapshot.claims() as u64,
        sources: snapshot.sources().len() as u64,
        networks_looked_at: coverage.networks_looked_at,
        networks: coverage.networks,
        questions: live.chain([complete(coverage.claimed)]).collect(),
    }
}

/// How complete it is goes over every tie: at the door only what is claimed is counted.
fn complete(claimed: u64) -> Live {
    let figure = Shown {
        figure: words::number(&claimed),
        counts: "claimed numbers beside what is on file",
        href: Proof::new("coverage", &BTreeMap::new()).of("/claimed"),
    };
    Live {
        title: "How complete is this?",
        href: "/ask/coverage".to_owned(),
        about: "How complete is what is on file?".to_owned(),
        figures: vec![figure],
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
        title: "What do we have with …?",
        question: "with",
        fields: &[("subject", "rochester-new-york"), ("object", "japan")],
    },
    Example {
        title: "Who cut their ties?",
        question: "with",
        fields: &[("subject", "united-states"), ("object", "russia")],
    },
    Example {
        title: "Who weighs more than its size?",
        question: "presence",
        fields: &[("network", "mayors-migration-council")],
    },
    Example { title: "Where do sources disagree?", question: "conflicts", fields: &[] },
];

fn live(snapshot: &CachedSnapshot, today: Day, example: &Example) -> Live {
    let Example { title, question, fields } = *example;
    let arguments = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let href = link(&format!("/ask/{question}"), fields);
    match ask(snapshot, today, question, &arguments) {
        Ok(answer) => {
            let proof = Proof::new(question, &arguments);
            let figures = gist(&answer).into_iter();
            let figures =
                figures.map(|(figure, counts, under)| Shown { figure, counts, href: proof.of(under) });
            Live { title, href, about: answer.about().title.clone(), figures: figures.collect() }
        }
        Err(_) => Live {
            title,
            href,
            about: "nothing about the example is on file yet".to_owned(),
            figures: Vec::new(),
        },
    }
}

/// The figures that matter most: number, what it counts, and the part of the answer behind it.
fn gist(answer: &Answer) -> Vec<(String, &'static str, &'static str)> {
    match answer {
        Answer::With(with) => vec![
            (with.ties.figure.to_string(), "ties found", "/ties"),
            (words::number(&with.ended.total), "ended, suspended or denied, says a source", "/ended"),
            (words::number(&with.please_check.len()), "to check", "/please_check"),
        ],
        Answer::Report(sheet) => {
            let first = sheet.indicators.first();
            first.map(|one| (format!("{one} {}", one.unit), "", "/measures/0")).into_iter().collect()
        }
        Answer::Conflicts(conflicts) => vec![
            (words::number(&conflicts.contradictions_total), "contradictions", "/contradictions"),
            (words::number(&conflicts.tensions_total), "tensions", "/tensions"),
            (
                words::number(&conflicts.disputed_readings_total),
                "possible copying errors",
                "/disputed_readings",
            ),
        ],
        Answer::Coverage(_)
        | Answer::Profile(_)
        | Answer::Members(_)
        | Answer::Between(_)
        | Answer::Compare(_)
        | Answer::Timeline(_) => Vec::new(),
    }
}

/// Ties by the names of their ends, so that a page of the table stays where it is.
fn ordered(map: &Map) -> Vec<MapTie> {
    let name = |place: usize| &map.places[place].name;
    let mut ties = map.ties.clone();
    ties.sort_by(|a, b| (name(a.a), name(a.b), a.layer).cmp(&(name(b.a), name(b.b), b.layer)));
    ties
}

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    shell: Shell,
    home: Home,
    nations: BTreeMap<String, String>,
    only: Option<Entity>,
    map: Map,
    ties: Stretch<MapTie>,
    total: usize,
}

impl HomePage {
    /// The place that a tie's end points to.
    fn place(&self, index: usize) -> &MapPlace {
        &self.map.places[index]
    }

    /// The country's name where it is on file, else its code.
    fn nation<'n>(&'n self, code: &'n str) -> &'n str {
        self.nations.get(code).map_or(code, String::as_str)
    }
}
