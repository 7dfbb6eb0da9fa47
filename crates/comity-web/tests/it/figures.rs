//! A page, the text of a terminal, a file and the API say one answer: no figure of it differs, however it is asked for.

use std::collections::BTreeMap;

use comity_answer::{Answer, Body, Cell, Row, Section, Table, render_text};

use crate::atlas::{Asked, Atlas};
use crate::visitor::words;

#[tokio::test]
async fn no_count_depends_on_how_many_rows_are_shown() {
    let atlas = Atlas::open().await;
    for asked in atlas.examples().await {
        let Some((few, all)) = asked.limited(|least, _| least).zip(asked.limited(|_, most| most)) else {
            continue;
        };
        let (short, long) = (atlas.reader.page(&few.href("")).await, atlas.reader.page(&all.href("")).await);
        assert_eq!(counts(&headings(&short)), counts(&headings(&long)), "the page of {few:?}");
        let (short, long) = (atlas.answer(&few).await, atlas.answer(&all).await);
        let (short, long) = (lines(&render_text(&short)), lines(&render_text(&long)));
        assert_eq!(counts(&short), counts(&long), "the text of {few:?}");
    }
}

#[tokio::test]
async fn page_and_text_have_the_figures_of_the_api() {
    let atlas = Atlas::open().await;
    for asked in atlas.examples().await {
        let answer = atlas.answer(&asked).await;
        let json = atlas.reader.json(&format!("/api/v1{}", asked.href(""))).await;
        assert_eq!(serde_json::to_value(&answer).unwrap(), json, "{asked:?}");
        let (page, text) = (atlas.reader.page(&asked.href("")).await, render_text(&answer));
        let lines: Vec<String> = text.lines().map(|line| line.trim().to_owned()).collect();
        let starts = |all: &[String], figure: &str| all.iter().any(|one| one.starts_with(figure));
        for figure in answer.sections().iter().filter(|section| section.is_shown()).flat_map(figures) {
            let Figure { on_page, in_text } = figure;
            assert!(starts(&headings(&page), &on_page), "{asked:?}: {on_page} of {:#?}", headings(&page));
            assert!(starts(&lines, &in_text), "{asked:?}: {in_text} of {text}");
        }
        same_tables(&asked, &answer, &page, &text);
    }
}

#[tokio::test]
async fn files_have_every_row_and_cell_of_the_tables() {
    let atlas = Atlas::open().await;
    for asked in atlas.examples().await {
        let all = asked.limited(|_, most| most).unwrap_or(asked);
        let answer = atlas.answer(&all).await;
        for table in &answer.tables() {
            let csv = atlas.reader.page(&all.href(&format!("/tables/{}.csv", table.id))).await;
            same_file(&format!("{all:?}, {}", table.id), table, &csv);
        }
    }
}

/// Headings, the lead and large figures of a page: what a reader takes for its counts.
fn headings(page: &str) -> Vec<String> {
    let until = |part: &str, end: &str| format!("<p{}", part.split(end).next().unwrap());
    let leads = page.split("<p class=\"lede\"").skip(1).map(|part| until(part, "</p>"));
    let headings = page.split("<h2").skip(1).map(|part| until(part, "</h2>")).chain(leads);
    let lists = page.split("<ul class=\"figures\"").skip(1).map(|part| part.split("</ul>").next().unwrap());
    let figures = lists.flat_map(|list| list.split("<li").skip(1)).map(|part| until(part, "</li>"));
    headings.chain(figures).map(|part| plain(&part)).collect()
}

/// Headings of a text: what follows an empty line.
fn lines(text: &str) -> Vec<String> {
    text.split("\n\n").skip(1).filter_map(|part| part.lines().next()).map(str::to_owned).collect()
}

fn counts(headings: &[String]) -> Vec<&String> {
    headings.iter().filter(|heading| heading.contains(|sign: char| sign.is_ascii_digit())).collect()
}

