//! Cite: a page as it stands, or a source itself, in the forms that papers and reference managers read.

use std::collections::BTreeMap;

use comity_answer::{Argument, Snapshot};
use comity_export::{Reference, ReferenceFormat, ReferenceKind};
use comity_messages::{Language, say};
use comity_model::{EntityId, FuzzyDate, Seq, Source, SourceKind};

use crate::address::{escaped, link, parts, web};
use crate::error::WebError;
use crate::visit::Visit;

/// What is cited, and where its forms are.
#[derive(Debug, Clone)]
pub(crate) struct Cited {
    reference: Reference,
    /// What the reader should know about the reference.
    pub(crate) note: String,
    /// What links to this server begin with.
    pub(crate) base: String,
    path: String,
    /// With both clocks, so that the address shows the same for ever.
    fields: Vec<(String, String)>,
    /// Where its changes can be followed.
    pub(crate) feed: Option<String>,
}

/// A page, as far as a reference needs to know it.
pub(crate) struct CitedPage {
    pub(crate) path: String,
    /// What its address takes besides the clocks: nothing else changes what it shows.
    pub(crate) takes: &'static [Argument],
    pub(crate) title: String,
    pub(crate) kind: ReferenceKind,
    /// The register as far as the page knows it.
    pub(crate) known: Seq,
    /// Whether the page is about a day.
    pub(crate) has_day: bool,
}

/// Fields of an address that a reference leaves out or says in its own way.
const NOT_KEPT: [&str; 4] = ["at", "known", "after", "under"];

impl Cited {
    /// A page of ours at both of its clocks. It is by the register; its sources keep their own authors.
    pub(crate) async fn page(visit: &Visit, page: CitedPage) -> Result<Self, WebError> {
        let CitedPage { path, takes, title, kind, known, has_day } = page;
        let at = &visit.clocks.at;
        let mut fields: BTreeMap<String, String> = parts(&visit.query)?;
        fields.retain(|name, value| {
            let name = name.as_str();
            takes.iter().any(|field| field.name == name)
                && !NOT_KEPT.contains(&name)
                && !value.trim().is_empty()
        });
        let mut fields: Vec<(String, String)> = fields.into_iter().collect();
        if has_day {
            fields.push(("at".to_owned(), at.text.clone()));
        }
        fields.push(("known".to_owned(), format!("#{}", known.0)));
        let entry = known.0.to_string();
        // A reference is the same for all who cite the page.
        let version = Language::English.within(|| {
            if has_day {
                say!("cite-version", day = at.words(), entry = entry)
            } else {
                say!("cite-version-entry", entry = entry)
            }
        });
        let is_data = kind == ReferenceKind::Dataset;
        let medium = if is_data { Language::English.within(|| say!("cite-data-set")) } else { String::new() };
        let mut cited = Self {
            reference: Reference {
                key: String::new(),
                kind,
                author: say!("cite-publisher"),
                title,
                publisher: say!("cite-publisher"),
                issued: recorded_on(visit, known).await?,
                accessed: None,
                version,
                medium,
                url: String::new(),
                language: "en".to_owned(),
                note: String::new(),
            },
            note: say!("cite-note-page"),
            base: visit.state.access().hosts.lasting_base(),
            path,
            fields,
            feed: None,
        };
        cited.reference.url = cited.permalink();
        cited.reference.key = cited.key();
        Ok(cited)
    }

    /// A source by its own author, publisher and address.
    pub(crate) fn source(visit: &Visit, source: &Source) -> Self {
        Self {
            reference: Reference {
                key: source.id.to_string(),
                kind: kind_of(source),
                author: source.author.to_string(),
                title: source.title.to_string(),
                publisher: source.publisher.to_string(),
                issued: source.date.clone(),
                accessed: source.seen.clone(),
                version: String::new(),
                medium: String::new(),
                url: web(&source.url).unwrap_or_default().to_owned(),
                language: source.lang.to_string(),
                note: String::new(),
            },
            note: say!("cite-note-source"),
            base: visit.state.access().hosts.lasting_base(),
            path: format!("/sources/{}", source.id),
            fields: visit.clocks.known.iter().map(|known| ("known".to_owned(), known.clone())).collect(),
            feed: None,
        }
    }

    /// The same with a feed of its changes.
    pub(crate) fn followed_at(self, feed: String) -> Self {
        Self { feed: Some(feed), ..self }
    }

