//! One part of an answer as rows of text, before anybody lays them out; pictures have no place in it.

use comity_messages::say;
use comity_model::Certainty;
use comity_snapshot::conflict::{Conflict, ConflictKind};
use comity_snapshot::{EntityRef, Evidence, wording};

use crate::answer::{
    Body, Chain, CountedFigure, FactRow, FactValue, IfEmpty, LeadsTo, NetworkMet, PleaseCheck, Section, pairs,
};
use crate::report::{Cell, Claimed, Indicator, LifeLine, Table, Tie, Waiting};

/// A heading, sentences under it, and rows.
#[derive(Debug, Default)]
pub(super) struct Block<'a> {
    pub(super) heading: String,
    /// The answer itself, or what a reader must know first: it is never left out.
    pub(super) is_summary: bool,
    pub(super) lead: Vec<String>,
    /// Heads of columns; empty where the cells speak for themselves.
    pub(super) heads: Vec<String>,
    /// Columns of numbers.
    pub(super) numbers: Vec<bool>,
    pub(super) rows: Vec<TextRow<'a>>,
    pub(super) left_out: u64,
}

/// Cells side by side, who says so, and what stands under them.
#[derive(Debug, Default)]
pub(super) struct TextRow<'a> {
    /// None: the row is what the first of the claims says.
    pub(super) cells: Vec<String>,
    pub(super) evidence: &'a [Evidence],
    /// How many claims are told in full under the row.
    pub(super) told: usize,
    pub(super) under: Vec<Under<'a>>,
}

/// What stands under a row.
#[derive(Debug)]
pub(super) enum Under<'a> {
    Line(String),
    /// A claim that says otherwise.
    Otherwise(&'a Evidence),
    /// One side of a contradiction.
    Side {
        says: String,
        evidence: &'a [Evidence],
    },
}

/// Claims told under one row; the rest is counted.
const TOLD: usize = 4;

impl<'a> TextRow<'a> {
    fn line(text: String) -> Self {
        Self { cells: vec![text], told: TOLD, ..Self::default() }
    }

    fn by(mut self, evidence: &'a [Evidence]) -> Self {
        self.evidence = evidence;
        self
    }
}

pub(super) fn block<'a>(section: &'a Section<'_>) -> Block<'a> {
    let mut block = Block { left_out: section.left_out, ..Block::default() };
    if !section.title.is_empty() {
        block.heading = heading(section);
    }
    if !section.note.is_empty() && !section.body.is_empty() {
        block.lead.push(section.note.to_string());
    }
    match section.if_empty {
        IfEmpty::NotSearched if section.body.is_empty() => block.lead.push(say!("not-searched")),
        IfEmpty::Say(words) if section.body.is_empty() => block.lead.push(words.text()),
        _ => body(&mut block, &section.body),
    }
    block
}

/// "Ties we have found: 3 confirmed, 2 more possible (and 1 that is over)".
fn heading(section: &Section<'_>) -> String {
    let Section { title, figure, aside, .. } = section;
    let figure = if figure.is_empty() { String::new() } else { format!(": {figure}") };
    let aside = if aside.is_empty() { String::new() } else { format!(" ({aside})") };
    format!("{title}{figure}{aside}")
}

fn body<'a>(block: &mut Block<'a>, body: &'a Body<'_>) {
    match body {
        Body::Summary(text) | Body::Warning(text) => {
            block.heading = text.to_string();
            block.is_summary = true;
        }
        Body::Facts(rows) => block.rows = rows.iter().flat_map(|row| fact(row)).collect(),
        Body::Indicators(rows) => block.rows = rows.iter().map(indicator).collect(),
        Body::Counted(rows) => block.rows = rows.iter().map(counted).collect(),
        Body::Ties { rows, names_both } => {
            block.rows = rows.iter().map(|row| tie(row, *names_both)).collect();
        }
        Body::Pairs(rows) => {
            let names: Vec<String> = pairs(rows).into_iter().map(|pair| pair.names).collect();
            block.rows.push(TextRow::line(names.join(" · ")));
        }
        Body::Table { table, only_in_files, .. } => of_table(block, table, only_in_files),
        Body::Networks(with) => block.rows = with.networks.met.iter().map(network).collect(),
        Body::Check(rows) => block.rows = rows.iter().map(check).collect(),
        Body::Claimed(rows) => block.rows = rows.iter().map(claimed).collect(),
        Body::Conflicts(rows) => block.rows = rows.iter().map(conflict).collect(),
        Body::Opinions(rows) => block.rows = rows.iter().map(opinion).collect(),
        Body::Chains(chains) => block.rows = chains.iter().flat_map(chain).collect(),
        Body::Waiting(rows) => block.rows = rows.iter().map(waiting).collect(),
        Body::Lives(group) => block.rows = group.lines.iter().map(life).collect(),
    }
}

/// Values that lead to claims stand one a line with them, others side by side.
fn fact<'a>(row: &'a FactRow<'_>) -> Vec<TextRow<'a>> {
    let label = wording::capitalised(&row.label);
    let (claimed, plain): (Vec<_>, Vec<_>) =
        row.values.iter().partition(|value| matches!(value.leads_to, LeadsTo::Claims(_)));
    let mut lines = Vec::new();
    if !plain.is_empty() {
        let values: Vec<String> = plain.into_iter().map(value).collect();
        lines.push(TextRow::line(format!("{label}: {}", values.join(" · "))));
    }
    for one in claimed {
        let evidence = if let LeadsTo::Claims(evidence) = one.leads_to { evidence } else { &[] };
        lines.push(TextRow::line(format!("{label}: {}", value(one))).by(evidence));
    }
    lines
}

