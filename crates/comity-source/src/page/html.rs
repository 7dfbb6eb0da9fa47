//! HTML as headings, entries of lists and tables; menus, scripts and footnotes are passed over.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use crate::page::Page;
use crate::page::broken;
use crate::page::grid::{Cell, Grid};
use crate::page::outline::{BOLD, Line, RUNNING_TEXT};
use crate::page::words::{END, FLAG, LABEL, LINK, Words, without_signs};

/// Tables within tables that are followed. Guessed: pages that lay out with tables have five.
const DEEPEST: usize = 50;

/// Of notes, which are no part of a name.
const RAISED: &str = "footnotes and raised signs left out";

/// Reads a page. Nothing that is not HTML is an error: tags that do not close are closed where others begin.
pub(super) fn read(text: &str) -> Page {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut reader = Reader::default();
    for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
        match token {
            Token::StartTag(tag) => reader.open(&tag),
            Token::EndTag(tag) => reader.close(&name_of(&tag.name)),
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text.value)),
            _ => {}
        }
    }
    if let Some((name, _)) = reader.skipped.take() {
        reader.page.count(&format!("a part that never closes, passed over to the end: {name}"));
    }
    reader.end_block();
    while !reader.tables.is_empty() {
        reader.end_table();
    }
    reader.page
}

/// The text of a piece of HTML: entities read, lines broken, tags and raised signs left out.
pub(super) fn plain(html: &str) -> String {
    let mut plain = String::new();
    let mut is_raised = false;
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) if tag.name.as_slice() == b"sup" => is_raised = true,
            Token::EndTag(tag) if tag.name.as_slice() == b"sup" => is_raised = false,
            Token::String(text) if !is_raised => plain.push_str(&String::from_utf8_lossy(&text.value)),
            Token::StartTag(tag) if matches!(tag.name.as_slice(), b"br" | b"p" | b"li") => plain.push('\n'),
            _ => {}
        }
    }
    plain
}

fn name_of(name: &[u8]) -> String {
    String::from_utf8_lossy(name).into_owned()
}

fn attribute(tag: &StartTag<()>, name: &str) -> String {
    let value = tag.attributes.get(name.as_bytes());
    value.map(|value| String::from_utf8_lossy(&value.value).into_owned()).unwrap_or_default()
}

#[derive(Default)]
struct Reader {
    page: Page,
    tables: Vec<OpenTable>,
    block: Block,
    /// The words of the block that is open.
    words: String,
    /// Something in the block is not bold.
    plain: bool,
    bold: usize,
    lists: u8,
    in_link: bool,
    in_flag: bool,
    /// What is passed over: the tag that opened it, and how many of its name are open.
    skipped: Option<(String, usize)>,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Block {
    #[default]
    Paragraph,
    Heading(u8),
    Entry(u8),
    Title,
}

#[derive(Default)]
struct OpenTable {
    grid: Grid,
    cell: Option<Cell>,
    words: String,
    in_head: bool,
    in_caption: bool,
    caption: String,
}

impl Reader {
    fn open(&mut self, tag: &StartTag<()>) {
        let name = name_of(&tag.name);
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth += usize::from(*skipped == name && !tag.self_closing);
            return;
        }
        if self.is_skipped(&name, tag) {
            self.skipped = Some((name, 1));
            return;
        }
        match name.as_str() {
            "table" if self.tables.len() < DEEPEST => self.open_table(),
            "caption" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th" => self.open_part(&name, tag),
            "br" => self.sink().push('\n'),
            "p" | "div" | "section" | "article" => self.open_part_of_block(),
            "hr" | "dd" => self.open_block(Block::Paragraph),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.bytes().last().map_or(1, |digit| digit - b'0');
                self.open_block(Block::Heading(level));
            }
            "title" => self.open_block(Block::Title),
            "dt" | "summary" | "legend" => self.open_block(Block::Heading(BOLD)),
            "ul" | "ol" | "dl" => {
                self.open_block(Block::Paragraph);
                self.lists = self.lists.saturating_add(1);
            }
            "li" => self.open_block(Block::Entry(self.lists.max(1))),
            "b" | "strong" => self.bold += 1,
            "a" => self.open_link(tag),
            "span" if attribute(tag, "class").contains("flagicon") => self.in_flag = true,
            "img" if self.in_flag => {
                let flag = without_signs(&attribute(tag, "alt"));
                self.sink().extend([FLAG].into_iter().chain(flag.chars()).chain([END]));
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth -= usize::from(skipped == name);
            if *depth == 0 {
                self.skipped = None;
            }
            return;
        }
        match name {
            "table" => self.end_table(),
            "caption" | "thead" | "tr" | "td" | "th" => self.close_part(name),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "title" | "li" | "dt" | "summary" | "legend" => {
                self.open_block(Block::Paragraph);
            }
            "p" | "div" | "section" | "article" => self.open_part_of_block(),
            "ul" | "ol" | "dl" => {
                self.open_block(Block::Paragraph);
                self.lists = self.lists.saturating_sub(1);
            }
            "b" | "strong" => self.bold = self.bold.saturating_sub(1),
            "a" => self.end_link(),
            "span" => self.in_flag = false,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipped.is_some() {
            return;
        }
        self.plain |= self.bold == 0 && !text.trim().is_empty();
        let text = without_signs(text).replace(['\n', '\r'], " ");
        self.sink().push_str(&text);
    }

