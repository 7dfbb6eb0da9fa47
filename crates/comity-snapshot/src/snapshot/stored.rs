//! A snapshot as a file, so that it is opened and not made: written whole, read where it lies.
//!
//! The bytes are handed in and handed out; who maps, locks and renames files stands above. Nothing in it depends on a
//! day or a question.

mod blob;
mod layout;
mod reader;
mod row;
mod texts;
mod vocabulary;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use comity_model::{
    Coverage, Dispute, EntityId, FuzzyDate, IdentityJudgement, LinkKind, Seq, Source, SourceId,
};

use super::adjacency::Adjacency;
use super::column::Column;
use super::ids::Ids;
use super::names::{Keys, Names};
use super::{EntityIx, Snapshot, source_places};
pub(super) use layout::Section;
pub(super) use reader::{RowReader, StoredFile};
use row::fields;
pub(super) use row::{InRow, RowWriter};
pub(super) use texts::TextList;

/// Of which state a snapshot file is, and by which program: it is of use to nobody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SnapshotKey {
    /// Whatever tells one build of the program from another: another may read the same ledger otherwise.
    pub program: String,
    /// The last entry, and the hash of the ledger there.
    pub known: Seq,
    pub head: String,
    /// How many take-downs there were: each changes what is known.
    pub erasures: u64,
}

impl SnapshotKey {
    fn to_text(&self) -> String {
        let Self { program, known: Seq(known), head, erasures } = self;
        format!("program {program}\nknown {known}\nhead {head}\nerasures {erasures}\n")
    }
}

/// Why a file is of no use.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadSnapshotFile {
    #[error("it starts with other bytes than a snapshot does")]
    Foreign,
    #[error("it has format {found}, and this program reads {}", layout::FORMAT)]
    Format { found: u32 },
    #[error("it is cut off or damaged: {part}")]
    Damaged { part: String },
    /// Nothing is wrong with it; the ledger or the program is another by now.
    #[error("it is of another state of the ledger, or of another program")]
    OtherState,
}

/// What is short in any register.
struct Lists {
    sources: Vec<Source>,
    canon: BTreeMap<EntityId, EntityId>,
    coverage: Vec<Coverage>,
    disputes: Vec<Dispute>,
    told: Vec<IdentityJudgement>,
    waiting: BTreeMap<SourceId, u64>,
    imported: BTreeMap<SourceId, FuzzyDate>,
    open_about: BTreeMap<EntityId, u64>,
    nations: BTreeMap<String, u32>,
    link_claims: u32,
}

fields!(Lists {
    sources,
    canon,
    coverage,
    disputes,
    told,
    waiting,
    imported,
    open_about,
    nations,
    link_claims,
});

impl Snapshot {
    /// The bytes of the file: the same for the same holdings.
    ///
    /// Cost: about that of a pass over everything, and of a digest of the bytes.
    pub fn to_file(&self, key: &SnapshotKey) -> Vec<u8> {
        let mut sections = [const { Vec::new() }; layout::SECTIONS];
        let mut put = |section: Section, bytes: Vec<u8>| sections[section as usize] = bytes;
        let mut writer = RowWriter::default();
        put(Section::Key, key.to_text().into_bytes());
        self.lists().put(&mut writer);
        put(Section::Lists, std::mem::take(&mut writer.words));
        let mut rows = |[starts, rows]: [Section; 2], (at, words): (Vec<u32>, Vec<u8>)| {
            put(starts, bytes(&at));
            put(rows, words);
        };
        rows([Section::EntityStarts, Section::Entities], writer.rows(self.entities.iter()));
        rows([Section::LinkStarts, Section::Links], writer.rows(self.links.iter()));
        rows([Section::StatementStarts, Section::Statements], writer.rows(self.statements.iter()));
        rows([Section::OpenStarts, Section::Open], writer.rows(self.open.iter()));
        rows([Section::TextStarts, Section::Texts], (writer.texts.starts, writer.texts.text));
        let ids = self.ids.parts();
        rows([Section::IdStarts, Section::Ids], texts(ids.0));
        let [written, romanised] = [&self.names.written, &self.names.romanised];
        rows([Section::NameStarts, Section::Names], texts(&written.names));
        rows([Section::RomanisedStarts, Section::Romanised], texts(&romanised.names));
        for (sections, adjacency) in self.adjacencies() {
            rows(sections, (adjacency.starts.clone(), bytes(&adjacency.items)));
        }
        put(Section::NameBearers, bytes(&written.bearers));
        put(Section::RomanisedBearers, bytes(&romanised.bearers));
        put(Section::IdSlots, bytes(ids.1));
        put(Section::LinkKinds, self.kinds.iter().map(|kind| *kind as u8).collect());
        let ends: Vec<u32> = self.ends.iter().flat_map(|(subject, object)| [subject.0, object.0]).collect();
        put(Section::Ends, bytes(&ends));
        put(Section::Ties, bytes(self.all_ties()));
        layout::file(&sections)
    }