/// What a reader sees of a piece of a page, with single spaces.
pub(crate) fn plain(html: &str) -> String {
    let signs = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    let seen = signs.iter().fold(words(html), |text, (sign, of)| text.replace(sign, of));
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A count with its words, as a page and as a text begin it.
struct Figure {
    on_page: String,
    in_text: String,
}

/// The count of a section's heading, and each figure of its list.
fn figures(section: &Section<'_>) -> Vec<Figure> {
    let listed = |one: &dyn std::fmt::Display, label: &str| Figure {
        on_page: format!("{one} {label}"),
        in_text: format!("{label}: {one}"),
    };
    match &section.body {
        Body::Indicators(rows) => rows.iter().map(|one| listed(one, &one.label)).collect(),
        Body::Counted(rows) => rows.iter().map(|one| listed(&one.figure, &one.figure.label)).collect(),
        _ if section.figure.is_empty() => Vec::new(),
        _ => {
            let figure = format!("{}: {}", section.title, section.figure);
            vec![Figure { on_page: figure.clone(), in_text: figure }]
        }
    }
}

/// Each row of each table stands in the text and on the page, with all its cells and, where any has some, the number of
/// its claims.
fn same_tables(asked: &Asked, answer: &Answer, page: &str, text: &str) {
    let (of_page, lines) = (tables_of(page), text.lines().map(str::trim).collect::<Vec<_>>());
    for section in &answer.sections() {
        let Body::Table { table, only_in_files, .. } = &section.body else { continue };
        if table.rows.is_empty() {
            continue;
        }
        let shown: Vec<bool> =
            table.columns.iter().map(|column| !only_in_files.contains(&column.key)).collect();
        let parted = |cell: String| cell.replace("; ", " ");
        let has_claims = table.rows.iter().any(|row| !row.evidence.is_empty());
        let proof = |row: &Row| has_claims.then(|| claims(row));
        let rows = table.rows.iter().map(|row| cells(row, &shown).map(parted).chain(proof(row)));
        let rows = rows.map(Iterator::collect::<Vec<_>>);
        assert_eq!(of_page[section.id.as_str()], rows.collect::<Vec<_>>(), "{asked:?}, {}", section.id);
        for row in &table.rows {
            let line = cells(row, &shown).collect::<Vec<_>>().join("  ·  ");
            assert!(lines.contains(&line.trim()), "{asked:?}, {}: {line}", table.id);
        }
    }
}

fn cells(row: &Row, shown: &[bool]) -> impl Iterator<Item = String> {
    let written = |cell: &Cell| if *cell == Cell::Empty { "–".to_owned() } else { cell.to_string() };
    row.cells.iter().zip(shown).filter(|(_, shown)| **shown).map(move |(cell, _)| written(cell))
}

fn claims(row: &Row) -> String {
    if row.evidence.is_empty() { "–".to_owned() } else { row.evidence.len().to_string() }
}

/// The tables of a page by their id: rows of cells.
fn tables_of(page: &str) -> BTreeMap<&str, Vec<Vec<String>>> {
    let named = page
        .split("<h2 id=\"")
        .flat_map(|part| part.split("<details id=\""))
        .skip(1)
        .filter_map(|part| part.split_once('"'));
    let filled = named.filter_map(|(id, part)| {
        let body = part.split("<h2").next()?.split("<tbody>").nth(1)?.split("</tbody>").next()?;
        Some((id, body.split("<tr").skip(1).map(cells_of).collect()))
    });
    filled.collect()
}

/// Several names in one cell are a list, which has no semicolons.
fn cells_of(row: &str) -> Vec<String> {
    let cells = row.replace("<th", "<td");
    cells.split("<td").skip(1).map(|cell| plain(&format!("<td{cell}")).replace("; ", " ")).collect()
}

/// As many lines as rows, and the digits of each number.
fn same_file(what: &str, table: &Table, csv: &str) {
    let mut file = csv::Reader::from_reader(csv.as_bytes());
    let heads = file.headers().unwrap().clone();
    let lines: Vec<csv::StringRecord> = file.records().map(Result::unwrap).collect();
    assert_eq!(lines.len(), table.rows.len(), "{what}");
    for (row, line) in table.rows.iter().zip(&lines) {
        let at = |head: String| heads.iter().position(|one| one == head).map(|place| line[place].to_owned());
        let told = |key: &str| at(key.to_owned()).unwrap();
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            match cell {
                Cell::Count(n) => assert_eq!(told(column.key), n.to_string(), "{what}"),
                Cell::Number(n) => assert_eq!(told(column.key), n.to_string(), "{what}"),
                Cell::Range(count) => {
                    let key = column.key;
                    let all = [key.to_owned(), format!("{key}_certain"), format!("{key}_possible")]
                        .map(|head| at(head).unwrap());
                    let stated = [count.presumed, count.certain, count.possible].map(|n| n.to_string());
                    assert_eq!(all, stated, "{what}");
                }
                Cell::Empty => assert_eq!(told(column.key), "", "{what}"),
                Cell::Entity(_) => assert!(at(format!("{}_id", column.key)).is_some(), "{what}"),
                Cell::Text(_) | Cell::State { .. } | Cell::Time { .. } | Cell::Entities(_) => {
                    assert_ne!(told(column.key), "", "{what}");
                }
            }
        }
    }
    let of_tables =
        table.columns.iter().filter(|column| heads.iter().any(|head| head.starts_with(column.key)));
    assert_eq!(of_tables.count(), table.columns.len(), "{what}");
}