    /// Where words go: the cell that is open, or else the block.
    fn sink(&mut self) -> &mut String {
        match self.tables.last_mut() {
            Some(table) if table.in_caption => &mut table.caption,
            Some(table) => &mut table.words,
            None => &mut self.words,
        }
    }

    /// Whether a part of the page is no part of its words; counted where somebody may look for it.
    fn is_skipped(&mut self, name: &str, tag: &StartTag<()>) -> bool {
        const EMPTY: [&str; 13] = [
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
            "wbr",
        ];
        if EMPTY.contains(&name) {
            return false;
        }
        let (class, style) = (attribute(tag, "class"), attribute(tag, "style").replace(' ', ""));
        let has = |words: &[&str]| class.split_whitespace().any(|one| words.contains(&one));
        let is_menu = matches!(name, "nav" | "footer" | "aside" | "form" | "menu" | "select")
            || attribute(tag, "role") == "navigation"
            || has(&["navbox", "toc", "reflist", "references"]);
        if is_menu {
            self.page.count("menus and footers left out");
        } else if name == "sup" {
            self.page.count(RAISED);
        }
        let is_hidden = style.contains("display:none") || has(&["sortkey", "mw-editsection"]);
        is_menu || is_hidden || matches!(name, "sup" | "script" | "style" | "template" | "noscript" | "svg")
    }

    /// Within a cell a block is a line.
    fn open_block(&mut self, block: Block) {
        self.end_link();
        if self.tables.is_empty() {
            self.end_block();
            self.block = block;
        } else {
            self.sink().push('\n');
        }
    }

    /// A paragraph in an entry or a heading is a line of it.
    fn open_part_of_block(&mut self) {
        if self.block == Block::Paragraph {
            self.open_block(Block::Paragraph);
        } else {
            self.end_link();
            self.sink().push('\n');
        }
    }

    fn end_block(&mut self) {
        let marked = std::mem::take(&mut self.words);
        let block = std::mem::take(&mut self.block);
        let plain = std::mem::replace(&mut self.plain, false);
        if block == Block::Paragraph && plain && broken::push(&marked, &mut self.page) {
            return;
        }
        let words = Words::of(&marked, &mut self.page.notes);
        if words.shown().is_empty() {
            return;
        }
        match block {
            Block::Title => self.page.title = words.text,
            Block::Heading(level) => self.page.outline.push(Line::Heading(level, words)),
            Block::Entry(depth) => self.page.outline.push(Line::Entry(depth, words)),
            Block::Paragraph if !plain => self.page.outline.push(Line::Heading(BOLD, words)),
            Block::Paragraph => self.page.count(RUNNING_TEXT),
        }
    }

    fn open_link(&mut self, tag: &StartTag<()>) {
        self.end_link();
        let title = without_signs(&attribute(tag, "title"));
        let is_page = attribute(tag, "href").contains("/wiki/") && !title.contains(':');
        if is_page {
            let title = title.split(" (page does not exist)").next().unwrap_or_default().to_owned();
            self.sink().extend([LINK].into_iter().chain(title.chars()).chain([LABEL]));
            self.in_link = true;
        }
    }

    fn end_link(&mut self) {
        if std::mem::replace(&mut self.in_link, false) {
            self.sink().push(END);
        }
    }

    fn open_table(&mut self) {
        self.end_link();
        if self.tables.is_empty() {
            self.end_block();
        }
        self.tables.push(OpenTable::default());
    }

    fn open_part(&mut self, name: &str, tag: &StartTag<()>) {
        self.end_link();
        let Some(table) = self.tables.last_mut() else { return };
        match name {
            "caption" => table.in_caption = true,
            "thead" => table.in_head = true,
            "tbody" | "tfoot" => table.in_head = false,
            "tr" => {
                table.end_cell(&mut self.page);
                table.grid.rows.push(Vec::new());
            }
            _ => {
                table.end_cell(&mut self.page);
                let span = |name: &str| attribute(tag, name).trim().parse().unwrap_or(1);
                let head = name == "th" || table.in_head;
                table.cell = Some(Cell {
                    words: Words::default(),
                    head,
                    across: span("colspan"),
                    down: span("rowspan"),
                });
            }
        }
    }

    fn close_part(&mut self, name: &str) {
        self.end_link();
        let Some(table) = self.tables.last_mut() else { return };
        match name {
            "caption" => table.in_caption = false,
            "thead" => table.in_head = false,
            _ => table.end_cell(&mut self.page),
        }
    }

    fn end_table(&mut self) {
        self.end_link();
        let Some(mut table) = self.tables.pop() else { return };
        table.end_cell(&mut self.page);
        let caption = Words::of(&table.caption, &mut self.page.notes).text;
        table.grid.name = if caption.is_empty() { self.page.outline.heading.clone() } else { caption };
        self.page.grids.push(table.grid);
    }
}

impl OpenTable {
    fn end_cell(&mut self, page: &mut Page) {
        self.in_caption = false;
        let words = Words::of(&std::mem::take(&mut self.words), &mut page.notes);
        let Some(cell) = self.cell.take() else { return };
        if self.grid.rows.is_empty() {
            self.grid.rows.push(Vec::new());
        }
        if let Some(row) = self.grid.rows.last_mut() {
            row.push(Cell { words, ..cell });
        }
    }
}
