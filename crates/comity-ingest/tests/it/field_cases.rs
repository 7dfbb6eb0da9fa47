//! Lists as offices write them: every row and every column is accounted for, and what is made of each row is what a
//! person wrote down beside it (`cases/field/expected.txt`).

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use comity_fixtures::{case, shared};
use comity_ingest::ImportReport;
use comity_model::{Level, Mention, Seq, Shape, Slot};
use comity_register::HeldClaim;
use comity_source::ReadOptions;

use crate::Desk;

/// Claims of a table that are compared one by one; the file with one row too many has 504 of two kinds.
const SHOWN: usize = 60;

/// One table and what a person reads in it.
struct Expected<'t> {
    path: &'t str,
    /// Whose partners it holds, where no column says.
    host: Option<&'t str>,
    /// How it ends: `5 rows, 1 with problems, 4 claims; unread: notes`, or `refused`.
    end: &'t str,
    lines: Vec<ExpectedLine<'t>>,
}

/// `Lyon FR ↔ Leipzig DE @ 1981`, and how far it is reached today.
struct ExpectedLine<'t> {
    today: Reached,
    text: &'t str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reached {
    Right,
    /// An end waits for a person; nothing that was taken is wrong.
    Waits,
    Wrong,
}

impl Reached {
    fn mark(self) -> char {
        match self {
            Self::Right => ' ',
            Self::Waits => '?',
            Self::Wrong => '!',
        }
    }
}

/// `## path [host]: end`, then a line a claim, its mark in front.
fn parse(text: &str) -> Vec<Expected<'_>> {
    let mut all: Vec<Expected<'_>> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with("//")) {
        if let Some((path, end)) = line.strip_prefix("## ").and_then(|head| head.split_once(": ")) {
            let (path, host) = path.split_once(" [").unwrap_or((path, ""));
            let host = host.strip_suffix(']');
            all.push(Expected { path, host, end, lines: Vec::new() });
        } else {
            let today = match line.chars().next() {
                Some('?') => Reached::Waits,
                Some('!') => Reached::Wrong,
                _ => Reached::Right,
            };
            let text = line.trim_start_matches(['?', '!', ' ']);
            all.last_mut().unwrap().lines.push(ExpectedLine { today, text });
        }
    }
    all
}

/// Where the two say the same; `-` is that nothing may be taken as sure, `A|B` that both are right.
fn reached(expected: &str, found: &str) -> Reached {
    let (ends, day) = parts(expected);
    let (found_ends, found_day) = parts(found);
    if day != found_day || ends.len() != found_ends.len() {
        return Reached::Wrong;
    }
    let each: Vec<Reached> =
        ends.iter().zip(&found_ends).map(|(end, found)| one_reached(end, found)).collect();
    let worst = [Reached::Wrong, Reached::Waits].into_iter().find(|one| each.contains(one));
    worst.unwrap_or(Reached::Right)
}

fn one_reached(expected: &str, found: &str) -> Reached {
    let may_be = |what: &str| expected.split('|').any(|one| one == what);
    match found.starts_with('?') {
        true if may_be("-") => Reached::Right,
        true => Reached::Waits,
        false if may_be(found) => Reached::Right,
        false => Reached::Wrong,
    }
}

/// The ends of a line and its day.
fn parts(line: &str) -> (Vec<&str>, &str) {
    let (ends, day) = line.rsplit_once(" @ ").unwrap_or((line, ""));
    (ends.split(" ↔ ").collect(), day)
}

impl Desk {
    /// One line a claim of the file, in order.
    async fn lines(&self, report: &ImportReport) -> Vec<String> {
        let head = self.register.head().await.unwrap().seq;
        let Some(source) = &report.source else { return Vec::new() };
        let claims = self.register.claims_of_source(source, head, Seq(0), 1_000).await.unwrap();
        claims.iter().take(SHOWN).map(|held| self.line(held)).collect()
    }

    fn line(&self, held: &HeldClaim) -> String {
        let ends: Vec<String> =
            held.claim.mentions().iter().map(|(slot, mention)| self.end(held, *slot, mention)).collect();
        let mut line = ends.join(" ↔ ");
        let valid = held.claim.valid.as_str().trim_end_matches(['/', '.']);
        if let Shape::Attribute { value, .. } = &held.claim.shape {
            write!(line, " @ {value}").unwrap();
        } else if !valid.is_empty() {
            write!(line, " @ {valid}").unwrap();
        }
        line
    }

