//! Which things on file may be one and the same, which were told apart, and which names nobody could place?

mod mentions;
mod signs;

use comity_messages::{message, say};
use comity_model::{EntityId, EntityKind, IdentityJudgement, Sameness};
use comity_snapshot::{EntityIx, Evidence, Snapshot};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::curation::duplicates::{DuplicatesArgs, Pair, duplicates};
use crate::question::{Group, LIMIT, Question, Range, may};
use crate::report::{About, Cell, CoverageReport, Head, Indicator, Method, Report, Row, Table, about};

pub(crate) const QUESTION: Question = Question {
    id: "sameness",
    title: message!("question-sameness"),
    group: Group::Trust,
    help: message!("help-sameness"),
    arguments: &[
        may("entity", Range::Entity, "only pairs of which it is one"),
        may("other", Range::Entity, "the other one: every sign for and against"),
        may("kind", Range::Word { of: EntityKind::WORDS }, "only this kind of thing"),
        LIMIT,
    ],
    example: &[("entity", "metropolis"), ("other", "summit-major-cities")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let node = arguments.some_node("entity")?;
    let other = arguments.some_node("other")?;
    let kind: Option<EntityKind> = arguments.word("kind", |word| word.parse().ok());
    let mut about =
        about(QUESTION.id, snapshot, say!("sameness-title"), &arguments.at(), CoverageReport::default());
    about.methods =
        vec![Method::new(&say!("sameness-method"), ""), Method::new(&say!("sameness-method-2"), "")];
    if let (Some(one), Some(other)) = (node, other) {
        about.title =
            say!("sameness-title-of-two", a = snapshot.refer(one).full(), b = snapshot.refer(other).full());
        return Ok(of_two(snapshot, about, one, other).into());
    }
    let only = node.or(other);
    let concerns = |ids: [&EntityId; 2]| only.is_none_or(|only| ids.iter().any(|id| is(snapshot, id, only)));
    let told: Vec<&IdentityJudgement> = snapshot
        .identity_judgements()
        .iter()
        .filter(|told| concerns([&told.a, &told.b]))
        .filter(|told| {
            kind.is_none_or(|kind| snapshot.entity_by_id(&told.b).is_some_and(|one| one.kind == kind))
        })
        .collect();
    let pairs: Vec<Pair> = proposed(snapshot, kind)
        .into_iter()
        .filter(|pair| concerns([&pair.goes.id, &pair.stays.id]))
        .collect();
    let mut sheet = Report::new(about, lead(&pairs, &told));
    let (may_be, decided) = (pair_table(snapshot, &pairs), told_table(snapshot, &told));
    sheet.indicators = measures(&pairs, &told, &may_be, &decided);
    sheet.tables.push(may_be.cut(arguments.limit()));
    sheet.tables.push(decided.cut(arguments.limit()));
    if only.is_none() {
        sheet.tables.push(mentions::table(snapshot).cut(arguments.limit()));
    }
    Ok(sheet.into())
}

/// Claims that a row shows of each of two entities.
const PROVEN: usize = 6;

/// How many pairs wait, are one, are two; with claims of those in the tables.
fn measures(pairs: &[Pair], told: &[&IdentityJudgement], may_be: &Table, decided: &Table) -> Vec<Indicator> {
    let rows: Vec<_> = told.iter().map(|told| told.sameness).zip(&decided.rows).collect();
    let waiting = pairs.iter().filter(|pair| !pair.put_off).count();
    let evidence = may_be.rows.iter().flat_map(|row| row.evidence.iter().cloned());
    vec![
        Indicator::both(&say!("sameness-undecided"), [waiting; 2], "pairs").by(evidence),
        decided_as(&say!("sameness-merged"), Sameness::Same, &rows),
        decided_as(&say!("sameness-told-apart"), Sameness::Distinct, &rows),
    ]
}

/// How many were decided so, by the rows of the decisions.
fn decided_as(label: &str, sameness: Sameness, rows: &[(Sameness, &Row)]) -> Indicator {
    let rows = rows.iter().filter(|(decided, _)| *decided == sameness);
    let evidence: Vec<Evidence> = rows.clone().flat_map(|(_, row)| row.evidence.iter().cloned()).collect();
    Indicator::both(label, [rows.count(); 2], "pairs").by(evidence)
}

fn lead(pairs: &[Pair], told: &[&IdentityJudgement]) -> String {
    let waiting = pairs.iter().filter(|pair| !pair.put_off).count();
    let decided = told.iter().filter(|told| told.sameness != Sameness::Unsure).count();
    say!("sameness-summary", waiting = waiting, decided = decided)
}

fn is(snapshot: &Snapshot, id: &EntityId, node: EntityIx) -> bool {
    *id == snapshot.entity(node).id || snapshot.node(id) == Some(node)
}

/// Pairs nobody has decided about, the likeliest first, those put off last.
fn proposed(snapshot: &Snapshot, kind: Option<EntityKind>) -> Vec<Pair> {
    let judged: Vec<(EntityId, EntityId, Sameness)> = snapshot
        .identity_judgements()
        .iter()
        .map(|told| (told.a.clone(), told.b.clone(), told.sameness))
        .collect();
    duplicates(snapshot, &judged, &DuplicatesArgs { kind, pair: None, limit: usize::MAX }).pairs
}

fn of_two(snapshot: &Snapshot, about: About, one: EntityIx, other: EntityIx) -> Report {
    let told: Vec<&IdentityJudgement> = snapshot
        .identity_judgements()
        .iter()
        .filter(|told| {
            (is(snapshot, &told.a, one) && is(snapshot, &told.b, other))
                || (is(snapshot, &told.a, other) && is(snapshot, &told.b, one))
        })
        .collect();
    let signs = signs::signs(snapshot, one, other);
    let (for_it, against) = (signs::speaking(&signs, true), signs::speaking(&signs, false));
    let verdict = match told.last().map(|told| (told.sameness, told.by.as_str())) {
        _ if one == other => say!("sameness-one"),
        Some((Sameness::Same, by)) => say!("sameness-same", by = by),
        Some((Sameness::Distinct, by)) => say!("sameness-distinct", by = by),
        Some((Sameness::Unsure, by)) => say!("sameness-unsure", by = by),
        None if for_it > 0 && against == 0 => say!("sameness-nothing-against"),
        None => say!("sameness-kept-apart"),
    };
    let signs_found = say!("sameness-signs", n = for_it, against = against);
    let mut sheet = Report::new(about, crate::report::sentences([verdict, signs_found]));
    let evidence = evidence_of(snapshot, one, other);
    let counts = [(message!("sameness-figure-for"), for_it), (message!("sameness-figure-against"), against)];
    let counts = counts.map(|(label, n)| Indicator::count(&label.text(), n, "").by(evidence.iter().cloned()));
    sheet.indicators.extend(counts);
    sheet.tables.push(signs::table(&signs, &evidence));
    if !told.is_empty() {
        sheet.tables.push(told_table(snapshot, &told));
    }
    sheet
}

/// Some claims of each, so that a reader sees how sources write of them.
fn evidence_of(snapshot: &Snapshot, one: EntityIx, other: EntityIx) -> Vec<Evidence> {
    [one, other].into_iter().flat_map(|node| said_of(snapshot, node)).collect()
}

fn said_of(snapshot: &Snapshot, node: EntityIx) -> Vec<Evidence> {
    let links =
        snapshot.outgoing(node).chain(snapshot.incoming(node)).map(|(link, _)| snapshot.evidence_of(link));
    let statements =
        snapshot.statements_about(node).map(|statement| snapshot.evidence_of_statement(statement));
    links.chain(statements).take(PROVEN).collect()
}

fn pair_table(snapshot: &Snapshot, pairs: &[Pair]) -> Table {
    let columns: &[Head<'_>] = &[
        ("one", &say!("head-one"), ""),
        ("other", &say!("head-other"), ""),
        ("why", &say!("head-why-they-may-be-one"), ""),
        ("one_claims", &say!("head-claims-of-the-one"), ""),
        ("other_claims", &say!("head-claims-of-the-other"), ""),
        ("put_off", &say!("head-looked-at"), ""),
    ];
    let mut table = Table::new("pairs", &say!("sameness-table-pairs"), columns);
    for pair in pairs {
        let ends = [&pair.goes.id, &pair.stays.id].map(|id| snapshot.node(id));
        let cells = vec![
            pair.goes.clone().into(),
            pair.stays.clone().into(),
            pair.why.as_str().into(),
            pair.moves.claims.into(),
            pair.has.claims.into(),
            (if pair.put_off { say!("sameness-skipped") } else { say!("sameness-not-yet") }).into(),
        ];
        table.push(cells, ends.into_iter().flatten().flat_map(|node| said_of(snapshot, node)).collect());
    }
    table
}

fn told_table(snapshot: &Snapshot, told: &[&IdentityJudgement]) -> Table {
    let columns: &[Head<'_>] = &[
        ("one", &say!("head-one"), ""),
        ("other", &say!("head-other"), ""),
        ("decision", &say!("head-decision"), ""),
        ("by", &say!("head-by"), ""),
        ("why", &say!("head-why"), ""),
    ];
    let mut table = Table::new("decisions", &say!("sameness-table-decisions"), columns);
    for told in told {
        let ends = [&told.a, &told.b].map(|id| snapshot.node(id));
        let decision = match told.sameness {
            Sameness::Same => say!("sameness-decided-same"),
            Sameness::Distinct => say!("sameness-decided-distinct"),
            Sameness::Unsure => say!("sameness-decided-unsure"),
        };
        let merged = ends[0] == ends[1];
        let own = |node: &EntityIx, id: &EntityId| !merged || snapshot.entity(*node).id == *id;
        let [one, other] = [&told.a, &told.b].map(|id| snapshot.node(id).filter(|node| own(node, id)));
        let cells = vec![
            one.map_or_else(|| Cell::Text(told.a.to_string()), |node| snapshot.refer(node).into()),
            other.map_or_else(|| Cell::Text(told.b.to_string()), |node| snapshot.refer(node).into()),
            decision.into(),
            told.by.as_str().into(),
            told.why.as_str().into(),
        ];
        let told_of = ends.into_iter().flatten().take(if merged { 1 } else { 2 });
        table.push(cells, told_of.flat_map(|node| said_of(snapshot, node)).collect());
    }
    table
}
