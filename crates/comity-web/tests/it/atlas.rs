//! The built-in atlas as a server and as a terminal have it, and its questions asked of both.

use std::collections::BTreeMap;

use comity_answer::{Answer, Argument, Question, Range, SnapshotStore, ask_beside, questions};
use comity_model::{Day, FuzzyDate};

use crate::visitor::{Visitor, encoded};

pub(crate) struct Atlas {
    pub(crate) reader: Visitor,
    door: SnapshotStore,
    today: Day,
}

/// One question as an address asks it.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) question: &'static Question,
    fields: BTreeMap<String, String>,
}

/// Takes seconds about its example, which asks who lies between all cities of a country.
const SLOW: &str = "connected";
/// Beside the examples of the questions: those with more to count, and a quick one about what is slow.
const MORE: [&str; 5] = [
    "/ask/connected?of=japan&layers=agreements",
    "/ask/with?subject=united-states&object=russia",
    "/ask/with?subject=rochester-new-york&object=russia",
    "/ask/between?a=united-states&b=japan",
    "/ask/conflicts",
];

impl Atlas {
    pub(crate) async fn open() -> Self {
        let reader = Visitor::before_the_atlas().await;
        let today = reader.json("/api/v1/ask/conflicts").await["moment"]["at"].as_str().unwrap().to_owned();
        let door = SnapshotStore::new(reader.register().await);
        Self { reader, door, today: today.parse::<FuzzyDate>().unwrap().earliest() }
    }

    /// Every question about its example, and more.
    pub(crate) async fn examples(&self) -> Vec<Asked> {
        let all = self.reader.json("/api/v1/ask").await;
        let quick = all["items"].as_array().unwrap().iter().filter(|item| item["id"] != SLOW);
        quick.map(|item| item["href"].as_str().unwrap()).chain(MORE).map(Asked::read).collect()
    }

    /// As `comity ask` has it.
    pub(crate) async fn answer(&self, asked: &Asked) -> Answer {
        let world = self.door.snapshot(None).await.unwrap();
        let earlier = self.door.earlier(&asked.fields).await.unwrap();
        ask_beside(&world, earlier.as_deref(), self.today, asked.question.id, &asked.fields).unwrap()
    }
}

impl Asked {
    fn read(href: &str) -> Self {
        let (path, query) = href.split_once('?').unwrap_or((href, ""));
        let id = path.strip_prefix("/ask/").unwrap();
        let question = questions().iter().find(|question| question.id == id).unwrap();
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let plain = |text: &str| text.replace("%20", " ").replace("%23", "#");
        let fields = pairs.map(|(name, value)| (name.to_owned(), plain(value))).collect();
        Self { question, fields }
    }

    /// With so many rows a table, of the fewest and the most there may be; `None` where it takes no limit.
    pub(crate) fn limited(&self, rows: fn(u64, u64) -> u64) -> Option<Self> {
        let of = |one: &Argument| match one.range {
            Range::Whole { least, most } if one.name == "limit" => Some(rows(least, most)),
            _ => None,
        };
        let limit = self.question.arguments.iter().find_map(of)?;
        let mut limited = self.clone();
        limited.fields.insert("limit".to_owned(), limit.to_string());
        Some(limited)
    }

    /// Its address, or that of one of its files.
    pub(crate) fn href(&self, file: &str) -> String {
        let field = |(name, value): (&String, &String)| format!("{name}={}", encoded(value));
        let fields: Vec<String> = self.fields.iter().map(field).collect();
        format!("/ask/{}{file}?{}", self.question.id, fields.join("&"))
    }
}
