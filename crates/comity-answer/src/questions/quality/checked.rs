//! A document's statements, each weighed against all else on file: what holds, what is contradicted, what nobody can test.

mod claims;
mod document;
mod link;
mod statement;
mod verdict;
mod weighed;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use comity_messages::{listed, message, say};
use comity_model::{ClaimId, SourceId};
use comity_snapshot::{Evidence, Snapshot};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may};
use crate::report::{
    About, At, Chart, CoverageReport, Dot, Head, Indicator, Method, Picture, Report, Table, about, as_number,
};
use claims::claims_of;
pub use document::{CheckedDocument, VerdictGroup, WeighedPart, WeighedStatement};
pub(crate) use verdict::Verdict;
use weighed::Weighed;

pub(crate) const QUESTION: Question = Question {
    id: "checked",
    title: message!("question-checked"),
    group: Group::Trust,
    help: message!("help-checked"),
    arguments: &[
        may(
            "source",
            Range::Source,
            "the document; the one with most labelled statements on file if left out",
        ),
        AT,
        LIMIT,
    ],
    example: &[("source", "cidob-note-302")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let args = CheckedArgs {
        source: arguments.some_source("source")?,
        at: arguments.at(),
        limit: arguments.limit(),
    };
    Ok(Answer::Report(checked(snapshot, &args)))
}

/// Which document is checked, when, and how much of it is shown.
#[derive(Debug, Clone)]
pub struct CheckedArgs {
    /// The document with most labelled statements if left out.
    pub source: Option<SourceId>,
    pub at: At,
    /// Rows of a table, or statements of each verdict.
    pub limit: usize,
}

impl CheckedArgs {
    fn document(&self, snapshot: &Snapshot) -> Option<SourceId> {
        self.source.clone().or_else(|| most_labelled(snapshot))
    }
}

/// A document as a reader goes through it.
///
/// A source that is not on file has no statement; the summary says so.
pub fn checked_document(snapshot: &CachedSnapshot, args: &CheckedArgs) -> CheckedDocument {
    let source = args.document(snapshot);
    let about = framed(snapshot, source.as_ref(), &args.at);
    let Some(source) = source else {
        let summary = say!("checked-no-document");
        return CheckedDocument { about, summary, source: None, groups: Vec::new() };
    };
    let statements = by_statement(claims_of(snapshot, &source));
    let counts = by_verdict(&statements);
    let groups = counts.iter().map(|(verdict, all)| VerdictGroup::of(*verdict, all, args.limit));
    let mut groups: Vec<VerdictGroup> = groups.collect();
    in_full(snapshot, &mut groups);
    CheckedDocument {
        about,
        summary: if statements.is_empty() { say!("checked-no-statement") } else { summary(&counts) },
        source: Some(snapshot.refer_source(&source)),
        groups,
    }
}

/// What a checked document is called and how it is checked; no statement is weighed for it.
pub fn checked_about(snapshot: &Snapshot, args: &CheckedArgs) -> About {
    framed(snapshot, args.document(snapshot).as_ref(), &args.at)
}

/// Has the ties on both sides say who is tied to what, not only since when: many may stand below one statement.
fn in_full(snapshot: &CachedSnapshot, groups: &mut [VerdictGroup]) {
    let statements = groups.iter_mut().flat_map(|group| &mut group.statements);
    let parts = statements.flat_map(|statement| &mut statement.parts);
    let mut shown: BTreeMap<ClaimId, Vec<&mut Evidence>> = BTreeMap::new();
    for evidence in parts.flat_map(|part| part.backing.iter_mut().chain(&mut part.against)) {
        shown.entry(evidence.claim).or_default().push(evidence);
    }
    for (link, subject, object) in snapshot.all_links().filter(|(link, _, _)| link.part == 0) {
        for evidence in shown.remove(&link.claim).into_iter().flatten() {
            evidence.says = link::says(snapshot, link, subject, object);
        }
    }
}

fn checked(snapshot: &CachedSnapshot, args: &CheckedArgs) -> Report {
    let source = args.document(snapshot);
    let about = framed(snapshot, source.as_ref(), &args.at);
    let Some(source) = source else { return Report::unanswerable(about, &say!("checked-no-document")) };
    let statements = by_statement(claims_of(snapshot, &source));
    if statements.is_empty() {
        return Report::unanswerable(about, &say!("checked-no-statement"));
    }
    let caveat = snapshot.source(&source).map_or("", |source| source.caveat.as_str());
    sheet(about, caveat, &statements, args.limit)
}

/// The document that a reader most likely means: lists are imported without labels, and who reads a document statement by
/// statement labels them. Of several with as many, the first by id.
fn most_labelled(snapshot: &Snapshot) -> Option<SourceId> {
    let links = snapshot.links().iter().map(|link| (&link.source, &link.label));
    let statements = snapshot.statements().iter().map(|one| (&one.claim.source, &one.claim.label));
    let mut labels: BTreeMap<&SourceId, BTreeSet<&str>> = BTreeMap::new();
    for (source, label) in links.chain(statements).filter(|(_, label)| !label.is_empty()) {
        labels.entry(source).or_default().insert(label);
    }
    let most = labels.into_iter().max_by_key(|(source, labels)| (labels.len(), Reverse(*source)));
    most.map(|(source, _)| source.clone())
}

fn framed(snapshot: &Snapshot, source: Option<&SourceId>, at: &At) -> About {
    let Some(source) = source else {
        return about(QUESTION.id, snapshot, say!("checked-title-any"), at, CoverageReport::default());
    };
    let title = say!("checked-title", source = snapshot.refer_source(source).title);
    let mut about = about(QUESTION.id, snapshot, title, at, CoverageReport::default());
    let methods = [
        message!("checked-method-verdict"),
        message!("checked-method-holds"),
        message!("checked-method-conflicts"),
    ];
    about.methods = methods.iter().map(|text| Method::new(&text.text(), "")).collect();
    if let Some(source) = snapshot.source(source).filter(|source| !source.caveat.is_empty()) {
        about.caveats.push(say!("checked-our-copy", caveat = source.caveat.as_str()));
    }
    about.caveats.push(say!("checked-caveat"));
    if let Some(waiting) = snapshot.waiting().get(source) {
        about.caveats.push(say!("checked-to-match", n = *waiting));
    }
    about
}

/// One statement of the document.
struct CheckedStatement {
    /// What people call it; where it stands, if they do not.
    name: String,
    /// At least one.
    claims: Vec<Weighed>,
}

impl CheckedStatement {
    fn of(label: String, claims: Vec<Weighed>) -> Self {
        let name = if claims[0].label.is_empty() { claims[0].locator.clone() } else { label };
        Self { name, claims }
    }

    fn gravest(&self) -> &Weighed {
        self.claims.iter().min_by_key(|claim| claim.verdict).expect("a statement has at least one claim")
    }
}

/// By label; a claim without one stands by itself, in the order of the document.
fn by_statement(claims: Vec<Weighed>) -> Vec<CheckedStatement> {
    let mut found: BTreeMap<String, Vec<Weighed>> = BTreeMap::new();
    for claim in claims {
        let alone = || format!("{} · {}", claim.locator, claim.own.claim);
        let key = if claim.label.is_empty() { alone() } else { claim.label.clone() };
        found.entry(key).or_default().push(claim);
    }
    found.into_iter().map(|(label, claims)| CheckedStatement::of(label, claims)).collect()
}

fn sheet(about: About, caveat: &str, statements: &[CheckedStatement], limit: usize) -> Report {
    let counts = by_verdict(statements);
    let mut sheet = Report::new(about, summary(&counts));
    let own = statements.iter().map(|statement| statement.gravest().own.clone());
    sheet.indicators.push(Indicator::count(&say!("checked-statements"), statements.len(), "").by(own));
    for (verdict, all) in &counts {
        let evidence = all.iter().map(|statement| statement.gravest().own.clone());
        let label = say!("checked-figure", verdict = verdict.text());
        sheet.indicators.push(Indicator::new(&label, Some(as_number(all.len() as u64)), "").by(evidence));
    }
    let is_plain = caveat.is_empty();
    let note = if is_plain { String::new() } else { say!("checked-copy-note", caveat = caveat) };
    for mut table in [of_statements(statements), of_parts(statements)] {
        table.note.clone_from(&note);
        sheet.tables.push(table.cut(limit));
    }
    sheet.tables.push(of_verdicts(&counts));
    sheet.charts.push(chart(&counts));
    sheet
}

/// "50 statements: 2 contradicted and 48 hold."
fn summary(counts: &ByVerdict<'_>) -> String {
    let n: usize = counts.values().map(Vec::len).sum();
    let parts = listed(counts.iter().map(|(verdict, all)| verdict.counted(all.len() as u64)));
    say!("checked-summary", n = n, parts = parts)
}

type ByVerdict<'s> = BTreeMap<Verdict, Vec<&'s CheckedStatement>>;

fn by_verdict(statements: &[CheckedStatement]) -> ByVerdict<'_> {
    let mut counts: ByVerdict<'_> = BTreeMap::new();
    for statement in statements {
        counts.entry(statement.gravest().verdict).or_default().push(statement);
    }
    counts
}

