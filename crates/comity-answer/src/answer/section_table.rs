//! A section as a table, for files.

use comity_messages::say;
use comity_model::Certainty;
use comity_snapshot::conflict::Conflict;

use super::section::{Body, Section, TableName};
use super::{Chain, PleaseCheck, Shared, SharedSide, Step};
use crate::report::{Cell, Claimed, Head, Indicator, LifeLine, Table, push_ties, tie_table};

/// The tables of the sections in order; those of one name are one.
pub(super) fn tables(sections: &[Section<'_>]) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for table in sections.iter().filter_map(table) {
        match tables.iter_mut().find(|one| one.id == table.id) {
            Some(same) => same.append(table),
            None => tables.push(table),
        }
    }
    tables
}

/// `None` for what no file has.
fn table(section: &Section<'_>) -> Option<Table> {
    let mut table = match &section.body {
        Body::Table { table, .. } => table.clone().into_owned(),
        body => rows_of(body, section.file?)?,
    };
    if let Some(name) = section.file {
        (table.id, table.title) = (name.id, name.title.text());
    }
    table.left_out = section.left_out;
    Some(table)
}

fn rows_of(body: &Body<'_>, name: TableName) -> Option<Table> {
    match body {
        Body::Ties { rows, .. } | Body::Pairs(rows) => {
            let mut table = tie_table(name.id, &name.title.text());
            push_ties(&mut table, rows.iter().copied());
            Some(table)
        }
        Body::Networks(with) => Some(shared(name, &with.networks.rows)),
        Body::Check(rows) => Some(please_check(name, rows)),
        Body::Claimed(rows) => Some(claimed(name, rows)),
        Body::Conflicts(rows) => Some(conflicts(name, rows)),
        Body::Indicators(rows) => Some(indicators(name, rows)),
        Body::Chains(chains) => Some(ways(name, chains)),
        Body::Lives(group) => Some(lives(name, &group.lines)),
        Body::Summary(_)
        | Body::Warning(_)
        | Body::Facts(_)
        | Body::Counted(_)
        | Body::Table { .. }
        | Body::Opinions(_)
        | Body::Waiting(_) => None,
    }
}

/// Things that both sides are in, one row for each pair of participants.
pub(super) fn shared(name: TableName, rows: &[Shared]) -> Table {
    let columns: &[Head<'_>] = &[
        ("thing", &say!("head-what"), ""),
        ("a", &say!("head-one-side"), ""),
        ("a_how", &say!("head-how"), ""),
        ("a_since", &say!("head-since"), ""),
        ("b", &say!("head-the-other"), ""),
        ("b_how", &say!("head-how"), ""),
        ("b_since", &say!("head-since"), ""),
        ("state", &say!("head-both"), ""),
    ];
    let mut table = Table::new(name.id, &name.title.text(), columns);
    for row in rows {
        let worse = if row.a.standing.order() > row.b.standing.order() { &row.a } else { &row.b };
        let mut cells = vec![row.thing.clone().into()];
        cells.extend(side(&row.a));
        cells.extend(side(&row.b));
        cells.push(Cell::State { state: row.standing.state, words: worse.state_words.clone() });
        table.push(cells, row.a.evidence.iter().chain(&row.b.evidence).cloned().collect());
    }
    table
}

fn side(side: &SharedSide) -> [Cell; 3] {
    [side.who.clone().into(), side.kind.clone().into(), side.since.clone().into()]
}

fn please_check(name: TableName, rows: &[PleaseCheck]) -> Table {
    let columns: &[Head<'_>] = &[
        ("written_as", &say!("head-written-as"), ""),
        ("tied_to", &say!("head-tied-to"), ""),
        ("may_be", &say!("head-may-be"), ""),
        ("why", &say!("head-why-it-is-open"), ""),
        ("source", &say!("head-source"), ""),
        ("claim", &say!("head-claim"), ""),
    ];
    let mut table = Table::new(name.id, &name.title.text(), columns);
    for row in rows {
        let cells = vec![
            row.written_as.clone().into(),
            Cell::entities(&row.others),
            Cell::entities(&row.may_be),
            row.why.clone().into(),
            format!("{}, {}", row.source.title, row.locator).into(),
            row.claim.to_string().into(),
        ];
        table.push(cells, Vec::new());
    }
    table
}

