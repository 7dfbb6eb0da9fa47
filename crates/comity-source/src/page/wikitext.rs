//! Wikitext as headings, entries of lists and tables.

use crate::page::Page;
use crate::page::broken;
use crate::page::grid::{Cell, Grid};
use crate::page::html::plain;
use crate::page::outline::{BOLD, Line, RUNNING_TEXT};
use crate::page::wiki_marks::marked;
use crate::page::words::{LABEL, LINK, Words};

/// Whether a text that is called otherwise can be nothing else: a table of a wiki, or entries with links under a heading.
pub(super) fn is_plainly(start: &str) -> bool {
    let has = |sign: &str| start.lines().any(|line| line.starts_with(sign));
    let is_heading = |line: &str| line.starts_with("==") && line.trim_end().ends_with("==");
    let has_entry = || start.lines().any(|line| line.starts_with('*') && line.contains("[["));
    (has("{|") && has("|-")) || (start.lines().any(is_heading) && has_entry())
}

pub(super) fn read(text: &str) -> Page {
    let mut reader = Reader::default();
    let marked = marked(text, &mut reader.page.notes);
    for line in marked.lines() {
        reader.line(line);
    }
    reader.end_paragraph();
    while !reader.tables.is_empty() {
        reader.end_table();
    }
    reader.page
}

#[derive(Default)]
struct Reader {
    page: Page,
    tables: Vec<OpenTable>,
    /// Its lines as they stand in the text.
    paragraph: Vec<String>,
}

#[derive(Default)]
struct OpenTable {
    grid: Grid,
    cell: Option<(Cell, String)>,
}

impl Reader {
    fn line(&mut self, line: &str) {
        let start = line.trim_start();
        if start.starts_with("{|") {
            self.end_paragraph();
            let name = self.page.outline.heading.clone();
            self.tables.push(OpenTable { grid: Grid { name, rows: Vec::new() }, cell: None });
        } else if self.tables.is_empty() {
            self.line_outside(line.trim());
        } else {
            self.line_of_table(start);
        }
    }

    fn line_outside(&mut self, line: &str) {
        let level = line.bytes().take_while(|byte| *byte == b'=').count();
        let heading = line.trim_matches('=');
        let depth = line.chars().take_while(|c| matches!(c, '*' | '#' | ':')).count();
        let bold = line.trim_end_matches([':', ' ']).strip_prefix("'''");
        let bold = bold.and_then(|line| line.strip_suffix("'''"));
        let bold = bold.filter(|bold| !bold.contains("'''")).or(line.strip_prefix(';'));
        let is_heading = level > 0 && line.ends_with('=') && !heading.trim().is_empty();
        let is_entry = depth > 0 && line.starts_with(['*', '#', ':']) && line.contains(['*', '#']);
        if !is_heading && !is_entry && bold.is_none() && !line.is_empty() {
            return self.paragraph.push(line.to_owned());
        }
        self.end_paragraph();
        if is_heading {
            let words = self.words(heading);
            let level = u8::try_from(level).unwrap_or(BOLD).min(BOLD - 1);
            self.page.outline.push(Line::Heading(level, words));
        } else if is_entry {
            let words = self.words(line.trim_start_matches(['*', '#', ':']));
            let depth = u8::try_from(depth).unwrap_or(u8::MAX);
            self.page.outline.push(Line::Entry(depth, words));
        } else if let Some(bold) = bold {
            let words = self.words(bold);
            self.page.outline.push(Line::Heading(BOLD, words));
        }
    }

    /// Lines follow each other in one paragraph unless `<br>` stands between them.
    fn end_paragraph(&mut self) {
        let lines: Vec<String> = self.paragraph.drain(..).map(|line| without_quotes(&line)).collect();
        let is_broken = lines.iter().any(|line| line.contains("<br"));
        if is_broken && broken::push(&plain(&lines.join("\n")), &mut self.page) {
            return;
        }
        for _ in lines.iter().filter(|line| !plain(line).trim().is_empty()) {
            self.page.count(RUNNING_TEXT);
        }
    }

    fn line_of_table(&mut self, line: &str) {
        if line.starts_with("|}") {
            self.end_table();
        } else if let Some(caption) = line.strip_prefix("|+") {
            self.end_cell();
            let words = self.words(without_attributes(caption).1);
            if let Some(table) = self.tables.last_mut().filter(|_| !words.text.is_empty()) {
                table.grid.name = words.text;
            }
        } else if line.starts_with("|-") {
            self.end_cell();
            self.grid(|grid| grid.rows.push(Vec::new()));
        } else if let Some(cells) = line.strip_prefix('!') {
            let cells = cells.replace("!!", "||");
            cells.split("||").for_each(|cell| self.cell(cell, true));
        } else if let Some(cells) = line.strip_prefix('|') {
            cells.split("||").for_each(|cell| self.cell(cell, false));
        } else if let Some((_, text)) = self.tables.last_mut().and_then(|table| table.cell.as_mut()) {
            text.push('\n');
            text.push_str(line.trim_start_matches(['*', '#', ':']));
        } else if !line.is_empty() {
            self.page.count("lines between cells, not read");
        }
    }

    fn grid(&mut self, change: impl FnOnce(&mut Grid)) {
        if let Some(table) = self.tables.last_mut() {
            change(&mut table.grid);
        }
    }

    fn cell(&mut self, text: &str, head: bool) {
        self.end_cell();
        let (attributes, text) = without_attributes(text);
        let cell = Cell {
            words: Words::default(),
            head,
            across: number(attributes, "colspan"),
            down: number(attributes, "rowspan"),
        };
        if let Some(table) = self.tables.last_mut() {
            table.cell = Some((cell, text.to_owned()));
        }
    }

    fn end_cell(&mut self) {
        let Some((cell, text)) = self.tables.last_mut().and_then(|table| table.cell.take()) else { return };
        let words = self.words(&text);
        self.grid(|grid| {
            if grid.rows.is_empty() {
                grid.rows.push(Vec::new());
            }
            if let Some(row) = grid.rows.last_mut() {
                row.push(Cell { words, ..cell });
            }
        });
    }

    fn end_table(&mut self) {
        self.end_cell();
        if let Some(table) = self.tables.pop() {
            self.page.grids.push(table.grid);
        }
    }

    fn words(&mut self, text: &str) -> Words {
        Words::of(&plain(&without_quotes(text)), &mut self.page.notes)
    }
}

/// Without the signs of bold and slanted letters.
fn without_quotes(text: &str) -> String {
    text.replace("'''", "").replace("''", "")
}

/// What stands before a single bar are attributes, unless it holds a link.
fn without_attributes(cell: &str) -> (&str, &str) {
    match cell.split_once('|') {
        Some((attributes, text)) if !attributes.contains([LINK, LABEL]) => (attributes, text),
        _ => ("", cell),
    }
}

/// `2` of `rowspan="2"`, 1 where it does not say.
fn number(attributes: &str, name: &str) -> usize {
    let lower = attributes.to_lowercase();
    let value =
        lower.split_once(name).and_then(|(_, rest)| rest.trim_start().strip_prefix('=').map(str::to_owned));
    let digits = value.map(|value| value.trim_start_matches([' ', '"', '\'']).to_owned()).unwrap_or_default();
    let digits: String = digits.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(1)
}
