//! The tables of the answers that have a shape of their own, as files have them.

use comity_snapshot::{EntityRef, Evidence};

use super::{Between, Compare, Compared, PleaseCheck, Profile, Shared, SharedSide, Step, With};
use crate::report::{Cell, Claimed, Table, TieGroup, push_ties, tie_table};

pub(super) fn profile(answer: &Profile) -> Vec<Table> {
    let groups: Vec<&TieGroup> = answer.ties.iter().collect();
    vec![tie_table("ties", "Ties", &groups), claimed(&answer.claimed)]
}

pub(super) fn with(answer: &With) -> Vec<Table> {
    let With { ties, ended, offices, acts, others, networks, peers, .. } = answer;
    let mut around = tie_table("around", "Others nearby with ties there", &[]);
    push_ties(&mut around, &peers.ties);
    around.left_out = peers.left_out;
    let mut memberships = shared("networks", "Networks both sides are in", &networks.rows);
    memberships.left_out = networks.left_out;
    let mut events = shared("events", "Events both sides attended", &answer.events);
    events.left_out = answer.events_left_out;
    vec![
        tie_table("ties", "Ties", &[ties, ended, offices, acts, others, &networks.memberships]),
        memberships,
        events,
        please_check(&answer.please_check),
        around,
        claimed(&answer.claimed),
    ]
}

pub(super) fn between(answer: &Between) -> Vec<Table> {
    let mut both = shared("shared", "What both are in", &answer.shared);
    both.left_out = answer.shared_left_out;
    let mut third = tie_table("third", "Tied to both", &[]);
    for party in &answer.third_parties {
        push_ties(&mut third, [&party.with_a, &party.with_b]);
    }
    third.left_out = 2 * answer.third_parties_left_out;
    let mut way = Table::new(
        "way",
        "Shortest way from one to the other",
        &[("over", "Over", ""), ("from", "From", ""), ("how", "How", ""), ("to", "To", "")],
    );
    push_steps(&mut way, "what may hold", &answer.path);
    push_steps(&mut way, "confirmed ties", &answer.confirmed_path);
    vec![tie_table("direct", "Direct ties", &[&answer.direct]), both, third, strength(answer), way]
}

fn strength(answer: &Between) -> Table {
    let columns = [
        ("measure", "Measure", ""),
        ("value", "Value", ""),
        ("low", "At least", ""),
        ("high", "At most", ""),
        ("unit", "Unit", ""),
    ];
    let mut table = Table::new("strength", "How strong it is", &columns);
    for one in &answer.strength {
        let values = [one.value, one.low, one.high].map(Cell::from);
        let cells =
            [Cell::from(one.label.clone())].into_iter().chain(values).chain([one.unit.clone().into()]);
        table.push(cells.collect(), one.evidence.clone());
    }
    table
}

fn push_steps(table: &mut Table, over: &str, steps: &[Step]) {
    for step in steps {
        let cells =
            vec![over.into(), step.from.clone().into(), step.how.clone().into(), step.to.clone().into()];
        table.push(cells, step.evidence.clone());
    }
}

pub(super) fn compare(answer: &Compare) -> Vec<Table> {
    let Compare { a, b, in_both, only_in_a, only_in_b, changed, totals, .. } = answer;
    let columns = [
        ("where", "Where", ""),
        ("from", "Between", ""),
        ("to", "And", ""),
        ("layer", "Layer", ""),
        ("in_a", a.as_str(), ""),
        ("in_b", b.as_str(), ""),
    ];
    let mut table = Table::new("ties", "Compared", &columns);
    let parts =
        [("only in a", only_in_a), ("only in b", only_in_b), ("changed", changed), ("in both", in_both)];
    for (place, row) in parts.iter().flat_map(|(place, rows)| rows.iter().map(move |row| (*place, row))) {
        push_compared(&mut table, place, row);
    }
    table.left_out = totals.iter().sum::<u64>().saturating_sub(table.rows.len() as u64);
    vec![table]
}

fn push_compared(table: &mut Table, place: &str, row: &Compared) {
    let Compared { layer, from, to, in_a, in_b, evidence } = row;
    let cells = vec![
        place.into(),
        from.clone().into(),
        to.clone().into(),
        layer.word().into(),
        in_a.clone().into(),
        in_b.clone().into(),
    ];
    table.push(cells, evidence.clone());
}

/// Numbers that sources give.
fn claimed(rows: &[Claimed]) -> Table {
    let columns = [
        ("counted", "What is counted", ""),
        ("claimed", "Claimed", ""),
        ("compared", "Compared with", ""),
        ("when", "When", ""),
        ("sources", "According to", ""),
    ];
    let mut table = Table::new("claimed", "Numbers that sources give", &columns);
    for row in rows {
        let proof = vec![row.evidence.clone()];
        let Claimed { wording, quantity, compared, when, .. } = row;
        let texts = [wording, quantity, compared, when].map(|text| Cell::from(text.clone()));
        table.push(texts.into_iter().chain([said_by(&proof).into()]).collect(), proof);
    }
    table
}

fn shared(id: &'static str, title: &str, rows: &[Shared]) -> Table {
    let columns = [
        ("thing", "What", ""),
        ("a", "One side", ""),
        ("a_how", "How", ""),
        ("a_since", "Since", ""),
        ("b", "The other", ""),
        ("b_how", "How", ""),
        ("b_since", "Since", ""),
        ("state", "Both", ""),
    ];
    let mut table = Table::new(id, title, &columns);
    for row in rows {
        let side = |side: &SharedSide| -> [Cell; 3] {
            [side.who.clone().into(), side.kind.clone().into(), side.since.clone().into()]
        };
        let worse = if row.a.state > row.b.state { &row.a } else { &row.b };
        let state = Cell::State { state: row.state, words: worse.state_words.clone() };
        let cells =
            [row.thing.clone().into()].into_iter().chain(side(&row.a)).chain(side(&row.b)).chain([state]);
        table.push(cells.collect(), row.a.evidence.iter().chain(&row.b.evidence).cloned().collect());
    }
    table
}

fn please_check(rows: &[PleaseCheck]) -> Table {
    let columns = [
        ("written_as", "Written as", ""),
        ("tied_to", "Tied to", ""),
        ("may_be", "May be", ""),
        ("why", "Why it is open", ""),
        ("source", "Says who?", ""),
        ("claim", "Claim", ""),
    ];
    let mut table = Table::new("please-check", "Please check: may belong here, counted nowhere", &columns);
    for row in rows {
        let names = |all: &[EntityRef]| -> Cell {
            all.iter().map(EntityRef::full).collect::<Vec<_>>().join("; ").into()
        };
        let cells = vec![
            row.written_as.clone().into(),
            names(&row.others),
            names(&row.may_be),
            row.why.clone().into(),
            format!("{}, {}", row.source.title, row.locator).into(),
            row.claim.to_string().into(),
        ];
        table.push(cells, Vec::new());
    }
    table
}

fn said_by(evidence: &[Evidence]) -> String {
    let said: Vec<String> =
        evidence.iter().map(|one| format!("{}, {}", one.source.title, one.locator)).collect();
    said.join("; ")
}
