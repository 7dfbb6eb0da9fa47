//! What stands around the content of every page: navigation, search, clocks, the state of the register.

use std::collections::BTreeMap;

use comity_messages::{Language, Message, message, say, sentences};
use comity_model::Day;
use comity_register::Head;
use serde::Deserialize;

use crate::agent::Agent;
use crate::api::API;
use crate::clocks::Clocks;
use crate::language::{LANG, is_english, is_translated};
use crate::words;

/// The parts of the layout that differ from page to page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shell {
    path: String,
    /// Appended to links without a question mark.
    pub(crate) carry: String,
    /// Appended to links with one.
    pub(crate) more: String,
    /// The clocks as fields of a form.
    pub(crate) hidden: Vec<(&'static str, String)>,
    pub(crate) searched: String,
    /// A sentence for a reader who looks at an earlier state of the register.
    pub(crate) past: Option<String>,
    pub(crate) now_href: String,
    pub(crate) head: Option<String>,
    pub(crate) json: Option<String>,
    /// The day asked about, in words.
    pub(crate) as_of: String,
    /// As the address has them, for the fields of the time control.
    pub(crate) at: String,
    pub(crate) known: String,
    /// Where the time control of the explorer ends.
    pub(crate) today: String,
    /// What else the address asks for, kept when the time changes.
    pub(crate) kept: Vec<(String, String)>,
    /// Who reads: what needs a session is offered to whoever has one.
    pub(crate) agent: Agent,
    /// How much waits for a person; `None`: not counted.
    waiting: Option<u64>,
    query: String,
    pub(crate) language: Language,
}

/// What of a request shows around its page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Surroundings<'v> {
    pub(crate) clocks: &'v Clocks,
    pub(crate) head: &'v Head,
    pub(crate) path: &'v str,
    pub(crate) query: &'v str,
    pub(crate) agent: &'v Agent,
    pub(crate) waiting: Option<u64>,
    pub(crate) today: Day,
    pub(crate) language: Language,
}

#[derive(Deserialize, Default)]
struct Searched {
    #[serde(default)]
    q: String,
}

/// Path and title; what lies below the path counts as being there.
const PLACES: [(&str, Message); 5] = [
    ("/explore", message!("page-explore")),
    ("/networks", message!("page-networks")),
    ("/ask", message!("page-questions")),
    ("/sources", message!("page-sources")),
    ("/files", message!("page-data")),
];

impl Shell {
    pub(crate) fn new(around: Surroundings<'_>) -> Self {
        let Surroundings { clocks, head, path, query, agent, waiting, today, language } = around;
        let searched: Searched = crate::address::parts(query).unwrap_or_default();
        let known = clocks.known.clone().unwrap_or_default();
        let at = if clocks.at_written { clocks.at.text.clone() } else { String::new() };
        let place = if path == "/" { API.to_owned() } else { format!("{API}{path}") };
        let hidden = [("at", at.clone()), ("known", known.clone())].into_iter();
        Self {
            path: path.to_owned(),
            carry: clocks.carry(),
            more: clocks.more(),
            hidden: hidden.filter(|(_, value)| !value.is_empty()).collect(),
            searched: if path == "/search" { searched.q } else { String::new() },
            past: clocks.known.as_ref().map(|known| say!("page-past", when = words::known(known))),
            now_href: without(path, query, &["known"]),
            head: Some(say!("page-head", entry = head.seq.0, hash = words::short(&head.hash))),
            json: Some(if query.is_empty() { place } else { format!("{place}?{query}") }),
            as_of: words::edtf(&clocks.at.text).unwrap_or_default(),
            today: today.to_string(),
            kept: kept(query),
            agent: agent.clone(),
            waiting,
            query: query.to_owned(),
            language,
            at,
            known,
        }
    }

    /// Around a refusal, where nothing could be read.
    pub(crate) fn bare(path: &str) -> Self {
        Self { path: path.to_owned(), ..Self::default() }
    }