fn of_statements(statements: &[CheckedStatement]) -> Table {
    let mut table = Table::new(
        "statements",
        &say!("checked-table-statements"),
        &[
            ("statement", &say!("head-statement"), ""),
            ("says", &say!("head-it-says"), ""),
            ("verdict", &say!("head-verdict"), ""),
            ("why", &say!("head-because"), ""),
            ("parts", &say!("head-parts"), ""),
            ("for", &say!("head-others-who-say-so"), ""),
            ("against", &say!("head-others-who-do-not"), ""),
        ],
    );
    for statement in statements {
        let CheckedStatement { name, claims } = statement;
        let worst = statement.gravest();
        let more = claims.len() - 1;
        let says = worst.says.as_str();
        let says = if more == 0 { says.to_owned() } else { say!("checked-and-more", says = says, n = more) };
        let cells = vec![
            name.as_str().into(),
            says.into(),
            worst.verdict.text().into(),
            worst.why.clone().into(),
            parts(claims).into(),
            sources(claims.iter().flat_map(|claim| &claim.backing)).into(),
            sources(claims.iter().flat_map(|claim| &claim.against)).into(),
        ];
        table.push(cells, claims.iter().flat_map(Weighed::evidence).collect());
    }
    table
}

/// "2 hold · 1 contradicted".
fn parts(claims: &[Weighed]) -> String {
    let mut counts: BTreeMap<Verdict, u64> = BTreeMap::new();
    for claim in claims {
        *counts.entry(claim.verdict).or_default() += 1;
    }
    counts.iter().map(|(verdict, n)| verdict.counted(*n)).collect::<Vec<_>>().join(" · ")
}