    /// `Portland Oregon US`, `Roscommon county IE`; `?` and the words where it is left open.
    fn end(&self, held: &HeldClaim, slot: Slot, mention: &Mention) -> String {
        let Some(id) = held.reading(Some(slot)).and_then(|reading| reading.entity.clone()) else {
            return format!("?{}", mention.text.replace('\n', " "));
        };
        let Some(place) = self.gazetteer.place(&id) else { return id.to_string() };
        let state =
            place.admin1().filter(|state| place.country().as_str() == "US" && state.id() != place.id());
        let state = state.map(|state| format!("{} ", state.name())).unwrap_or_default();
        let levels = place.levels();
        let level =
            Some(Level::all_in_words(&levels)).filter(|_| !levels.is_empty() && !place.is(Level::City));
        let level = level.map(|level| format!("{level} ")).unwrap_or_default();
        format!("{} {level}{state}{}", place.name(), place.country())
    }
}

/// Whether a file of the cases is a table.
fn is_table(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    matches!(ending, Some("csv" | "xlsx")) || path.ends_with("utf16le_bom_tab.txt")
}

/// The tables of the cases that are no lists of links for `graph`, in order.
fn tables() -> Option<Vec<PathBuf>> {
    let mut tables = Vec::new();
    for folder in std::fs::read_dir(shared("data/field-cases")?).unwrap() {
        for file in std::fs::read_dir(folder.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let links = path.file_stem().is_some_and(|stem| stem.to_string_lossy().starts_with("edges"));
            if is_table(&path) && !links {
                tables.push(path);
            }
        }
    }
    tables.sort();
    Some(tables)
}

fn end(report: &ImportReport) -> String {
    let mut end =
        format!("{} rows, {} with problems, {} claims", report.rows, report.problem_rows, report.claims);
    let unread: Vec<&str> = report
        .columns
        .iter()
        .filter(|column| column.role.is_empty())
        .map(|column| column.name.as_str())
        .collect();
    if !unread.is_empty() {
        write!(end, "; unread: {}", unread.join(", ").replace('\n', " ")).unwrap();
    }
    end
}

#[tokio::test]
#[expect(clippy::print_stdout, reason = "case × result is what the test is run for")]
async fn every_row_and_every_column_is_accounted_for() {
    let Some(tables) = tables() else { return };
    let text = String::from_utf8(case("field/expected.txt")).unwrap();
    let expected = parse(&text);
    let desk = Desk::open().await;
    let (mut found, mut differs) = (String::new(), Vec::new());
    for path in &tables {
        let name: PathBuf = path.components().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
        let name = name.to_string_lossy().into_owned();
        let case = expected.iter().find(|case| case.path == name);
        let host = case.and_then(|case| case.host);
        let bytes = std::fs::read(path).unwrap();
        let reading = ReadOptions { host: host.map(str::to_owned), ..ReadOptions::default() };
        let imported = desk.import_as(&name, &bytes, reading).await;
        let (told, lines) = match &imported {
            Ok(report) => {
                assert!(report.columns.iter().any(|column| !column.role.is_empty()), "{name}");
                (end(report), desk.lines(report).await)
            }
            Err(_) => ("refused".to_owned(), Vec::new()),
        };
        let host = host.map(|host| format!(" [{host}]")).unwrap_or_default();
        writeln!(found, "## {name}{host}: {told}").unwrap();
        let Some(case) = case else {
            found.extend(lines.iter().map(|line| format!("  {line}\n")));
            differs.push(format!("{name}: nobody has written down what it says"));
            continue;
        };
        found.extend(lines.iter().skip(case.lines.len()).map(|line| format!("  {line}\n")));
        if case.end != told || case.lines.len() != lines.len() {
            differs.push(format!("{name}: {told}, {} claims", lines.len()));
        }
        for (expected, line) in case.lines.iter().zip(&lines) {
            let today = reached(expected.text, line);
            let beside = if today == Reached::Right { String::new() } else { format!("    (is {line})") };
            writeln!(found, "{} {}{beside}", today.mark(), expected.text).unwrap();
            if today != expected.today {
                differs.push(format!("{name}: {} is {line}: {today:?}", expected.text));
            }
        }
    }
    println!("{found}");
    assert!(differs.is_empty(), "mark what has changed in cases/field/expected.txt:\n{}", differs.join("\n"));
    assert_eq!(expected.len(), tables.len(), "cases that are gone");
}