/// Numbers that sources give.
fn claimed(name: TableName, rows: &[Claimed]) -> Table {
    let columns: &[Head<'_>] = &[
        ("counted", &say!("head-what-is-counted"), ""),
        ("claimed", &say!("head-claimed"), ""),
        ("compared", &say!("head-compared-with"), ""),
        ("when", &say!("head-when"), ""),
        ("sources", &say!("head-according-to"), ""),
    ];
    let mut table = Table::new(name.id, &name.title.text(), columns);
    for row in rows {
        let Claimed { wording, quantity, compared, when, evidence, .. } = row;
        let mut cells: Vec<Cell> =
            [wording, quantity, compared, when].map(|text| Cell::from(text.clone())).into();
        cells.push(format!("{}, {}", evidence.source.title, evidence.locator).into());
        table.push(cells, vec![evidence.clone()]);
    }
    table
}

/// One row a side, those of one disagreement under each other.
fn conflicts(name: TableName, rows: &[Conflict]) -> Table {
    let columns: &[Head<'_>] = &[
        ("nature", &say!("head-nature"), ""),
        ("matter", &say!("head-they-disagree-on"), ""),
        ("what", &say!("head-what"), ""),
        ("sure", &say!("head-cannot-both-be-right"), ""),
        ("says", &say!("head-one-side-says"), ""),
        ("independent", &say!("head-independent-sources"), ""),
    ];
    let mut table = Table::new(name.id, &name.title.text(), columns);
    for (conflict, side) in rows.iter().flat_map(|each| each.sides.iter().map(move |side| (each, side))) {
        let is_certain = conflict.certainty == Certainty::Certain;
        let sure = if is_certain { say!("conflict-surely") } else { say!("conflict-perhaps") };
        let cells = vec![
            conflict.kind.word().into(),
            conflict.topic.word().into(),
            conflict.what.as_str().into(),
            sure.into(),
            side.says.as_str().into(),
            side.independent.into(),
        ];
        table.push(cells, side.evidence.clone());
    }
    table
}

fn indicators(name: TableName, rows: &[Indicator]) -> Table {
    let columns: &[Head<'_>] = &[
        ("measure", &say!("head-measure"), ""),
        ("value", &say!("head-value"), ""),
        ("low", &say!("head-at-least"), ""),
        ("high", &say!("head-at-most"), ""),
        ("unit", &say!("head-unit"), ""),
    ];
    let mut table = Table::new(name.id, &name.title.text(), columns);
    for row in rows {
        let mut cells = vec![row.label.clone().into()];
        cells.extend([row.value, row.low, row.high].map(Cell::from));
        cells.push(row.unit.clone().into());
        table.push(cells, row.evidence.clone());
    }
    table
}

/// One row a step, the shortest ways by number.
fn ways(name: TableName, chains: &[Chain]) -> Table {
    let columns: &[Head<'_>] = &[
        ("way", &say!("head-way"), ""),
        ("from", &say!("head-from"), ""),
        ("how", &say!("head-how"), ""),
        ("to", &say!("head-to"), ""),
    ];
    let mut table = Table::new(name.id, &name.title.text(), columns);
    for (way, chain) in (1_u64..).zip(chains) {
        for Step { from, how, to, evidence, .. } in &chain.steps {
            table.push(
                vec![way.into(), from.clone().into(), how.clone().into(), to.clone().into()],
                evidence.clone(),
            );
        }
    }
    table
}

fn lives(name: TableName, rows: &[LifeLine]) -> Table {
    let columns: &[Head<'_>] = &[
        ("who", &say!("head-who"), ""),
        ("role", &say!("head-role"), ""),
        ("when", &say!("head-when"), ""),
        ("state", &say!("head-on-that-day"), ""),
    ];
    let mut table = Table::new(name.id, &name.title.text(), columns);
    for row in rows {
        let LifeLine { who, role, when, state, state_words, evidence, spans: _ } = row;
        let state = Cell::State { state: *state, words: state_words.clone() };
        let cells = vec![who.clone().into(), role.as_str().into(), when.as_str().into(), state];
        table.push(cells, evidence.clone());
    }
    table
}
