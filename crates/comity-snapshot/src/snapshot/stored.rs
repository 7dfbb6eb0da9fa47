//! A snapshot as a file, so that it is opened and not made: written whole, read where it lies.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use comity_model::{Coverage, Dispute, EntityId, FuzzyDate, IdentityJudgement, LinkKind, Source, SourceId};

use super::about::About;
use super::adjacency::Adjacency;
use super::containment::Containment;
use super::file::{
    BadSnapshotFile, InRow, RowReader, RowWriter, Section, Sections, SnapshotKey, StoredFile, TextList,
    fields,
};
use super::ids::Ids;
use super::names::{Keys, Names};
use super::record_column::RecordColumn;
use super::{EntityIx, Snapshot, source_places};

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
    nations: BTreeMap<String, Vec<u32>>,
    link_claims: u32,
    recorded: u32,
    within_by_links: Vec<u32>,
    within_dangling: BTreeMap<EntityId, Vec<u32>>,
    about_dangling: BTreeMap<EntityId, Vec<u32>>,
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
    recorded,
    within_by_links,
    within_dangling,
    about_dangling,
});

impl Snapshot {
    /// The bytes of the file: the same for the same holdings.
    ///
    /// Cost: about that of a pass over everything, and of a digest of the bytes.
    pub fn to_file(&self, key: &SnapshotKey) -> Vec<u8> {
        let mut sections = Sections::new();
        let mut writer = RowWriter::default();
        sections.put(Section::Key, key.to_text().into_bytes());
        self.lists().put(&mut writer);
        sections.put(Section::Lists, std::mem::take(&mut writer.words));
        self.put_records(&mut sections, &mut writer);
        sections.put_rows([Section::TextStarts, Section::Texts], (&writer.texts.starts, writer.texts.text));
        self.put_names(&mut sections);
        for (places, adjacency) in self.adjacencies() {
            sections.put_numbers(places[0], &adjacency.starts);
            sections.put_numbers(places[1], &adjacency.items);
        }
        sections.put(Section::LinkKinds, self.kinds.iter().map(|kind| *kind as u8).collect());
        let ends: Vec<u32> = self.ends.iter().flat_map(|(subject, object)| [subject.0, object.0]).collect();
        sections.put_numbers(Section::Ends, &ends);
        sections.put_numbers(Section::Ties, self.all_ties());
        sections.into_file()
    }

    fn put_records(&self, sections: &mut Sections, writer: &mut RowWriter) {
        let written = [
            ([Section::EntityStarts, Section::Entities], writer.rows(self.entities.iter())),
            ([Section::LinkStarts, Section::Links], writer.rows(self.links.iter())),
            ([Section::StatementStarts, Section::Statements], writer.rows(self.statements.iter())),
            ([Section::OpenStarts, Section::Open], writer.rows(self.open.iter())),
        ];
        for (places, (starts, rows)) in written {
            sections.put_rows(places, (&starts, rows));
        }
    }

    fn put_names(&self, sections: &mut Sections) {
        let (ids, slots) = self.ids.parts();
        let Names { written, romanised } = &self.names;
        let lists = [
            ([Section::IdStarts, Section::Ids], ids),
            ([Section::NameStarts, Section::Names], &written.names),
            ([Section::RomanisedStarts, Section::Romanised], &romanised.names),
        ];
        for (places, list) in lists {
            let (starts, text) = list.parts();
            sections.put_rows(places, (starts, text.to_vec()));
        }
        sections.put_numbers(Section::IdSlots, slots);
        sections.put_numbers(Section::NameBearers, &written.bearers);
        sections.put_numbers(Section::RomanisedBearers, &romanised.bearers);
    }

    /// Of which state a file is that [`Self::to_file`] wrote, though it may be damaged elsewhere.
    ///
    /// Cost: none that grows with the file.
    pub fn key_of_file(file: &[u8]) -> Option<SnapshotKey> {
        StoredFile::key(file)
    }

