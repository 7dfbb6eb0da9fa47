//! A table of a page: cells over several columns and rows become a cell in each.

use crate::error::SourceError;
use crate::found_table::FoundTable;
use crate::limits::Limits;
use crate::page::words::Words;
use crate::stray_row::LONGEST_NAME;
use crate::table_row::Notes;

/// Rows that may hold the names of the columns. Guessed: heads of more storeys have not been seen.
const MOST_HEADS: usize = 4;
/// How far a cell may reach, as in HTML.
const MOST_ACROSS: usize = 1_000;
const MOST_DOWN: usize = 65_534;

#[derive(Debug, Clone, Default)]
pub(super) struct Cell {
    pub(super) words: Words,
    /// Marked as a head.
    pub(super) head: bool,
    pub(super) across: usize,
    pub(super) down: usize,
}

/// The cells as the page has them.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub(super) name: String,
    pub(super) rows: Vec<Vec<Cell>>,
}

/// One column of one row.
#[derive(Debug, Clone, Default)]
struct Slot {
    words: Words,
    head: bool,
    /// Columns that its cell spans.
    across: usize,
    /// The first column of its cell.
    first: bool,
}

type Row = Vec<Slot>;

impl Grid {
    /// The table with one row of names; `None` where no cell says anything.
    pub(super) fn table(self, file: &str, limits: Limits) -> Result<Option<FoundTable>, SourceError> {
        let mut notes = Notes::new();
        let Self { name, rows } = self;
        let mut rows = spread(file, rows, limits, &mut notes)?;
        rows.retain(|row| row.iter().any(|slot| !slot.words.shown().is_empty()));
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        if width == 0 {
            return Ok(None);
        }
        for row in &mut rows {
            row.resize(width, Slot::default());
        }
        let titles = rows.iter().take_while(|row| is_title(row)).count().min(rows.len() - 1);
        let titles: Vec<String> = rows.drain(..titles).map(|row| title_of(&row)).collect();
        let marked = rows.iter().take_while(|row| is_head(row) && !is_group(row)).count().min(MOST_HEADS);
        let heads: Vec<Row> = rows.drain(..marked.max(1)).collect();
        let name = [name].into_iter().chain(titles).filter(|text| !text.is_empty()).collect::<Vec<_>>();
        let mut table = FoundTable { name: name.join(", "), notes, ..FoundTable::default() };
        fill(&mut table, &heads, rows, width);
        Ok(Some(table))
    }
}

/// Every cell in each of its columns and rows.
fn spread(
    file: &str,
    rows: Vec<Vec<Cell>>,
    limits: Limits,
    notes: &mut Notes,
) -> Result<Vec<Row>, SourceError> {
    let mut all: Vec<Row> = Vec::new();
    let mut spread = Spread { file, limits, open: Vec::new(), bytes: 0, cells: 0, filled: 0 };
    for cells in rows {
        all.push(spread.row(cells)?);
        limits.check_rows(file, all.len() as u64)?;
    }
    if spread.filled > 0 {
        notes.insert("merged cells filled down".to_owned(), spread.filled);
    }
    Ok(all)
}

struct Spread<'f> {
    file: &'f str,
    limits: Limits,
    /// By column: what reaches down from above, and how many rows further.
    open: Vec<(usize, Slot)>,
    /// Of all texts: a cell that is written once may fill millions.
    bytes: u64,
    cells: u64,
    filled: u64,
}

impl Spread<'_> {
    fn row(&mut self, cells: Vec<Cell>) -> Result<Row, SourceError> {
        let mut row = Row::new();
        for cell in cells {
            while self.fill_down(&mut row)? {}
            let down = cell.down.clamp(1, MOST_DOWN) - 1;
            let across = cell.across.clamp(1, MOST_ACROSS);
            for place in 0..across {
                let words = if place == 0 || cell.head { cell.words.clone() } else { Words::default() };
                let slot = Slot { words, head: cell.head, across, first: place == 0 };
                if self.open.len() <= row.len() {
                    self.open.resize(row.len() + 1, (0, Slot::default()));
                }
                if let Some(below) = self.open.get_mut(row.len()).filter(|_| down > 0) {
                    *below = (down, slot.clone());
                }
                self.push(&mut row, slot)?;
            }
        }
        let last = self.open.iter().rposition(|(left, _)| *left > 0).map_or(0, |last| last + 1);
        while row.len() < last {
            if !self.fill_down(&mut row)? {
                row.push(Slot::default());
            }
        }
        Ok(row)
    }

    /// Whether a cell reaches down to the next column of the row.
    fn fill_down(&mut self, row: &mut Row) -> Result<bool, SourceError> {
        let Some((left, slot)) = self.open.get_mut(row.len()).filter(|(left, _)| *left > 0) else {
            return Ok(false);
        };
        *left -= 1;
        let slot = slot.clone();
        self.filled += u64::from(!slot.head && !slot.words.text.is_empty());
        self.push(row, slot)?;
        Ok(true)
    }

    fn push(&mut self, row: &mut Row, slot: Slot) -> Result<(), SourceError> {
        self.bytes += slot.words.text.len() as u64;
        self.cells += 1;
        row.push(slot);
        self.limits.check_cells(self.file, self.cells)?;
        self.limits.check_bytes(self.file, self.bytes)?;
        self.limits.check_columns(self.file, row.len())
    }
}

