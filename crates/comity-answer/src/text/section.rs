//! One part of an answer as lines of text; pictures have no place in it.

use comity_model::Certainty;
use comity_snapshot::conflict::{Conflict, ConflictKind};
use comity_snapshot::{EntityRef, wording};

use super::page::{Page, one_line};
use crate::answer::{
    Body, CountedFigure, FactRow, FactValue, IfEmpty, LeadsTo, NetworkMet, PleaseCheck, Section, Step, pairs,
};
use crate::report::{Cell, Claimed, Indicator, Table, Tie, Waiting};
use comity_snapshot::wording::number;

pub(super) fn write(page: &mut Page, section: &Section<'_>) {
    if !section.title.is_empty() {
        page.heading(&heading(section));
    }
    if !section.note.is_empty() && !section.body.is_empty() {
        page.line(1, &section.note);
    }
    match section.if_empty {
        IfEmpty::NotSearched if section.body.is_empty() => page.line(1, "not looked yet"),
        IfEmpty::Say(words) if section.body.is_empty() => page.line(1, words),
        _ => body(page, &section.body),
    }
    page.left_out(section.left_out);
}

/// "Ties we have found: 3 confirmed, 2 more possible (and 1 that is over)".
fn heading(section: &Section<'_>) -> String {
    let Section { title, figure, aside, .. } = section;
    let figure = if figure.is_empty() { String::new() } else { format!(": {figure}") };
    let aside = if aside.is_empty() { String::new() } else { format!(" ({aside})") };
    format!("{title}{figure}{aside}")
}

fn body(page: &mut Page, body: &Body<'_>) {
    match body {
        Body::Summary(text) | Body::Warning(text) => page.heading(text),
        Body::Facts(rows) => rows.iter().for_each(|row| fact(page, row)),
        Body::Indicators(rows) => rows.iter().for_each(|row| indicator(page, row)),
        Body::Counted(rows) => rows.iter().for_each(|row| counted(page, row)),
        Body::Ties { rows, names_both } => rows.iter().for_each(|row| tie(page, row, *names_both)),
        Body::Pairs(rows) => {
            let names: Vec<String> = pairs(rows).into_iter().map(|pair| pair.names).collect();
            page.line(1, &names.join(" · "));
        }
        Body::Table { table, only_in_files, .. } => write_table(page, table, only_in_files),
        Body::Networks(with) => with.networks.met.iter().for_each(|row| network(page, row)),
        Body::Check(rows) => rows.iter().for_each(|row| check(page, row)),
        Body::Claimed(rows) => rows.iter().for_each(|row| claimed(page, row)),
        Body::Conflicts(rows) => rows.iter().for_each(|row| conflict(page, row)),
        Body::Opinions(rows) => rows.iter().for_each(|row| page.line(1, &one_line(row))),
        Body::Path { steps, .. } => steps.iter().for_each(|row| step(page, row)),
        Body::Waiting(rows) => rows.iter().for_each(|row| waiting(page, row)),
    }
}

/// Values that lead to claims stand one a line with them, others side by side.
fn fact(page: &mut Page, row: &FactRow<'_>) {
    let label = wording::capitalised(&row.label);
    let (claimed, plain): (Vec<_>, Vec<_>) =
        row.values.iter().partition(|value| matches!(value.leads_to, LeadsTo::Claims(_)));
    if !plain.is_empty() {
        let values: Vec<String> = plain.into_iter().map(value).collect();
        page.line(1, &format!("{label}: {}", values.join(" · ")));
    }
    for one in claimed {
        page.line(1, &format!("{label}: {}", value(one)));
        if let LeadsTo::Claims(evidence) = one.leads_to {
            page.proof(3, evidence);
        }
    }
}

fn value(value: &FactValue<'_>) -> String {
    if value.detail.is_empty() {
        value.text.to_string()
    } else {
        format!("{} ({})", value.text, value.detail)
    }
}

fn indicator(page: &mut Page, row: &Indicator) {
    let unit = if row.value.is_none() { "" } else { &row.unit };
    page.line(1, &format!("{}: {row} {unit}", row.label));
    page.proof(3, &row.evidence);
}