    /// Opens what [`Self::to_file`] wrote, if it is of a state that is wanted.
    ///
    /// Cost: a digest of the bytes; entities, links and statements are read when somebody comes by.
    pub fn open_file(
        file: impl AsRef<[u8]> + Send + Sync + 'static,
        is_wanted: impl FnOnce(&SnapshotKey) -> bool,
    ) -> Result<Self, BadSnapshotFile> {
        let (file, key) = StoredFile::open(Arc::new(file))?;
        if !is_wanted(&key) {
            return Err(BadSnapshotFile::OtherState);
        }
        let lists = Lists::take(&mut file.lists());
        let kinds = file.section(Section::LinkKinds);
        let ends = file.numbers(Section::Ends);
        let (ends, _) = ends.as_chunks::<2>();
        Ok(Self {
            known: key.known,
            head: key.head,
            source_places: source_places(&lists.sources),
            sources: lists.sources,
            entities: RecordColumn::stored(&file, [Section::EntityStarts, Section::Entities], InRow::take),
            ids: Ids::stored(
                TextList::stored(&file, [Section::IdStarts, Section::Ids]),
                file.numbers(Section::IdSlots),
            ),
            canon: lists.canon,
            links: RecordColumn::stored(&file, [Section::LinkStarts, Section::Links], InRow::take),
            kinds: kinds.bytes().iter().map(|kind| LinkKind::ALL[usize::from(*kind)]).collect(),
            link_claims: lists.link_claims,
            recorded: lists.recorded,
            ends: ends.iter().map(|[subject, object]| (EntityIx(*subject), EntityIx(*object))).collect(),
            outgoing: Adjacency::stored(&file, [Section::OutgoingStarts, Section::Outgoing]),
            incoming: Adjacency::stored(&file, [Section::IncomingStarts, Section::Incoming]),
            containment: Containment {
                parents: Adjacency::stored(&file, [Section::ParentStarts, Section::Parents]),
                children: Adjacency::stored(&file, [Section::ChildStarts, Section::Children]),
                links: lists.within_by_links,
                dangling: lists.within_dangling,
            },
            nations: lists.nations.into_iter().map(by_code).collect(),
            names: Names {
                written: Keys::stored(&file, [Section::NameStarts, Section::Names, Section::NameBearers]),
                romanised: Keys::stored(
                    &file,
                    [Section::RomanisedStarts, Section::Romanised, Section::RomanisedBearers],
                ),
            },
            statements: RecordColumn::stored(
                &file,
                [Section::StatementStarts, Section::Statements],
                InRow::take,
            ),
            about: About {
                rows: Adjacency::stored(&file, [Section::AboutStarts, Section::About]),
                dangling: lists.about_dangling,
            },
            coverage: lists.coverage,
            disputes: lists.disputes,
            told: lists.told,
            waiting: lists.waiting,
            open: RecordColumn::stored(&file, [Section::OpenStarts, Section::Open], InRow::take),
            imported: lists.imported,
            open_about: lists.open_about,
            triples: OnceLock::new(),
            exhaustive: OnceLock::new(),
            tie_counts: OnceLock::from(file.numbers(Section::Ties)),
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
            nations: self.nations.iter().map(|(code, nations)| (code.clone(), numbers(nations))).collect(),
            link_claims: self.link_claims,
            recorded: self.recorded,
            within_by_links: self.containment.links.clone(),
            within_dangling: self.containment.dangling.clone(),
            about_dangling: self.about.dangling.clone(),
        }
    }

    fn adjacencies(&self) -> [([Section; 2], &Adjacency); 5] {
        [
            ([Section::OutgoingStarts, Section::Outgoing], &self.outgoing),
            ([Section::IncomingStarts, Section::Incoming], &self.incoming),
            ([Section::ParentStarts, Section::Parents], &self.containment.parents),
            ([Section::ChildStarts, Section::Children], &self.containment.children),
            ([Section::AboutStarts, Section::About], &self.about.rows),
        ]
    }
}

fn by_code((code, nations): (String, Vec<u32>)) -> (String, Vec<EntityIx>) {
    (code, nations.into_iter().map(EntityIx).collect())
}

fn numbers(nodes: &[EntityIx]) -> Vec<u32> {
    nodes.iter().map(|node| node.0).collect()
}