    /// This page without its place in a long list.
    pub(crate) fn here(&self) -> String {
        self.without(&["after"])
    }

    /// This page without these fields.
    pub(crate) fn without(&self, fields: &[&str]) -> String {
        without(&self.path, &self.query, fields)
    }

    /// This page with as many rows as a question gives.
    pub(crate) fn whole(&self) -> String {
        let rest = without(&self.path, &self.query, &["limit"]);
        crate::address::link(&rest, &[("limit", &comity_answer::MOST_ROWS.to_string())])
    }

    /// This page with this value of a field alone; with `None`, whatever it is.
    pub(crate) fn choosing(&self, field: &str, value: Option<&str>) -> String {
        let rest = without(&self.path, &self.query, &[field, "after"]);
        crate::address::link(&rest, &[(field, value.unwrap_or_default())])
    }

    /// This page with nothing chosen.
    pub(crate) fn open(&self) -> String {
        without(&self.path, &self.query, &comity_answer::TIE_FILTER.map(|field| field.name))
    }

    /// The clock of knowing alone, for a link that has a question mark and takes no day.
    pub(crate) fn known_more(&self) -> String {
        let known = crate::address::escaped(&self.known);
        if known.is_empty() { known } else { format!("&known={known}") }
    }

    /// Address, title, whether the reader is there.
    pub(crate) fn nav(&self) -> impl Iterator<Item = (&'static str, &'static str, bool)> {
        PLACES.into_iter().map(|(place, title)| (place, title.word(), self.path.starts_with(place)))
    }

    /// What the foot says: of which day and which entry the page is, and whose its places are.
    pub(crate) fn foot(&self) -> String {
        let day = (!self.as_of.is_empty()).then(|| say!("page-as-of", day = self.as_of.as_str()));
        sentences(day.into_iter().chain(self.head.clone()).chain([say!("page-origins")]))
    }

    /// This page in each language: the tag, the address, and what the language calls itself. None of a refusal, and of what
    /// is not translated.
    pub(crate) fn languages(&self) -> impl Iterator<Item = (&'static str, String, &'static str)> {
        let is_in_all = self.head.is_some() && is_translated(&self.path);
        Language::ALL.into_iter().filter(move |_| is_in_all).map(|one| {
            let rest = without(&self.path, &self.query, &[LANG]);
            (one.tag(), crate::address::link(&rest, &[(LANG, one.code())]), one.own_name())
        })
    }

    /// The language of what the page has to say, where it is not the reader's (WCAG 2.2, 3.1.2).
    pub(crate) fn lang_of_main(&self) -> Option<&'static str> {
        let is_other = self.language != Language::English && is_english(&self.path);
        is_other.then(|| Language::English.tag())
    }

    /// This page in the languages that it is not in.
    pub(crate) fn other_languages(&self) -> impl Iterator<Item = (&'static str, String, &'static str)> {
        let own = self.language.tag();
        self.languages().filter(move |(tag, ..)| *tag != own)
    }

    pub(crate) fn is_at_review(&self) -> bool {
        self.path.starts_with("/review")
    }

    /// How many names wait to be matched; `None` where none does.
    pub(crate) fn waiting(&self) -> Option<String> {
        self.waiting.filter(|n| *n > 0).map(|n| words::number(&n))
    }
}

fn without(path: &str, query: &str, fields: &[&str]) -> String {
    let named = |field: &&str| !fields.iter().any(|name| field.split('=').next() == Some(name));
    let kept: Vec<&str> = query.split('&').filter(|field| !field.is_empty()).filter(named).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

fn kept(query: &str) -> Vec<(String, String)> {
    let fields: BTreeMap<String, String> = crate::address::parts(query).unwrap_or_default();
    fields.into_iter().filter(|(name, _)| !["at", "known", "after"].contains(&name.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_can_be_left_out_of_an_address() {
        assert_eq!(without("/sources", "known=%2312&at=2019", &["known"]), "/sources?at=2019");
        assert_eq!(without("/sources", "known=x", &["known"]), "/sources");
    }
}
