//! The file: a header, a table of sections each with its digest, the digest of both, then the sections end to end.

use std::ops::Range;

use rayon::prelude::*;

use super::key::{BadSnapshotFile, FORMAT};

const MAGIC: &[u8; 8] = b"COMITYSN";
/// Magic, format and number of sections.
const HEADER: usize = 16;
/// Where a section starts, how long it is, and its digest.
const ENTRY: usize = 16 + DIGEST;
/// Of BLAKE3, cut: against accidents, not against whoever may write beside the register.
const DIGEST: usize = 16;

/// What the parts of the file hold, in the order of their table. Numbers are little-endian words of four bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    /// Of which state, and made by which program: see [`super::key::SnapshotKey`].
    Key,
    /// All texts end to end, and where each starts, and the end. Rows name a text by its number.
    TextStarts,
    Texts,
    /// One row: sources, coverage, judgements, and other lists that are short in any register.
    Lists,
    /// Rows of words end to end, and where each starts, and the end; those that have no record of their own come last.
    EntityStarts,
    Entities,
    LinkStarts,
    Links,
    StatementStarts,
    Statements,
    /// Mentions that nobody has resolved.
    OpenStarts,
    Open,
    /// Of each link, the numbers of its two entities.
    Ends,
    /// Of each link, its kind: u8.
    LinkKinds,
    /// Numbers of links by the entity they start at; then by the one they lead to.
    OutgoingStarts,
    Outgoing,
    IncomingStarts,
    Incoming,
    /// Numbers of entities by what lies in them; then by what they lie in.
    ParentStarts,
    Parents,
    ChildStarts,
    Children,
    /// Numbers of statements by the entity they mention.
    AboutStarts,
    About,
    /// How many ties each entity has.
    Ties,
    /// Ids of entities in their order; slots of a hash table over them: number of the entity + 1, 0 for none.
    IdStarts,
    Ids,
    IdSlots,
    /// Folded names in byte order, and of each the number of its bearer; then those romanised.
    NameStarts,
    Names,
    NameBearers,
    RomanisedStarts,
    Romanised,
    RomanisedBearers,
}

const SECTIONS: usize = Section::RomanisedBearers as usize + 1;

/// Sections that become a file.
pub(crate) struct Sections([Vec<u8>; SECTIONS]);

impl Sections {
    /// All of them empty.
    pub(crate) fn new() -> Self {
        Self([const { Vec::new() }; SECTIONS])
    }

    pub(crate) fn put(&mut self, section: Section, bytes: Vec<u8>) {
        self.0[section as usize] = bytes;
    }

    pub(crate) fn put_numbers(&mut self, section: Section, numbers: &[u32]) {
        self.put(section, numbers.iter().flat_map(|number| number.to_le_bytes()).collect());
    }

    /// Things of any length end to end, and where each starts, and the end.
    pub(crate) fn put_rows(&mut self, [starts, rows]: [Section; 2], (at, bytes): (&[u32], Vec<u8>)) {
        self.put_numbers(starts, at);
        self.put(rows, bytes);
    }

    /// The file that holds them.
    pub(crate) fn into_file(self) -> Vec<u8> {
        let mut head = MAGIC.to_vec();
        head.extend(FORMAT.to_le_bytes());
        head.extend(u32::try_from(SECTIONS).expect("a few dozen").to_le_bytes());
        let digests: Vec<[u8; DIGEST]> = self.0.par_iter().map(|section| digest(section)).collect();
        let mut at = HEADER + SECTIONS * ENTRY + DIGEST;
        for (section, digest) in self.0.iter().zip(digests) {
            head.extend((at as u64).to_le_bytes());
            head.extend((section.len() as u64).to_le_bytes());
            head.extend(digest);
            at += section.len();
        }
        let own = digest(&head);
        let mut file = Vec::with_capacity(at);
        file.extend(head);
        file.extend(own);
        for section in self.0 {
            file.extend(section);
        }
        file
    }
}

/// Where the sections lie in a file that is whole.
pub(super) fn sections(file: &[u8]) -> Result<Vec<Range<usize>>, BadSnapshotFile> {
    let checked = table(file)?
        .par_iter()
        .enumerate()
        .map(|(n, entry)| section(file, entry).ok_or_else(|| damaged(&format!("section {n} of {SECTIONS}"))));
    let ranges: Vec<Range<usize>> = checked.collect::<Result<_, _>>()?;
    let end = ranges.last().map_or(HEADER + SECTIONS * ENTRY + DIGEST, |last| last.end);
    if end == file.len() { Ok(ranges) } else { Err(damaged("it is longer than it says")) }
}

/// The bytes of one section, whatever the others are like.
pub(super) fn one_section(file: &[u8], wanted: Section) -> Option<&[u8]> {
    let entry = table(file).ok()?.get(wanted as usize)?;
    file.get(section(file, entry)?)
}

fn table(file: &[u8]) -> Result<&[[u8; ENTRY]], BadSnapshotFile> {
    let table = HEADER + SECTIONS * ENTRY;
    if file.get(..MAGIC.len()) != Some(MAGIC) {
        return Err(BadSnapshotFile::Foreign);
    }
    let found = file.get(8..12).and_then(|bytes| bytes.try_into().ok()).map_or(0, u32::from_le_bytes);
    if found != FORMAT {
        return Err(BadSnapshotFile::Format { found });
    }
    let own = file.get(table..table + DIGEST).ok_or_else(|| damaged("its table"))?;
    if own != digest(&file[..table]) {
        return Err(damaged("its table"));
    }
    let (entries, _) = file[HEADER..table].as_chunks::<ENTRY>();
    Ok(entries)
}

fn damaged(part: &str) -> BadSnapshotFile {
    BadSnapshotFile::Damaged { part: part.to_owned() }
}

fn section(file: &[u8], entry: &[u8; ENTRY]) -> Option<Range<usize>> {
    let (start, rest) = entry.split_first_chunk::<8>()?;
    let (len, expected) = rest.split_first_chunk::<8>()?;
    let start = usize::try_from(u64::from_le_bytes(*start)).ok()?;
    let end = start.checked_add(usize::try_from(u64::from_le_bytes(*len)).ok()?)?;
    (digest(file.get(start..end)?) == expected).then_some(start..end)
}

fn digest(bytes: &[u8]) -> [u8; DIGEST] {
    let mut digest = [0; DIGEST];
    blake3::Hasher::new().update(bytes).finalize_xof().fill(&mut digest);
    digest
}
