//! The chain of an older ledger written anew: every entry keeps its number, its batch and its time.

use std::collections::{BTreeMap, BTreeSet};

use comity_ledger::chain::{self, HashedEntry, Payload};
use comity_model::Seq;

use super::first_format::{self, Entry, Summary, Tables};
use crate::derived::{LedgerRow, Page, PayloadRow};
use crate::entry::{Content, EntryKind, damaged};
use crate::erase::Tags;
use crate::error::RegisterError;
use crate::note::{Erased, Note};
use crate::rebuild;
use crate::salt::{self, Salts};
use crate::store::Session;
use crate::timestamp::Timestamp;

/// What the batch is called that names the authors.
const AUTHORS: &str = "the names of those who wrote before the renewal";

/// Who renews a ledger, and when.
#[derive(Debug, Clone, Copy)]
pub(super) struct Renewer<'a> {
    pub(super) by: &'a str,
    pub(super) at: &'a Timestamp,
}

/// An older ledger, and where it is read from.
pub(super) struct Older<'a> {
    pub(super) tables: Tables,
    pub(super) summary: &'a Summary,
    /// `None`: it lies in the database that is written to.
    pub(super) session: Option<Session>,
}

/// A chain being written.
struct Renewal {
    head: String,
    salts: Salts,
    handles: BTreeMap<String, String>,
    ledger: Page<LedgerRow>,
    payload: Page<PayloadRow>,
}

/// An entry of the new chain.
struct New<'a> {
    seq: i64,
    recorded_at: &'a str,
    who: &'a str,
    batch: i64,
    kind: EntryKind,
    /// What it is about, and its words.
    said: Option<(String, String)>,
}

/// Writes the entry that names the old head as entry 0, then every old entry under its number, then a batch that
/// names the authors; and folds it all.
pub(super) async fn renew(
    mut older: Older<'_>,
    session: &mut Session,
    hand: Renewer<'_>,
) -> Result<(), RegisterError> {
    let Summary { entries, batches, head, authors, erased } = older.summary;
    let mut renewal = Renewal::new(authors, hand.by)?;
    let told = Content::Upgrade { format: 1, entries: Seq(*entries), head: head.clone() };
    renewal.add(New {
        seq: 0,
        recorded_at: hand.at.as_str(),
        who: hand.by,
        batch: 0,
        kind: EntryKind::Upgrade,
        said: Some(("register".to_owned(), told.to_body())),
    })?;
    let (mut after, mut last) = (0, hand.at.as_str().to_owned());
    loop {
        let source = older.session.as_mut().unwrap_or(&mut *session);
        let page = older.tables.page(source, after).await?;
        let Some(end) = page.last() else { break };
        (after, last) = (end.seq, last.max(end.recorded_at.clone()));
        for entry in page {
            renewal.take(entry, erased)?;
        }
        renewal.flush(session).await?;
    }
    let names = renewal.handles.keys().cloned().collect::<Vec<_>>();
    let title = Content::Batch { title: AUTHORS.to_owned() }.to_body();
    let batch = batches + 1;
    let opening = Some((format!("batch:{batch}"), title));
    let opening = New {
        seq: entries + 1,
        recorded_at: &last,
        who: hand.by,
        batch,
        kind: EntryKind::Batch,
        said: opening,
    };
    renewal.add(opening)?;
    for (seq, name) in (entries + 2..).zip(names) {
        let about = format!("author:{}", renewal.handle(&name)?);
        let said = Some((about, Content::Author { name: name.clone() }.to_body()));
        renewal.add(New { seq, recorded_at: &last, who: &name, batch, kind: EntryKind::Author, said })?;
    }
    renewal.flush(session).await?;
    rebuild::rebuild(session).await
}

impl Renewal {
    fn new(authors: &[String], by: &str) -> Result<Self, RegisterError> {
        let mut handles = BTreeMap::new();
        for name in authors.iter().map(String::as_str).chain([by]) {
            handles.insert(name.to_owned(), salt::handle()?);
        }
        Ok(Self {
            head: String::new(),
            salts: Salts::new()?,
            handles,
            ledger: Page::default(),
            payload: Page::default(),
        })
    }

    fn handle(&self, name: &str) -> Result<String, RegisterError> {
        self.handles.get(name).cloned().ok_or_else(|| damaged(0, &"an entry by nobody"))
    }

    fn take(&mut self, entry: Entry, erased: &BTreeMap<i64, String>) -> Result<(), RegisterError> {
        let Entry { seq, recorded_at, who, batch, kind, about, body, .. } = entry;
        let said = match body {
            Some(body) if kind == EntryKind::Note => {
                Some((format!("batch:{batch}"), note(seq, &body, erased)?))
            }
            body => body.map(|body| (about, body)),
        };
        self.add(New { seq, recorded_at: &recorded_at, who: &who, batch, kind, said })
    }

    fn add(&mut self, new: New<'_>) -> Result<(), RegisterError> {
        let New { seq, recorded_at, who, batch, kind, said } = new;
        let author = self.handle(who)?;
        let salt = self.salts.of(seq);
        let payload_digest = match &said {
            Some((about, body)) => Payload { salt: &salt, about, body }.digest(),
            None => salt::blank()?,
        };
        let (kind, payload_digest) = (kind.as_str(), payload_digest.as_str());
        let hashed = HashedEntry { seq, recorded_at, author: &author, batch, kind, payload_digest };
        self.head = chain::hash(&self.head, &hashed);
        self.ledger.push(LedgerRow {
            seq: seq.into(),
            recorded_at: recorded_at.into(),
            kind: kind.into(),
            payload_digest: payload_digest.into(),
            author: author.into(),
            batch: batch.into(),
            hash: self.head.as_str().into(),
        });
        if let Some((about, body)) = said {
            let (seq, salt) = (seq.into(), salt.into());
            self.payload.push(PayloadRow { seq, salt, about: about.into(), body: body.into() });
        }
        Ok(())
    }

    async fn flush(&mut self, session: &mut Session) -> Result<(), RegisterError> {
        self.ledger.flush(session).await?;
        self.payload.flush(session).await
    }
}

/// A note in the words of today.
fn note(seq: i64, body: &str, erased: &BTreeMap<i64, String>) -> Result<String, RegisterError> {
    let old: first_format::Erased = serde_json::from_str(body).map_err(|error| damaged(seq, &error))?;
    let about: BTreeSet<String> = erased.get(&old.erased).into_iter().cloned().collect();
    let what = about.first().and_then(|about| about.split_once(':')).map_or("words", |(what, _)| what);
    let note = Note {
        erased: vec![Erased { seq: Seq(old.erased), instead: None }],
        why: old.why,
        what: what.to_owned(),
        at: None,
        tags: Tags::of(&about)?,
    };
    Ok(note.to_body())
}
