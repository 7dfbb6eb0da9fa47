//! The names in lists of others, read in place: what a person says of each (`cases/names/field-cases.tsv`) beside what is
//! decided. `cargo test -p comity-reconcile field_cases -- --nocapture` prints the table.

use std::fmt::Write;

use comity_fixtures::{case, gazetteer_bytes, shared};
use comity_gazetteer::Gazetteer;
use comity_model::Point;
use comity_reconcile::{MatchOutcome, Query, Reconciled, reconcile};

/// Rows that should match and wait today. The table names them; more of them is a loss.
const MISSED: usize = 10;

#[test]
#[expect(clippy::print_stdout, reason = "the table is what the test is run for")]
fn field_cases_are_decided_as_a_person_would() {
    let gazetteer = Gazetteer::open(gazetteer_bytes()).unwrap();
    let text = String::from_utf8(case("names/field-cases.tsv")).unwrap();
    let (mut report, mut rest) = (String::new(), String::new());
    let mut all = Tally::default();
    for block in text.split("\n@\t").skip(1) {
        let (head, rows) = block.split_once('\n').unwrap();
        let Some(list) = List::read(head) else { return };
        let mut tally = Tally::default();
        for row in rows.lines() {
            let row = Expected::read(row);
            let query = list.query(row.number);
            let found = reconcile(&gazetteer, &query);
            let verdict = row.judge(&found);
            tally.count(verdict);
            if verdict != Verdict::Right {
                writeln!(rest, "{verdict:?}: {} {}", list.name, row.told(&query, &found)).unwrap();
            }
        }
        writeln!(report, "{:<58} {}", list.name, tally.line()).unwrap();
        all.add(&tally);
    }
    println!("{report}{:<58} {}\n{rest}", "all", all.line());
    assert_eq!(all.wrong, 0, "silent wrong matches:\n{rest}");
    assert!(all.missed <= MISSED, "{} missed:\n{rest}", all.missed);
}

/// A list and its columns, as a line `@` says.
struct List {
    name: String,
    rows: Vec<csv::StringRecord>,
    columns: Vec<Option<usize>>,
}

impl List {
    /// `None` where the lists are not beside the checkout.
    fn read(head: &str) -> Option<Self> {
        let (file, columns) = head.split_once('\t').expect("a file and its columns");
        let path = shared(&format!("data/field-cases/{file}"))?;
        let mut table =
            csv::ReaderBuilder::new().flexible(true).from_path(path).expect("a list that is there");
        let header = table.headers().expect("a heading").clone();
        let position = |column: &str| header.iter().position(|heading| heading == column);
        let columns =
            columns.split('\t').map(|column| (column != "-").then(|| position(column).expect(column)));
        let columns = columns.collect();
        Some(Self {
            name: file.to_owned(),
            rows: table.records().map(|row| row.expect("a row")).collect(),
            columns,
        })
    }

    fn query(&self, number: usize) -> Query<'_> {
        let row = &self.rows[number - 2];
        let cell = |n: usize| row.get((*self.columns.get(n)?)?);
        let degrees = |n: usize| cell(n)?.parse::<f64>().ok();
        let point = degrees(3).zip(degrees(4)).and_then(|(lat, lon)| Point::from_degrees(lat, lon));
        let query = Query { point, ..Query::named(cell(0).unwrap_or_default()) };
        query.in_country(cell(1).unwrap_or_default()).in_admin(cell(2).unwrap_or_default())
    }
}

/// What is right for one row.
struct Expected<'t> {
    number: usize,
    status: &'t str,
    ids: Vec<&'t str>,
    place: &'t str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Verdict {
    Right,
    /// It waits, or the places to choose from are not shown.
    Missed,
    /// A match that is not meant.
    Wrong,
}

impl<'t> Expected<'t> {
    fn read(line: &'t str) -> Self {
        let [number, status, ids, place] = line.split('\t').collect::<Vec<_>>().try_into().expect(line);
        let ids = ids.split([' ', ',']).filter(|id| !id.is_empty()).collect();
        Self { number: number.parse().expect(line), status, ids, place }
    }

    fn judge(&self, found: &Reconciled<'_>) -> Verdict {
        let shown: Vec<String> =
            found.candidates.iter().map(|one| one.place.canonical().geonames().to_string()).collect();
        let is_first = shown.first().is_some_and(|first| self.ids.contains(&first.as_str()));
        let all_shown = self.ids.iter().all(|id| shown.iter().any(|shown| shown == id));
        match (found.decision, self.status) {
            (MatchOutcome::Match, "match" | "may") if is_first => Verdict::Right,
            (MatchOutcome::Match, _) => Verdict::Wrong,
            (_, "match") => Verdict::Missed,
            (_, "both") if found.decision == MatchOutcome::None || !all_shown => Verdict::Missed,
            _ => Verdict::Right,
        }
    }

    fn told(&self, query: &Query<'_>, found: &Reconciled<'_>) -> String {
        let first = found.candidates.first().map_or(String::new(), |one| format!("{:?}", one.place));
        let Self { number, status, place, .. } = self;
        let (name, country) = (query.name, query.country.unwrap_or_default());
        let decision = found.decision.as_str();
        format!("{number}: {name} | {country}: {status} {place}; got {decision} {first}: {}", found.reason)
    }
}

#[derive(Default)]
struct Tally {
    rows: usize,
    missed: usize,
    wrong: usize,
}

impl Tally {
    fn count(&mut self, verdict: Verdict) {
        self.rows += 1;
        self.missed += usize::from(verdict == Verdict::Missed);
        self.wrong += usize::from(verdict == Verdict::Wrong);
    }

    fn add(&mut self, other: &Self) {
        self.rows += other.rows;
        self.missed += other.missed;
        self.wrong += other.wrong;
    }

    fn line(&self) -> String {
        let right = self.rows - self.missed - self.wrong;
        format!(
            "{:>4} rows {right:>4} right {:>3} missed {:>3} silently wrong",
            self.rows, self.missed, self.wrong
        )
    }
}