    /// Opens what [`Self::to_file`] wrote for the same key.
    ///
    /// Cost: a digest of the bytes; entities, links and statements are read when somebody comes by.
    pub fn open_file(
        file: impl AsRef<[u8]> + Send + Sync + 'static,
        key: &SnapshotKey,
    ) -> Result<Self, BadSnapshotFile> {
        let file = StoredFile::open(Arc::new(file), key)?;
        let numbers = |section: Section| file.section(section).numbers();
        let adjacency =
            |[starts, items]: [Section; 2]| Adjacency { starts: numbers(starts), items: numbers(items) };
        let keys = |starts, names, bearers| Keys {
            names: TextList::stored(&file, [starts, names]),
            bearers: numbers(bearers),
        };
        let lists = Lists::take(&mut file.lists());
        let kinds = file.section(Section::LinkKinds);
        let ends = numbers(Section::Ends);
        let (ends, _) = ends.as_chunks::<2>();
        Ok(Self {
            known: key.known,
            head: key.head.clone(),
            source_places: source_places(&lists.sources),
            sources: lists.sources,
            entities: Column::stored(&file, [Section::EntityStarts, Section::Entities], InRow::take),
            ids: Ids::stored(
                TextList::stored(&file, [Section::IdStarts, Section::Ids]),
                numbers(Section::IdSlots),
            ),
            canon: lists.canon,
            links: Column::stored(&file, [Section::LinkStarts, Section::Links], InRow::take),
            kinds: kinds.bytes().iter().map(|kind| LinkKind::ALL[usize::from(*kind)]).collect(),
            link_claims: lists.link_claims,
            ends: ends.iter().map(|[subject, object]| (EntityIx(*subject), EntityIx(*object))).collect(),
            outgoing: adjacency([Section::OutgoingStarts, Section::Outgoing]),
            incoming: adjacency([Section::IncomingStarts, Section::Incoming]),
            parents: adjacency([Section::ParentStarts, Section::Parents]),
            children: adjacency([Section::ChildStarts, Section::Children]),
            nations: lists.nations.into_iter().map(|(code, nation)| (code, EntityIx(nation))).collect(),
            names: Names {
                written: keys(Section::NameStarts, Section::Names, Section::NameBearers),
                romanised: keys(Section::RomanisedStarts, Section::Romanised, Section::RomanisedBearers),
            },
            statements: Column::stored(&file, [Section::StatementStarts, Section::Statements], InRow::take),
            about: adjacency([Section::AboutStarts, Section::About]),
            coverage: lists.coverage,
            disputes: lists.disputes,
            told: lists.told,
            waiting: lists.waiting,
            open: Column::stored(&file, [Section::OpenStarts, Section::Open], InRow::take),
            imported: lists.imported,
            open_about: lists.open_about,
            triples: OnceLock::new(),
            exhaustive: OnceLock::new(),
            tie_counts: OnceLock::from(numbers(Section::Ties)),
            successions: OnceLock::new(),
        })
    }

    fn lists(&self) -> Lists {
        Lists {
            sources: self.sources.clone(),
            canon: self.canon.clone(),
            coverage: self.coverage.clone(),
            disputes: self.disputes.clone(),
            told: self.told.clone(),
            waiting: self.waiting.clone(),
            imported: self.imported.clone(),
            open_about: self.open_about.clone(),
            nations: self.nations.iter().map(|(code, nation)| (code.clone(), nation.0)).collect(),
            link_claims: self.link_claims,
        }
    }

    fn adjacencies(&self) -> [([Section; 2], &Adjacency); 5] {
        [
            ([Section::OutgoingStarts, Section::Outgoing], &self.outgoing),
            ([Section::IncomingStarts, Section::Incoming], &self.incoming),
            ([Section::ParentStarts, Section::Parents], &self.parents),
            ([Section::ChildStarts, Section::Children], &self.children),
            ([Section::AboutStarts, Section::About], &self.about),
        ]
    }
}

fn bytes(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn texts(list: &TextList) -> (Vec<u32>, Vec<u8>) {
    let (starts, text) = list.parts();
    (starts.to_vec(), text.to_vec())
}
