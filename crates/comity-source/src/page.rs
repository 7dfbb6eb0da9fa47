//! A page, in HTML or wikitext: its tables and its lists, each of which is read as a sheet of a workbook is.

mod broken;
mod entry;
mod grid;
mod html;
mod joined;
mod outline;
mod wiki_marks;
mod wiki_template;
mod wikitext;
mod words;

use crate::error::SourceError;
use crate::found_table::FoundTables;
use crate::limits::Limits;
use crate::table_row::Notes;
pub use entry::ListedEntry;
use grid::Grid;
use outline::Outline;

/// How a page is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Markup {
    Html,
    Wikitext,
}

/// What a page holds, in the order of the page.
#[derive(Debug, Default)]
struct Page {
    title: String,
    outline: Outline,
    grids: Vec<Grid>,
    notes: Notes,
}

impl Markup {
    /// Told by the name of the file, or by how it begins.
    pub(crate) fn of(file: &str, start: &str) -> Option<Self> {
        let ending = file.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
        match ending.as_deref() {
            Some("html" | "htm" | "xhtml") => return Some(Self::Html),
            Some("wiki" | "wikitext" | "mediawiki") => return Some(Self::Wikitext),
            _ => {}
        }
        let lower = start.trim_start().to_lowercase();
        let is_html =
            lower.starts_with("<!doctype html") || lower.starts_with("<html") || lower.starts_with("<table");
        if is_html || (lower.starts_with("<?xml") && lower.contains("<html")) {
            return Some(Self::Html);
        }
        wikitext::is_plainly(start).then_some(Self::Wikitext)
    }

    /// The tables of a page, then one of all its lists.
    pub(crate) fn tables(self, file: &str, text: &str, limits: Limits) -> Result<FoundTables, SourceError> {
        let (form, page) = match self {
            Self::Html => ("HTML", html::read(text)),
            Self::Wikitext => ("wikitext", wikitext::read(text)),
        };
        let Page { title, outline, grids, mut notes } = page;
        let first = outline.title();
        let title = if first.is_empty() { title } else { first };
        let mut tables = Vec::new();
        for grid in joined::joined(grids, &mut notes) {
            tables.extend(grid.table(file, limits)?);
        }
        tables.extend(outline.table(file, limits, &mut notes)?);
        Ok(FoundTables { form, title, tables, notes })
    }
}

impl Page {
    fn count(&mut self, note: &str) {
        *self.notes.entry(note.to_owned()).or_default() += 1;
    }
}
