//! Sources as numbered notes: a number in the row, the source at the end.

use std::collections::{HashMap, HashSet};

use comity_messages::say;
use comity_model::{ClaimId, SourceId};
use comity_snapshot::wording::brief;
use comity_snapshot::{Evidence, SourceRef};

use super::wrap::{cut, wrapped};

/// Sources in the order in which rows name them.
#[derive(Debug, Default)]
pub(super) struct Notes<'a> {
    named: Vec<Note<'a>>,
    /// The place of each source, and of each with the one it has its word from.
    places: HashMap<(&'a SourceId, Option<&'a SourceId>), usize>,
}

/// One source, with all that rows have from it.
#[derive(Debug)]
struct Note<'a> {
    title: String,
    said: Vec<&'a Evidence>,
    claims: HashSet<ClaimId>,
}

/// Numbers in one row; an ellipsis stands for more.
const MARKS: usize = 3;

impl<'a> Notes<'a> {
    /// `[1][4]`, `[1][2][3]…`; empty where nothing is said.
    pub(super) fn marks(&mut self, evidence: &'a [Evidence]) -> String {
        let mut places: Vec<usize> = Vec::new();
        for each in evidence {
            let place = self.place(each);
            if !places.contains(&place) {
                places.push(place);
            }
        }
        let shown: Vec<String> = places.iter().take(MARKS).map(|place| format!("[{}]", place + 1)).collect();
        let shown = shown.concat();
        if places.len() > MARKS { format!("{shown}…") } else { shown }
    }

    fn place(&mut self, evidence: &'a Evidence) -> usize {
        let Self { named, places } = self;
        let sources = (&evidence.source.id, evidence.primary_source.as_ref().map(|root| &root.id));
        let place = *places.entry(sources).or_insert_with(|| {
            let title = title(evidence);
            let known = named.iter().position(|note| note.title == title);
            known.unwrap_or_else(|| {
                named.push(Note { title, said: Vec::new(), claims: HashSet::new() });
                named.len() - 1
            })
        });
        let note = &mut named[place];
        if note.claims.insert(evidence.claim) {
            note.said.push(evidence);
        }
        place
    }

    pub(super) fn len(&self) -> usize {
        self.named.len()
    }

    /// The first of them, one a line.
    pub(super) fn in_short(&self, most: usize, width: usize) -> Vec<String> {
        let shown = (1..).zip(&self.named).take(most);
        shown.map(|(n, note)| cut(&format!("[{n}] {}", note.title), width)).collect()
    }

    /// All of them, with what each says and where.
    pub(super) fn in_full(&self, width: usize) -> Vec<String> {
        let mut lines = Vec::new();
        for (n, note) in (1..).zip(&self.named) {
            lines.extend(wrapped(&format!("[{n}] {}", note.title), width, 4));
            for said in &note.said {
                let caveat =
                    if said.caveat.is_empty() { String::new() } else { format!(" [{}]", said.caveat) };
                let text = format!("{}: {}{caveat}", said.locator, said.says);
                let indented = wrapped(&text, width - 4, 2);
                lines.extend(indented.into_iter().map(|line| format!("    {line}")));
            }
        }
        lines
    }
}

/// "The New York Times (1 December 1985)", "Note 302 (February 2024), after Spiro (1986)".
fn title(evidence: &Evidence) -> String {
    let Some(root) = &evidence.primary_source else { return named(&evidence.source) };
    let own = format!("{} ({})", brief(&evidence.source.title), evidence.source.date);
    say!("source-after", source = own, root = named(root))
}

fn named(source: &SourceRef) -> String {
    format!("{} ({})", source.title, source.date)
}
