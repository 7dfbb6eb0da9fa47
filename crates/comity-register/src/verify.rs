//! Checking a register: the chain, the words it vouches for, and the tables derived from them.

use std::collections::BTreeMap;

use comity_ledger::chain::{self, HashedEntry, Payload};
use comity_model::{BatchId, Seq};

use crate::copy::copy;
use crate::derived as tables;
use crate::dump;
use crate::entry::{Content, EntryKind};
use crate::error::RegisterError;
use crate::fault::Fault;
use crate::hash_prefix::HashPrefix;
use crate::note::Note;
use crate::rebuild;
use crate::register::Register;
use crate::schema;
use crate::selected::ChainRow;
use crate::sql;
use crate::store::{self, Row, Session};

impl Register {
    /// Everything wrong with the ledger, with the tables themselves and, where the ledger is sound, with what is
    /// derived from it.
    ///
    /// `head` is the beginning of a hash noted earlier: with it a cut end and a rewritten ledger are found too. Cost:
    /// that of a rebuild elsewhere; nobody waits, and nothing is written.
    pub async fn verify(&self, head: Option<&str>) -> Result<Vec<Fault>, RegisterError> {
        self.verify_heads(&head.map(str::parse::<HashPrefix>).transpose()?.into_iter().collect::<Vec<_>>())
            .await
    }

    /// The same with any number of heads, each of which must be there.
    pub async fn verify_heads(&self, heads: &[HashPrefix]) -> Result<Vec<Fault>, RegisterError> {
        let mut session = self.store.read().await?;
        let mut faults = schema::faults(&mut session).await?;
        faults.extend(cut(&mut session).await?);
        let in_the_ledger = chain(&mut session, heads.to_vec()).await?;
        if in_the_ledger.is_empty() {
            faults.extend(refolded(&mut session).await?);
        }
        faults.extend(in_the_ledger);
        Ok(faults)
    }
}

/// What is wrong with the entries and what they say.
pub(crate) async fn chain(
    session: &mut Session,
    expected_heads: Vec<HashPrefix>,
) -> Result<Vec<Fault>, RegisterError> {
    let mut check = Check { expected_heads, ..Check::default() };
    session.each(sql::CHAIN, Vec::new(), |row| check.entry(&row)).await?;
    Ok(check.faults())
}

/// Whether a derived table still shows a batch whose entries are gone from the end.
pub(crate) async fn cut(session: &mut Session) -> Result<Option<Fault>, RegisterError> {
    let rows = session.rows(sql::BATCH_BEYOND, Vec::new()).await?;
    let Some(row) = rows.first() else { return Ok(None) };
    Ok(Some(Fault::Cut { batch: BatchId(row.int(0)?), shown: Seq(row.int(1)?), last: Seq(row.int(2)?) }))
}

/// Compares every derived table with a fresh fold, made in a register of its own: what somebody did to the tables
/// here has no hold on it.
async fn refolded(session: &mut Session) -> Result<Vec<Fault>, RegisterError> {
    let held = dump::table_digests(session).await?;
    let mut scratch = store::scratch().await?;
    for table in [&tables::LEDGER, &tables::PAYLOAD] {
        copy(table, session, &mut scratch).await?;
    }
    match rebuild::rebuild(&mut scratch).await {
        Err(RegisterError::Store(error)) => return Err(RegisterError::Store(error)),
        Err(error) => return Ok(vec![Fault::Unfoldable(error.to_string())]),
        Ok(()) => {}
    }
    let fresh = dump::table_digests(&mut scratch).await?;
    let differ = held.iter().zip(&fresh).filter(|(held, fresh)| held != fresh);
    Ok(differ.map(|((table, _), _)| Fault::Derived((*table).to_owned())).collect())
}

/// What is remembered of the entries seen so far.
#[derive(Default)]
struct Check {
    expected_heads: Vec<HashPrefix>,
    seq: i64,
    hash: String,
    recorded_at: String,
    /// The entries whose words are not those recorded: the digest of what is there, if anything is.
    altered: BTreeMap<i64, Option<String>>,
    /// What take-downs say should be there.
    erased: BTreeMap<i64, Option<String>>,
    faults: Vec<Fault>,
}

impl Check {
    fn entry(&mut self, row: &Row) -> Result<(), RegisterError> {
        let row = ChainRow::read(row)?;
        let ChainRow { seq, recorded_at, author, batch, kind, payload_digest, hash, .. } = row;
        let hashed = HashedEntry { seq, recorded_at, author, batch, kind, payload_digest };
        self.faults.extend((self.seq + 1..seq).map(|missing| Fault::Removed(Seq(missing))));
        if chain::hash(&self.hash, &hashed) != hash {
            self.faults.push(Fault::Changed(Seq(seq)));
        }
        if self.seq > 0 && recorded_at < self.recorded_at.as_str() {
            self.faults.push(Fault::Backdated(Seq(seq)));
        }
        let digest = match (row.salt, row.about, row.body) {
            (Some(salt), Some(about), Some(body)) => {
                self.note_erasures(seq, hashed.kind, body);
                self.note_older_head(seq, hashed.kind, body);
                Some(Payload { salt, about, body }.digest())
            }
            _ => None,
        };
        if digest.as_deref() != Some(hashed.payload_digest) {
            self.altered.insert(seq, digest);
        }
        self.expected_heads.retain(|head| !head.is_of(hash));
        (self.seq, self.hash, self.recorded_at) = (seq, hash.to_owned(), recorded_at.to_owned());
        Ok(())
    }

    /// The head of a ledger before it was renewed is named by its first entry.
    fn note_older_head(&mut self, seq: i64, kind: &str, body: &str) {
        if kind == EntryKind::Upgrade.as_str()
            && let Ok(Content::Upgrade { head, .. }) = Content::from_body(seq, EntryKind::Upgrade, body)
        {
            self.expected_heads.retain(|noted| !noted.is_of(&head));
        }
    }

    /// Of an entry taken down twice the later word counts.
    fn note_erasures(&mut self, seq: i64, kind: &str, body: &str) {
        if kind == EntryKind::Note.as_str()
            && let Ok(note) = Note::from_body(seq, body)
        {
            self.erased.extend(note.erased.into_iter().map(|erased| (erased.seq.0, erased.instead)));
        }
    }

    fn faults(mut self) -> Vec<Fault> {
        for (seq, digest) in &self.altered {
            match (self.erased.get(seq), digest) {
                (Some(instead), digest) if instead == digest => {}
                (_, None) => self.faults.push(Fault::Gone(Seq(*seq))),
                (_, Some(_)) => self.faults.push(Fault::Words(Seq(*seq))),
            }
        }
        let back = self.erased.keys().filter(|seq| !self.altered.contains_key(seq));
        self.faults.extend(back.map(|seq| Fault::Back(Seq(*seq))));
        self.faults.extend(self.expected_heads.iter().map(|head| Fault::Head(head.to_string())));
        self.faults
    }
}
