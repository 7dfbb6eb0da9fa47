//! A page that fits: what is shown of each part is cut until the lines are few enough.

use comity_messages::say;

use super::columns::{Grid, GridRow, columns};
use super::notes::Notes;
use super::wrap::wrapped;
use super::{SourceNotes, TerminalOptions};
use crate::report::About;
use crate::text::section::{Block, TextRow, Under};

/// What is shown of each part.
pub(super) struct Sheet<'a> {
    about: &'a About,
    blocks: Vec<Block<'a>>,
    options: TerminalOptions,
    /// Rows shown of each part.
    rows: Vec<usize>,
    /// Parts shown; the others are named.
    parts: usize,
    /// Sources and caveats shown.
    notes: usize,
    caveats: usize,
}

/// Rows of one part, and notes and caveats of a page, before anything is cut.
const ROWS: usize = 40;
const NOTES: usize = 12;
const CAVEATS: usize = 4;
/// Rows below which another part is cut first.
const FEW: usize = 3;

impl<'a> Sheet<'a> {
    pub(super) fn fitted(about: &'a About, blocks: Vec<Block<'a>>, options: TerminalOptions) -> Self {
        let all = if options.lines.is_some() { ROWS } else { usize::MAX };
        let rows = blocks.iter().map(|block| block.rows.len().min(all)).collect();
        let (parts, caveats) = (blocks.len(), if options.lines.is_some() { CAVEATS } else { usize::MAX });
        let mut sheet = Self { about, blocks, options, rows, parts, notes: NOTES, caveats };
        while sheet.excess() > 0 && sheet.tighten() {}
        sheet
    }

    pub(super) fn text(&self) -> String {
        self.lines().iter().flat_map(|line| [line.trim_end(), "\n"]).collect()
    }

    fn excess(&self) -> usize {
        self.options.lines.map_or(0, |most| self.lines().len().saturating_sub(most))
    }

    /// Shows a little less; false where nothing is left to leave out.
    fn tighten(&mut self) -> bool {
        let longest = (0..self.parts).max_by_key(|place| (self.rows[*place], *place));
        let longest = longest.map(|place| (place, self.rows[place]));
        match longest {
            Some((place, rows)) if rows > FEW => self.rows[place] = rows - 1,
            _ if self.notes > NOTES / 2 => self.notes -= 1,
            Some((place, rows)) if rows > 1 => self.rows[place] = rows - 1,
            _ if self.caveats > 1 => self.caveats -= 1,
            _ if self.notes > FEW => self.notes -= 1,
            _ => return self.leave_out_a_part(),
        }
        true
    }

    fn leave_out_a_part(&mut self) -> bool {
        let last = (0..self.parts).rev().find(|place| !self.blocks[*place].is_summary);
        if last.is_none_or(|last| last + 1 < self.parts) {
            return false;
        }
        self.parts -= 1;
        true
    }

    fn lines(&self) -> Vec<String> {
        let mut page = Lines { lines: Vec::new(), width: self.options.width };
        page.push(0, &self.about.title.to_uppercase());
        page.push(0, &say!("terminal-as-of", day = self.about.moment.words.as_str()));
        let mut notes = Notes::default();
        for (block, rows) in self.blocks.iter().zip(&self.rows).take(self.parts) {
            self.block(&mut page, &mut notes, block, *rows);
        }
        self.parts_left_out(&mut page);
        self.sources(&mut page, &notes);
        self.foot(&mut page);
        page.lines
    }