    /// The same, where its address has to say one thing more.
    pub(crate) fn saying(mut self, field: &str, value: &str) -> Self {
        self.fields.push((field.to_owned(), value.to_owned()));
        self.reference.url = self.permalink();
        self.reference.key = self.key();
        self
    }

    pub(crate) fn reference(&self) -> &Reference {
        &self.reference
    }

    /// The whole address that shows the same for ever.
    pub(crate) fn permalink(&self) -> String {
        format!("{}{}", self.base, self.beside(""))
    }

    /// An address of ours that is below the page's and takes the same fields.
    pub(crate) fn beside(&self, below: &str) -> String {
        let fields: Vec<(&str, &str)> =
            self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        link(&format!("{}{below}", self.path), &fields)
    }

    pub(crate) fn apa(&self) -> String {
        self.written(ReferenceFormat::Apa)
    }

    pub(crate) fn bibtex(&self) -> String {
        self.written(ReferenceFormat::Bibtex)
    }

    pub(crate) fn written(&self, format: ReferenceFormat) -> String {
        Language::English.within(|| self.reference.written(format))
    }

    /// Where the other forms are, and what they are called.
    pub(crate) fn files(&self) -> [(String, &'static str); 4] {
        let names = ["APA", "BibTeX", "RIS", "CSL-JSON"];
        let at = |n: usize| self.beside(&format!("/cite/{}", ReferenceFormat::ALL[n].word()));
        std::array::from_fn(|n| (at(n), names[n]))
    }

    /// What its files are kept as, without the ending.
    pub(crate) fn file_name(&self) -> &str {
        &self.reference.key
    }

    /// The days that it is about, in EDTF: the one of its address, or from one to another; `None`: no day of its own.
    pub(crate) fn covers(&self) -> Option<String> {
        let said = |name| self.fields.iter().find(|(field, _)| field == name).map(|(_, text)| text.trim());
        let first = said("from").and_then(|text| text.split('/').next());
        let last = said("to").and_then(|text| text.rsplit('/').next());
        said("at").map(str::to_owned).or_else(|| Some(format!("{}/{}", first?, last?)))
    }

    pub(crate) fn kind(&self) -> ReferenceKind {
        self.reference.kind
    }

    pub(crate) fn title(&self) -> &str {
        &self.reference.title
    }

    pub(crate) fn issued(&self) -> Option<&FuzzyDate> {
        self.reference.issued.as_ref()
    }

    pub(crate) fn version(&self) -> &str {
        &self.reference.version
    }

    /// Two pages of one name differ by what is in their addresses.
    fn key(&self) -> String {
        let last = self.path.rsplit('/').find(|part| !part.is_empty()).unwrap_or("register");
        let digest = blake3::hash(self.beside("").as_bytes()).to_hex();
        format!("comity-{}-{}", escaped(last), digest.get(..6).unwrap_or_default())
    }
}

/// What the page of an entity is cited as: "Rochester, New York, United States".
pub(crate) fn title_of(snapshot: &Snapshot, id: &EntityId) -> String {
    let title = || snapshot.node(id).map_or_else(|| id.to_string(), |node| snapshot.refer(node).full());
    Language::English.within(title)
}

/// The day on which the last entry was recorded that a page knows; `None` in an empty register.
async fn recorded_on(visit: &Visit, known: Seq) -> Result<Option<FuzzyDate>, WebError> {
    let at = if known == visit.head.seq {
        visit.head.recorded_at.clone()
    } else {
        let last = visit.state.register().log(Some(Seq(known.0 + 1)), 1).await?;
        last.into_iter().next().map(|entry| entry.at)
    };
    Ok(at.and_then(|at| at.as_str().split('T').next()?.parse().ok()))
}

fn kind_of(source: &Source) -> ReferenceKind {
    let is_on_the_web = web(&source.url).is_some();
    match source.kind {
        SourceKind::Report => ReferenceKind::Report,
        SourceKind::Press => ReferenceKind::Newspaper,
        SourceKind::OfficialPage => ReferenceKind::Page,
        SourceKind::OfficialList | SourceKind::ThirdPartyList if is_on_the_web => ReferenceKind::Page,
        SourceKind::SignedInstrument
        | SourceKind::CouncilRecord
        | SourceKind::OfficialList
        | SourceKind::ScholarlyWork
        | SourceKind::ThirdPartyList
        | SourceKind::Unknown => ReferenceKind::Document,
    }
}