/// The titles of sources, each once, in the order in which they first speak.
fn sources<'e>(evidence: impl Iterator<Item = &'e Evidence>) -> String {
    let mut titles: Vec<String> = Vec::new();
    for each in evidence {
        let title = format!("{} ({})", each.source.title, each.source.date);
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles.join("; ")
}

fn of_parts(statements: &[CheckedStatement]) -> Table {
    let mut table = Table::new(
        "parts",
        &say!("checked-table-parts"),
        &[
            ("statement", &say!("head-statement"), ""),
            ("where", &say!("head-where"), ""),
            ("says", &say!("head-it-says"), ""),
            ("verdict", &say!("head-verdict"), ""),
            ("why", &say!("head-because"), ""),
        ],
    );
    for CheckedStatement { name, claims } in statements {
        for claim in claims {
            let cells = vec![
                name.as_str().into(),
                claim.locator.as_str().into(),
                claim.says.as_str().into(),
                claim.verdict.text().into(),
                claim.why.as_str().into(),
            ];
            table.push(cells, claim.evidence().collect());
        }
    }
    table
}

fn of_verdicts(counts: &ByVerdict<'_>) -> Table {
    let columns: &[Head<'_>] = &[
        ("verdict", &say!("head-verdict"), ""),
        ("statements", &say!("head-statements"), ""),
        ("means", &say!("head-what-it-means"), ""),
    ];
    let mut table = Table::new("verdicts", &say!("checked-table-verdicts"), columns);
    for (verdict, statements) in counts {
        let cells =
            vec![verdict.text().into(), (statements.len() as u64).into(), verdict.meaning().text().into()];
        table.push(cells, statements.iter().map(|statement| statement.gravest().own.clone()).collect());
    }
    table
}

fn chart(counts: &ByVerdict<'_>) -> Chart {
    let bars = counts.iter().map(|(verdict, all)| (verdict.text(), as_number(all.len() as u64)));
    let bars = bars.map(|(words, count)| Dot::plain(words, count)).collect();
    Chart {
        id: "verdicts",
        title: say!("checked-chart"),
        caption: say!("checked-chart-caption"),
        table: "verdicts",
        picture: Picture::Bars { rows: bars, unit: "statements".to_owned() },
    }
}