fn is_head(row: &Row) -> bool {
    row.iter().all(|slot| slot.head || slot.words.shown().is_empty()) && row.iter().any(|slot| slot.head)
}

/// One cell over all columns, or one alone in its row.
fn is_title(row: &Row) -> bool {
    let mut filled = row.iter().filter(|slot| slot.first && !slot.words.shown().is_empty());
    row.len() > 1 && filled.next().is_some() && filled.next().is_none()
}

/// One cell over all columns, with entries below it.
fn is_group(row: &Row) -> bool {
    is_title(row) && row.first().is_some_and(|slot| slot.across >= row.len())
}

fn title_of(row: &Row) -> String {
    let first = row.iter().find(|slot| !slot.words.shown().is_empty());
    let text = first.map(|slot| slot.words.shown().replace('\n', " ")).unwrap_or_default();
    comity_model::shortened(&text, LONGEST_NAME).into_owned()
}

/// The name of a column: all that stands above it, once.
fn name_of(heads: &[Row], place: usize) -> String {
    let mut parts: Vec<String> = Vec::new();
    for row in heads {
        let text = text_of(row, place, Words::shown).replace('\n', " ");
        if !text.is_empty() && !parts.contains(&text) {
            parts.push(text);
        }
    }
    parts.join(" ")
}

/// One thing that the words of a cell say.
type Part = fn(&Words) -> &str;

fn text_of(row: &Row, place: usize, part: Part) -> &str {
    row.get(place).map_or("", |slot| part(&slot.words))
}

/// What the columns of the finished table are: those of the page, then what stands beside their words.
struct Plan {
    has_groups: bool,
    columns: Vec<(usize, Part)>,
    names: Vec<String>,
}

impl Plan {
    fn of(heads: &[Row], rows: &[Row], width: usize) -> Self {
        let has_groups =
            rows.windows(2).any(|pair| matches!(pair, [one, next] if is_group(one) && !is_group(next)));
        let names = (0..width).map(|place| name_of(heads, place)).collect();
        let columns = (0..width).map(|place| (place, Words::shown as Part)).collect();
        let mut plan = Self { has_groups, columns, names };
        plan.add_beside(rows, width, "link", |words| &words.links);
        plan.add_beside(rows, width, "flag", beside_text);
        plan
    }

    fn add_beside(&mut self, rows: &[Row], width: usize, what: &str, part: Part) {
        for place in 0..width {
            if rows.iter().any(|row| !text_of(row, place, part).is_empty()) {
                let name = self.names.get(place).cloned().unwrap_or_default();
                self.columns.push((place, part));
                self.names.push(format!("{name} ({what})"));
            }
        }
    }
}

fn fill(table: &mut FoundTable, heads: &[Row], rows: Vec<Row>, width: usize) {
    let Plan { has_groups, columns, names } = Plan::of(heads, &rows, width);
    table.headings = usize::from(has_groups);
    let heading = has_groups.then(|| "heading".to_owned());
    table.rows.push(heading.into_iter().chain(names).collect());
    let mut heading = String::new();
    let mut rows = rows.into_iter().peekable();
    while let Some(row) = rows.next() {
        if is_group(&row) && rows.peek().is_some_and(|next| !is_group(next)) {
            heading = title_of(&row);
            *table.notes.entry("rows that head the rows below them".to_owned()).or_default() += 1;
            continue;
        }
        let cells = columns.iter().map(|(place, part)| text_of(&row, *place, *part).to_owned());
        let heading = has_groups.then(|| heading.clone());
        table.rows.push(heading.into_iter().chain(cells).collect());
    }
}

/// The flag beside a text that does not say the same.
fn beside_text(words: &Words) -> &str {
    if words.text.is_empty() || words.text == words.flag { "" } else { &words.flag }
}
