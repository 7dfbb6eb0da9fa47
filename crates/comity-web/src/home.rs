//! Home: what is on record, the flows between countries, five things about the field, what is new.

use askama::Template;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use comity_answer::{
    CachedSnapshot, CountryFlow, CountryFlows, RegisterInShort, ask, country_flows, coverage_in_short,
};
use comity_messages::{Message, message, say, sentences};
use comity_model::Day;
use comity_register::Batch;
use schemars::JsonSchema;
use serde::Serialize;

use crate::address::link;
use crate::ask::Proof;
use crate::atlas::{self, Panel};
use crate::error::WebError;
use crate::shell::Shell;
use crate::visit::{Face, Visit};
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
    /// Agreements across borders on the day, by pairs of countries: the largest, and how many there are in all.
    flows: CountryFlows,
    questions: Vec<Live>,
    /// The newest batches.
    news: Vec<Batch>,
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

/// How many batches are news.
const NEWS: u32 = 3;
/// Exchanges that are listed beside the map.
const LISTED: usize = 6;
/// What an address of the front page asked of the map, which has a page of its own now.
const OF_THE_MAP: [&str; 4] = ["entity=", "layer=", "after=", "limit="];

/// `GET /`: what is on record on the day asked about.
pub(crate) async fn home(visit: Visit) -> Result<Response, WebError> {
    let fields = visit.query.split('&');
    if visit.face == Face::Page
        && fields.into_iter().any(|field| OF_THE_MAP.iter().any(|name| field.starts_with(name)))
    {
        let explore = format!("/explore?{}", visit.query);
        return Ok((StatusCode::MOVED_PERMANENTLY, [(LOCATION, explore)]).into_response());
    }
    let snapshot = visit.snapshot().await?;
    let flows = atlas::drawn(&country_flows(&snapshot, &visit.clocks.at));
    let news = visit.state.register().batches(None, NEWS).await?;
    let home = Home { flows, news, ..summary(&snapshot, visit.state.today()) };
    Ok(visit.reply(home, |shell, home| HomePage { shell, panels: atlas::panels(&home.flows), home }))
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
        flows: CountryFlows::default(),
        questions: live.collect(),
        news: Vec::new(),
    }
}

/// A title, the question behind it, and the example it is asked about.
struct Example {
    title: Message,
    question: &'static str,
    fields: &'static [(&'static str, &'static str)],
}

const QUESTIONS: &[Example] = &[
    Example {
        title: message!("home-cut-ties"),
        question: "with",
        fields: &[("subject", "united-states"), ("object", "russia")],
    },
    Example {
        title: message!("home-american"),
        question: "presence",
        fields: &[("network", "c40"), ("of", "united-states")],
    },
    Example { title: message!("home-offices"), question: "offices", fields: &[("of", "united-states")] },
    Example {
        title: message!("home-apartheid"),
        question: "acts",
        fields: &[("against", "south-africa"), ("of", "united-states"), ("at", "1987-09")],
    },
    Example { title: message!("home-disagree"), question: "conflicts", fields: &[] },
];

fn live(snapshot: &CachedSnapshot, today: Day, example: &Example) -> Live {
    let Example { title, question, fields } = *example;
    let arguments = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let answer = ask(snapshot, today, question, &arguments);
    Live {
        title: title.word(),
        href: link(&format!("/ask/{question}"), fields),
        summary: answer.map_or_else(|_| String::new(), |answer| answer.summary().to_owned()),
        claims: Proof::new(question, &arguments).of(""),
    }
}

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    shell: Shell,
    panels: [Panel; 2],
    home: Home,
}

/// Two countries, and how much they have with each other.
struct Exchange {
    names: String,
    href: String,
    n: u64,
    /// Of a hundred: how long its bar is beside the largest.
    share: u64,
}

impl HomePage {
    /// What this is, and how the figures begin.
    fn lede() -> String {
        sentences([say!("home-lede"), say!("home-on-record")])
    }

    /// How many of so many are dated and on several sources: "Of these 44,355, 162 carry a date, and 8,404 …".
    fn proved(&self) -> String {
        let RegisterInShort { agreements, dated_agreements, agreements_on_several, .. } = self.home.on_record;
        let RegisterInShort { memberships, dated_memberships, memberships_on_several, .. } =
            self.home.on_record;
        say!(
            "home-proved",
            all = agreements + memberships,
            dated = dated_agreements + dated_memberships,
            several = agreements_on_several + memberships_on_several
        )
    }

    /// What of all is on the maps.
    fn caption(&self) -> String {
        let flows = &self.home.flows;
        let drawn: u64 = flows.flows.iter().map(|flow| flow.n).sum();
        if flows.across == 0 {
            return say!("home-no-flows");
        }
        if drawn == flows.across {
            return say!("home-drawn-all", n = flows.across);
        }
        let share = percent(drawn, flows.across);
        say!("home-drawn", drawn = flows.flows.len(), pairs = flows.pairs, share = share, n = flows.across)
    }

    fn exchanges(&self) -> Vec<Exchange> {
        let most = self.home.flows.flows.first().map_or(1, |flow| flow.n);
        self.home.flows.flows.iter().take(LISTED).map(|flow| self.exchange(flow, most)).collect()
    }

    fn exchange(&self, flow: &CountryFlow, most: u64) -> Exchange {
        let (a, b) = (&self.home.flows.countries[flow.a], &self.home.flows.countries[flow.b]);
        let ends = a.id.as_ref().zip(b.id.as_ref());
        let href = ends.map(|(a, b)| link("/ask/with", &[("subject", a.as_str()), ("object", b.as_str())]));
        Exchange {
            names: format!("{} – {}", a.name, b.name),
            href: href.unwrap_or_default(),
            n: flow.n,
            share: percent(flow.n, most),
        }
    }
}

/// Rounded to a whole one.
fn percent(part: u64, whole: u64) -> u64 {
    (part * 200 + whole) / (whole * 2).max(1)
}