fn counted(page: &mut Page, row: &CountedFigure) {
    page.line(1, &format!("{}: {}", row.figure.label, row.figure));
}

fn tie(page: &mut Page, tie: &Tie, names_both: bool) {
    let near = if names_both { format!("{} – ", tie.near.name) } else { String::new() };
    let who = format!("{near}{}", tie.other.full());
    page.line(1, &[&who, tie.kind.as_str(), &tie.since, &tie.state_words].join("  ·  "));
    page.proof(3, &tie.evidence);
    tie.rivals.iter().for_each(|rival| page.line(3, &format!("otherwise {}", one_line(rival))));
}

/// Cells of a row side by side under their headings, the first claim under each row.
fn write_table(page: &mut Page, table: &Table, only_in_files: &[&str]) {
    for words in [&table.note, &table.computed_from].into_iter().filter(|words| !words.is_empty()) {
        page.line(1, words);
    }
    let shown: Vec<bool> = table.columns.iter().map(|column| !only_in_files.contains(&column.key)).collect();
    let headings = table.columns.iter().zip(&shown).filter(|(_, shown)| **shown);
    let headings: Vec<&str> = headings.map(|(column, _)| column.title.as_str()).collect();
    page.line(1, &headings.join("  ·  "));
    for row in &table.rows {
        let cells = row.cells.iter().zip(&shown).filter(|(_, shown)| **shown);
        let cells: Vec<String> = cells.map(|(cell, _)| written(cell)).collect();
        page.line(1, &cells.join("  ·  "));
        page.proof(3, &row.evidence[..row.evidence.len().min(1)]);
    }
}

fn written(cell: &Cell) -> String {
    if *cell == Cell::Empty { "–".to_owned() } else { cell.to_string() }
}

fn network(page: &mut Page, row: &NetworkMet) {
    let state = wording::state(row.standing.state);
    page.line(1, &format!("{}: {}; {}  ·  {state}", row.network.name, row.near, row.far));
}

fn check(page: &mut Page, row: &PleaseCheck) {
    page.line(1, &format!("written as \"{}\" – {}", row.written_as, names(&row.others, ", ")));
    if !row.may_be.is_empty() {
        page.line(3, &format!("may be {}", names(&row.may_be, " or ")));
    }
    page.line(3, &format!("{} ({}), {}", row.source.title, row.source.date, row.locator));
    if !row.why.is_empty() {
        page.line(3, &row.why);
    }
}

fn names(all: &[EntityRef], between: &str) -> String {
    all.iter().map(EntityRef::full).collect::<Vec<_>>().join(between)
}

fn claimed(page: &mut Page, row: &Claimed) {
    let compared = if row.compared.is_empty() { String::new() } else { format!(" {}", row.compared) };
    page.line(1, &format!("{}{compared}: {} ({})", row.quantity, row.wording, row.when));
    page.proof(3, std::slice::from_ref(&row.evidence));
}

/// Both sides under each other.
fn conflict(page: &mut Page, row: &Conflict) {
    let is_open = row.certainty == Certainty::Possible && row.kind != ConflictKind::DisputedReading;
    let open = if is_open { " (dates leave it open)" } else { "" };
    let parameter = if row.parameter.is_empty() { String::new() } else { format!(" [{}]", row.parameter) };
    page.line(1, &format!("{}{parameter}{open}", row.what));
    for side in &row.sides {
        let independent = if side.evidence.len() as u64 > side.independent {
            format!(" ({} of {} independent)", side.independent, side.evidence.len())
        } else {
            String::new()
        };
        page.line(2, &format!("{}{independent}", side.says));
        side.evidence.iter().for_each(|each| page.line(4, &one_line(each)));
    }
}

fn step(page: &mut Page, row: &Step) {
    page.line(1, &row.how);
    page.proof(3, &row.evidence);
}

fn waiting(page: &mut Page, row: &Waiting) {
    page.line(1, &format!("{} of {}", number(&row.n), row.source.title));
}