fn value(value: &FactValue<'_>) -> String {
    if value.detail.is_empty() {
        value.text.to_string()
    } else {
        format!("{} ({})", value.text, value.detail)
    }
}

fn indicator(row: &Indicator) -> TextRow<'_> {
    let unit = if row.value.is_none() { "" } else { &row.unit };
    TextRow::line(format!("{}: {row} {unit}", row.label)).by(&row.evidence)
}

fn counted(row: &CountedFigure) -> TextRow<'_> {
    TextRow::line(format!("{}: {}", row.figure.label, row.figure))
}

fn tie(tie: &Tie, names_both: bool) -> TextRow<'_> {
    let near = if names_both { format!("{} – ", tie.near.name) } else { String::new() };
    let who = format!("{near}{}", tie.other.full());
    TextRow {
        cells: vec![who, tie.kind.as_str().to_owned(), tie.since.clone(), tie.state_words.clone()],
        evidence: &tie.evidence,
        told: TOLD,
        under: tie.rivals.iter().map(Under::Otherwise).collect(),
    }
}

/// Cells of a row side by side under their headings, the first claim told under each row.
fn of_table<'a>(block: &mut Block<'a>, table: &'a Table, only_in_files: &[&str]) {
    let words = [&table.note, &table.computed_from].into_iter().filter(|words| !words.is_empty());
    block.lead.extend(words.cloned());
    let shown: Vec<bool> = table.columns.iter().map(|column| !only_in_files.contains(&column.key)).collect();
    let columns = table.columns.iter().zip(&shown).filter(|(_, shown)| **shown);
    block.heads = columns.map(|(column, _)| column.title.clone()).collect();
    block.numbers = numbers(table, &shown);
    for row in &table.rows {
        let cells = row.cells.iter().zip(&shown).filter(|(_, shown)| **shown);
        let cells = cells.map(|(cell, _)| written(cell)).collect();
        block.rows.push(TextRow { cells, evidence: &row.evidence, told: 1, under: Vec::new() });
    }
}

/// Which of the columns shown hold numbers alone.
fn numbers(table: &Table, shown: &[bool]) -> Vec<bool> {
    let places = (0..table.columns.len()).filter(|place| shown[*place]);
    places.map(|place| table.rows.iter().all(|row| is_number(&row.cells[place]))).collect()
}

fn is_number(cell: &Cell) -> bool {
    cell.is_number() || *cell == Cell::Empty
}

fn written(cell: &Cell) -> String {
    if *cell == Cell::Empty { "–".to_owned() } else { cell.to_string() }
}

fn network(row: &NetworkMet) -> TextRow<'_> {
    let state = wording::state(row.standing.state).to_owned();
    let who = format!("{}: {}; {}", row.network.name, row.near, row.far);
    TextRow { cells: vec![who, state], ..TextRow::default() }
}

fn check(row: &PleaseCheck) -> TextRow<'_> {
    let who = say!("text-written-as", text = row.written_as.as_str(), others = names(&row.others, ", "));
    let mut lines = Vec::new();
    if !row.may_be.is_empty() {
        lines.push(say!("text-may-be", names = names(&row.may_be, &say!("between-or"))));
    }
    lines.push(format!("{} ({}), {}", row.source.title, row.source.date, row.locator));
    if !row.why.is_empty() {
        lines.push(row.why.clone());
    }
    TextRow { under: lines.into_iter().map(Under::Line).collect(), ..TextRow::line(who) }
}

fn names(all: &[EntityRef], between: &str) -> String {
    all.iter().map(EntityRef::full).collect::<Vec<_>>().join(between)
}

fn claimed(row: &Claimed) -> TextRow<'_> {
    let compared = if row.compared.is_empty() { String::new() } else { format!(" {}", row.compared) };
    TextRow::line(format!("{}{compared}: {} ({})", row.quantity, row.wording, row.when))
        .by(std::slice::from_ref(&row.evidence))
}

/// Both sides under each other.
fn conflict(row: &Conflict) -> TextRow<'_> {
    let is_open = row.certainty == Certainty::Possible && row.kind != ConflictKind::DisputedReading;
    let parameter = if row.parameter.is_empty() { String::new() } else { format!(" [{}]", row.parameter) };
    let what = format!("{}{parameter}", row.what);
    let sides = row.sides.iter().map(|side| {
        let independent = if side.evidence.len() as u64 > side.independent {
            say!("text-independent", n = side.independent, all = side.evidence.len())
        } else {
            String::new()
        };
        Under::Side { says: format!("{}{independent}", side.says), evidence: &side.evidence }
    });
    TextRow {
        under: sides.collect(),
        ..TextRow::line(if is_open { say!("conflict-dates-open", says = what) } else { what })
    }
}

fn opinion(row: &Evidence) -> TextRow<'_> {
    TextRow { evidence: std::slice::from_ref(row), ..TextRow::default() }
}

/// A way of several steps as a sentence, then each step with who says so.
fn chain(row: &Chain) -> Vec<TextRow<'_>> {
    let sentence = (row.steps.len() > 1).then(|| TextRow::line(row.sentence.clone()));
    let steps = row.steps.iter().map(|step| TextRow::line(step.how.clone()).by(&step.evidence));
    sentence.into_iter().chain(steps).collect()
}

fn waiting(row: &Waiting) -> TextRow<'_> {
    TextRow::line(say!("text-waiting", n = row.n, source = row.source.title.as_str()))
}

fn life(row: &LifeLine) -> TextRow<'_> {
    let role = if row.role.is_empty() { String::new() } else { format!(" ({})", row.role) };
    TextRow {
        cells: vec![format!("{}{role}", row.who.name), row.when.clone()],
        evidence: &row.evidence,
        told: TOLD,
        under: Vec::new(),
    }
}