    fn block<'p>(&self, page: &mut Lines, notes: &mut Notes<'p>, block: &'p Block<'_>, rows: usize) {
        let nothing = block.rows.is_empty() && block.lead.len() == 1 && !block.heading.is_empty();
        if nothing && !block.is_summary {
            page.lines.push(String::new());
            page.push(0, &format!("{}: {}", block.heading, block.lead[0]));
            return;
        }
        if !block.heading.is_empty() {
            page.lines.push(String::new());
            page.push(0, &block.heading);
        }
        block.lead.iter().for_each(|line| page.push(1, line));
        let shown = &block.rows[..rows];
        if shown.iter().any(|row| row.cells.len() > 1) {
            self.grid(page, notes, block, shown);
        } else {
            for row in shown {
                self.row(page, notes, row);
            }
        }
        let hidden = (block.rows.len() - rows) as u64 + block.left_out;
        if hidden > 0 {
            page.push(1, &say!("terminal-rows-left-out", n = hidden));
        }
    }

    fn grid<'p>(
        &self,
        page: &mut Lines,
        notes: &mut Notes<'p>,
        block: &'p Block<'_>,
        shown: &'p [TextRow<'_>],
    ) {
        let rows =
            shown.iter().map(|row| GridRow { cells: &row.cells, marks: self.marks(notes, row.evidence) });
        let grid = Grid { heads: &block.heads, numbers: &block.numbers, rows: rows.collect() };
        let lines = columns(&grid, page.width - INDENT);
        page.indented(&lines.head);
        for (row, lines) in shown.iter().zip(&lines.rows) {
            page.indented(lines);
            self.under(page, notes, row);
        }
        if !lines.left_out.is_empty() {
            page.push(1, &say!("terminal-columns-left-out", columns = lines.left_out.join(", ")));
        }
    }

    fn row<'p>(&self, page: &mut Lines, notes: &mut Notes<'p>, row: &'p TextRow<'_>) {
        let marks = self.marks(notes, row.evidence);
        let text = match (row.cells.as_slice(), row.evidence) {
            ([], [said, ..]) => said.says.as_str(),
            (cells, _) => cells.first().map_or("", String::as_str),
        };
        page.push(1, &format!("{text}  {marks}"));
        self.under(page, notes, row);
    }

    fn under<'p>(&self, page: &mut Lines, notes: &mut Notes<'p>, row: &'p TextRow<'_>) {
        for under in &row.under {
            match under {
                Under::Line(text) => page.push(3, text),
                Under::Otherwise(said) => {
                    let marks = self.marks(notes, std::slice::from_ref(*said));
                    page.push(3, &say!("terminal-otherwise", says = said.says.as_str(), marks = marks));
                }
                Under::Side { says, evidence } => {
                    let marks = self.marks(notes, evidence);
                    page.push(2, &format!("{says}  {marks}"));
                }
            }
        }
    }

    fn marks<'p>(&self, notes: &mut Notes<'p>, evidence: &'p [comity_snapshot::Evidence]) -> String {
        if self.options.sources == SourceNotes::Nowhere { String::new() } else { notes.marks(evidence) }
    }

    fn parts_left_out(&self, page: &mut Lines) {
        let left_out = &self.blocks[self.parts..];
        if left_out.is_empty() {
            return;
        }
        let named: Vec<&str> = left_out.iter().map(|block| block.heading.as_str()).collect();
        page.lines.push(String::new());
        page.push(0, &say!("terminal-parts-left-out", n = left_out.len(), parts = named.join("; ")));
    }

    fn sources(&self, page: &mut Lines, notes: &Notes<'_>) {
        if notes.len() == 0 {
            return;
        }
        page.lines.push(String::new());
        page.push(0, &say!("terminal-sources"));
        if self.options.sources == SourceNotes::Full {
            page.indented(&notes.in_full(page.width - INDENT));
            return;
        }
        page.indented(&notes.in_short(self.notes, page.width - INDENT));
        let more = notes.len().saturating_sub(self.notes);
        if more > 0 {
            page.push(1, &say!("terminal-sources-left-out", n = more));
        }
    }

    /// What was looked at, what to keep in mind, and of which day it is.
    fn foot(&self, page: &mut Lines) {
        page.lines.push(String::new());
        self.looked(page);
        let caveats = &self.about.caveats;
        for caveat in caveats.iter().take(self.caveats) {
            page.push(0, &say!("terminal-keep-in-mind", caveat = caveat.as_str()));
        }
        if caveats.len() > self.caveats {
            page.push(0, &say!("terminal-caveats-left-out", n = caveats.len() - self.caveats));
        }
        let is_full = self.options.sources == SourceNotes::Full;
        if is_full {
            for method in &self.about.methods {
                let reference = if method.reference.is_empty() {
                    String::new()
                } else {
                    format!(" ({})", method.reference)
                };
                page.push(0, &say!("terminal-method", method = format!("{}{reference}", method.text)));
            }
        }
        let head: String = self.about.moment.head.chars().take(12).collect();
        let entry = self.about.moment.known.0;
        if is_full {
            page.push(0, &say!("terminal-on-file", entry = entry, head = head));
        } else {
            page.push(0, &say!("terminal-on-file-in-short", entry = entry, head = head));
        }
    }

    fn looked(&self, page: &mut Lines) {
        let looked = &self.about.looked;
        let mut titles: Vec<&str> = looked.looked_at.iter().map(|row| row.source.title.as_str()).collect();
        titles.dedup();
        if self.options.sources == SourceNotes::Full {
            for row in &looked.looked_at {
                let when = if row.when.is_empty() { String::new() } else { format!(", {}", row.when) };
                let source = format!("{} ({})", row.source.title, row.source.date);
                let layer = row.layer.title();
                let found = format!("{layer}: {source}: {} found, {}{when}", row.found, row.completeness);
                page.push(0, &say!("terminal-looked-at-one", source = found));
            }
        } else if !titles.is_empty() {
            page.push(0, &say!("terminal-looked-at", n = titles.len(), first = titles[0]));
        }
        if !looked.not_looked.is_empty() {
            page.push(0, &say!("terminal-not-looked", layers = looked.not_looked.join(", ").to_lowercase()));
        }
        let waiting: u64 = looked.waiting.iter().map(|row| row.n).sum();
        if waiting > 0 {
            page.push(0, &say!("terminal-waiting", n = waiting));
        }
    }
}

/// Columns before what stands under a heading.
const INDENT: usize = 2;

/// Lines being written.
struct Lines {
    lines: Vec<String>,
    width: usize,
}

impl Lines {
    /// A text, in as many lines as it needs.
    fn push(&mut self, indent: usize, text: &str) {
        let before = " ".repeat(indent * INDENT);
        let lines = wrapped(text, self.width - before.len(), INDENT);
        self.lines.extend(lines.into_iter().map(|line| format!("{before}{line}")));
    }

    fn indented(&mut self, lines: &[String]) {
        let before = " ".repeat(INDENT);
        self.lines.extend(lines.iter().map(|line| format!("{before}{line}")));
    }
}
