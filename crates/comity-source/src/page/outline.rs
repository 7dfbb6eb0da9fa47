//! The lists of a page: entries under the headings that stand above them, as the rows of one table.

use crate::error::SourceError;
use crate::found_table::FoundTable;
use crate::limits::Limits;
use crate::page::entry::ListedEntry;
use crate::page::words::Words;
use crate::stray_row::LONGEST_NAME;
use crate::table_row::Notes;

/// Of a line of bold words or a term with entries below it, beneath all headings.
pub(super) const BOLD: u8 = 7;

/// What is counted of a page beside its headings, lists and tables.
pub(super) const RUNNING_TEXT: &str = "lines of running text, not read";
const MARKS: &str = "marks of footnotes left out";

/// A line of the page.
#[derive(Debug)]
pub(super) enum Line {
    /// Its level, 1 for the title of the page.
    Heading(u8, Words),
    /// How deep in its list, from 1.
    Entry(u8, Words),
    /// A line of a paragraph that may be a name: an entry where the page has no others.
    Name(Words),
}

/// Everything listed on the page, in order.
#[derive(Debug, Default)]
pub(super) struct Outline {
    lines: Vec<Line>,
    /// The heading that stands above what comes next.
    pub(super) heading: String,
}

/// One row on its way.
struct Row {
    /// The headings it stands under, the outermost first.
    path: Vec<String>,
    entry: ListedEntry,
}

impl Outline {
    pub(super) fn push(&mut self, line: Line) {
        if let Line::Heading(_, words) = &line {
            self.heading = shown(words);
        }
        self.lines.push(line);
    }

    /// Whether the line before is a heading of a section.
    pub(super) fn is_under_heading(&self) -> bool {
        matches!(self.lines.last(), Some(Line::Heading(level, _)) if *level > 1)
    }

    pub(super) fn lines_of(&mut self, lines: impl IntoIterator<Item = Line>) {
        lines.into_iter().for_each(|line| self.push(line));
    }

    /// The only heading of the first level.
    pub(super) fn title(&self) -> String {
        let firsts = self.lines.iter().filter_map(|line| match line {
            Line::Heading(1, words) => Some(words.text.as_str()),
            _ => None,
        });
        let all: Vec<&str> = firsts.collect();
        if let [only] = all.as_slice() { (*only).to_owned() } else { String::new() }
    }

    /// One table of all entries; `None` where there are fewer than two.
    pub(super) fn table(
        mut self,
        file: &str,
        limits: Limits,
        notes: &mut Notes,
    ) -> Result<Option<FoundTable>, SourceError> {
        self.settle_names(notes);
        // Headings stand in every row below them.
        let mut cells = 0;
        let has_title = !self.title().is_empty();
        let mut rows: Vec<Row> = Vec::new();
        let mut above: Vec<(u8, String)> = Vec::new();
        let mut lines = self.lines.into_iter().peekable();
        while let Some(line) = lines.next() {
            let (level, words, is_entry) = match line {
                Line::Heading(level, words) => (level, words, false),
                Line::Entry(depth, words) => (BOLD.saturating_add(depth), words, true),
                Line::Name(words) => (BOLD + 1, words, true),
            };
            above.retain(|(other, _)| *other < level);
            let deeper =
                matches!(lines.peek(), Some(Line::Entry(next, _)) if BOLD.saturating_add(*next) > level);
            if !is_entry && (is_letter(&words.text) || (level == 1 && has_title)) {
                continue;
            }
            if !is_entry || deeper {
                above.push((level, shown(&words).trim_end_matches([':', ' ']).to_owned()));
            } else if above.iter().any(|(_, heading)| is_apparatus(heading)) {
                *notes.entry("entries under references and links, not read".to_owned()).or_default() += 1;
            } else if !words.shown().is_empty() {
                let path = above.iter().map(|(_, heading)| heading.clone()).collect();
                let entry = ListedEntry::of_words(&words);
                if entry.was_marked {
                    *notes.entry(MARKS.to_owned()).or_default() += 1;
                }
                rows.push(Row { path, entry });
                cells += above.len() as u64 + 1;
                limits.check_cells(file, cells)?;
            }
        }
        Ok((rows.len() > 1).then(|| table_of(&rows)))
    }

    /// Lines that may be names are entries where no others are.
    fn settle_names(&mut self, notes: &mut Notes) {
        if !self.lines.iter().any(|line| matches!(line, Line::Entry(..))) {
            return;
        }
        let before = self.lines.len();
        self.lines.retain(|line| !matches!(line, Line::Name(_)));
        let left_out = (before - self.lines.len()) as u64;
        if left_out > 0 {
            *notes.entry(RUNNING_TEXT.to_owned()).or_default() += left_out;
        }
    }
}

/// A heading in one line, as far as a name may reach.
fn shown(words: &Words) -> String {
    comity_model::shortened(&words.shown().replace('\n', " "), LONGEST_NAME).into_owned()
}

/// A part of an entry that is a column of its own.
type Part = fn(&ListedEntry) -> &str;

fn table_of(rows: &[Row]) -> FoundTable {
    let depth = rows.iter().map(|row| row.path.len()).max().unwrap_or_default();
    let parts: [(&str, Part); 5] = [
        ("name", |entry| &entry.name),
        ("since", |entry| &entry.since),
        ("remark of the entry", |entry| &entry.remark),
        ("name (link)", |entry| &entry.link),
        ("name (flag)", |entry| &entry.flag),
    ];
    let said: Vec<_> =
        parts.into_iter().filter(|(_, part)| rows.iter().any(|row| !part(&row.entry).is_empty())).collect();
    let mut table =
        FoundTable { name: "list".to_owned(), headings: depth, is_list: true, ..FoundTable::default() };
    let names = said.iter().map(|(name, _)| (*name).to_owned());
    let headings = (0..depth).rev().map(name_of_heading);
    table.rows.push(headings.chain(names).collect());
    for row in rows {
        let lacking = std::iter::repeat_n(String::new(), depth - row.path.len());
        let cells = said.iter().map(|(_, part)| part(&row.entry).to_owned());
        table.rows.push(lacking.chain(row.path.iter().cloned()).chain(cells).collect());
    }
    table
}

/// Of the headings so many steps above an entry.
fn name_of_heading(steps: usize) -> String {
    match steps {
        0 => "heading".to_owned(),
        1 => "heading above".to_owned(),
        n => format!("heading above {n}"),
    }
}

/// `A`, `A–C`, `0–9`: of the alphabet, not of the entries.
fn is_letter(heading: &str) -> bool {
    let parts: Vec<&str> = heading.split(['–', '-', '—', '/']).map(str::trim).collect();
    parts.len() <= 2 && parts.iter().all(|part| part.chars().count() == 1)
}

/// Sections with which pages close, in the languages of the lists seen.
fn is_apparatus(heading: &str) -> bool {
    const NAMES: [&str; 32] = [
        "references",
        "notes",
        "see also",
        "external links",
        "further reading",
        "sources",
        "bibliography",
        "footnotes",
        "citations",
        "einzelnachweise",
        "weblinks",
        "siehe auch",
        "literatur",
        "anmerkungen",
        "fußnoten",
        "références",
        "notes et références",
        "voir aussi",
        "liens externes",
        "articles connexes",
        "referencias",
        "véase también",
        "enlaces externos",
        "note",
        "voci correlate",
        "collegamenti esterni",
        "altri progetti",
        "примечания",
        "ссылки",
        "см. также",
        "脚注",
        "外部リンク",
    ];
    NAMES.contains(&heading.to_lowercase().as_str())
}
