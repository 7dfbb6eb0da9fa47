//! Home: what this is and how complete, the map with its table, five questions with their answers.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use comity_answer::{Answer, Map, MapPlace, MapTie, World, ask};
use comity_model::Day;
use serde::Serialize;

use crate::address::link;
use crate::error::WebError;
use crate::paging::{Stretch, Turn, cut_at};
use crate::shell::Shell;
use crate::visit::Visit;
use crate::words;

/// What stands at the door.
#[derive(Debug, Serialize)]
pub(crate) struct Home {
    claims: u64,
    sources: u64,
    /// Networks of which members are on file, and all of them.
    networks_looked_at: u64,
    networks: u64,
    questions: Vec<Live>,
}

/// A question and what it comes to today.
#[derive(Debug, Serialize)]
struct Live {
    title: &'static str,
    href: String,
    answer: String,
}

/// `GET /`: the atlas on the day asked about.
pub(crate) async fn home(visit: Visit) -> Result<Response, WebError> {
    let turn: Turn = visit.fields()?;
    let world = visit.world().await?;
    let home = summary(&world, visit.state.today(), &visit.clocks.at.text)?;
    let map = crate::map::drawn(&visit).await?;
    let (limit, after) = (turn.limit()?, turn.after()?.unwrap_or(0));
    let total = map.ties.len();
    let ties = cut_at(ordered(&map), after, limit);
    Ok(visit.reply(home, |shell, home| HomePage {
        shell,
        home,
        places: map.places,
        note: map.note,
        ties,
        total,
    }))
}

fn summary(world: &World, today: Day, at: &str) -> Result<Home, WebError> {
    let arguments = BTreeMap::from([("at".to_owned(), at.to_owned())]);
    let Answer::Coverage(coverage) = ask(world, today, "coverage", &arguments)? else {
        unreachable!("a question answers as itself")
    };
    let looked_at = coverage.networks.iter().filter(|network| !network.last_look.is_empty()).count();
    Ok(Home {
        claims: world.claims() as u64,
        sources: world.sources().len() as u64,
        networks_looked_at: looked_at as u64,
        networks: coverage.networks.len() as u64,
        questions: QUESTIONS.iter().map(|question| live(world, today, question)).collect(),
    })
}

/// A title, the question behind it, and the example it is asked about.
type Example = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const QUESTIONS: &[Example] = &[
    ("What do we have with …?", "with", &[("subject", "rochester-new-york"), ("object", "japan")]),
    ("Who cut their ties?", "with", &[("subject", "united-states"), ("object", "russia")]),
    ("Who weighs more than its size?", "presence", &[("network", "mayors-migration-council")]),
    ("Where do sources disagree?", "conflicts", &[]),
    ("How complete is this?", "coverage", &[]),
];

fn live(world: &World, today: Day, (title, question, fields): &Example) -> Live {
    let arguments = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let answer = ask(world, today, question, &arguments).map(|answer| in_a_line(&answer));
    let answer = answer.unwrap_or_else(|_| "Nothing about the example is on file yet.".to_owned());
    Live { title, href: link(&format!("/ask/{question}"), fields), answer }
}

/// The gist of an answer; what no home page shows has its title.
fn in_a_line(answer: &Answer) -> String {
    match answer {
        Answer::With(with) => {
            let (ties, ended) = (&with.ties.figure, with.ended.rows.len());
            format!(
                "{}: {ties} ties found; {ended} that a source says ended or were suspended.",
                with.about.title
            )
        }
        Answer::Presence(presence) => {
            let first = presence.rows.iter().flat_map(|row| &row.quotients).next();
            let said =
                first.map_or("no share to compare with is on file".to_owned(), |one| one.words.clone());
            format!("{}: {said}.", presence.network.name)
        }
        Answer::Conflicts(conflicts) => format!(
            "{} contradictions, {} tensions, {} possible copying errors.",
            conflicts.contradictions.len(),
            conflicts.tensions.len(),
            conflicts.disputed_readings.len()
        ),
        Answer::Coverage(coverage) => {
            let (ties, single) = (words::number(&coverage.ties), words::number(&coverage.on_one_source));
            format!("{ties} ties on file, {single} of which rest on a single source.")
        }
        Answer::Profile(one) => one.about.title.clone(),
        Answer::Members(one) => one.about.title.clone(),
        Answer::Between(one) => one.about.title.clone(),
        Answer::Compare(one) => one.about.title.clone(),
        Answer::Timeline(one) => one.about.title.clone(),
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
    places: Vec<MapPlace>,
    note: String,
    ties: Stretch<MapTie>,
    total: usize,
}

impl HomePage {
    /// The place that a tie's end points to.
    fn place(&self, index: &usize) -> &MapPlace {
        &self.places[*index]
    }
}
