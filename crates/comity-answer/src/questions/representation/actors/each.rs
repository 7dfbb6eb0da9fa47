//! The mix of actors of every network on one day, side by side.

use comity_graph::concentration::concentration;
use comity_messages::say;
use comity_model::EntityKind;
use comity_snapshot::record::BoundedCount;
use comity_snapshot::{EntityIx, Evidence, Layer, Snapshot};

use super::{Mix, actors_of, evidence_of, frame, mix};
use crate::report::{At, Cell, CoverageQuery, Head, Indicator, Report, Table, about, as_number, looked};

/// Of each network with any actor on the day, the most mixed first.
pub(super) fn of_each(snapshot: &Snapshot, at: &At, limit: usize) -> Report {
    let looked = looked(snapshot, &CoverageQuery { layers: &[Layer::Networks, Layer::Backing], sides: &[] });
    let mut about = about(super::QUESTION.id, snapshot, say!("actors-each-heading"), at, looked);
    about.methods.push(frame());
    let mut rows: Vec<(EntityIx, Mix, f64)> = snapshot
        .of_kind(EntityKind::Network)
        .map(|network| (network, mix(snapshot, &actors_of(snapshot, network), at.window)))
        .filter_map(|(network, mix)| Some((network, effective(&mix)?, mix)))
        .map(|(network, effective, mix)| (network, mix, effective))
        .collect();
    if rows.is_empty() {
        let why = say!("actors-each-none-on-file");
        return Report::unanswerable(about, &why);
    }
    rows.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)));
    let most = &rows[0];
    let (first, sorts) = (snapshot.name(most.0), most.1.len());
    let summary = say!("actors-of-each", n = rows.len(), first = first, sorts = sorts);
    let mut sheet = Report::new(about, summary);
    let mixed = mixed(snapshot, &rows, at);
    let claims = mixed.rows.iter().flat_map(|row| row.evidence.iter().take(1).cloned());
    let networks = Indicator::count(&say!("actors-figure-networks"), rows.len(), "").by(claims);
    sheet.indicators.push(networks);
    sheet.tables.push(mixed.cut(limit));
    sheet.tables.push(by_sort(snapshot, &rows, at).cut(limit));
    sheet
}

pub(super) fn effective(mix: &Mix) -> Option<f64> {
    let amounts: Vec<f64> = mix.values().map(|count| as_number(count.presumed)).collect();
    concentration(&amounts).map(|found| found.effective)
}

fn mixed(snapshot: &Snapshot, rows: &[(EntityIx, Mix, f64)], at: &At) -> Table {
    let columns: &[Head<'_>] = &[
        ("network", &say!("head-network"), ""),
        ("actors", &say!("head-actors"), ""),
        ("effective", &say!("head-effective-sorts"), "sorts"),
    ];
    let mut table = Table::new("networks", &say!("actors-each-table-networks"), columns);
    for (network, mix, effective) in rows {
        let cells = vec![
            snapshot.refer(*network).into(),
            Cell::Range(mix.values().copied().fold(BoundedCount::default(), |sum, count| sum + count)),
            (*effective).into(),
        ];
        let all = actors_of(snapshot, *network);
        let evidence: Vec<Evidence> =
            mix.keys().flat_map(|sort| evidence_of(snapshot, &all, sort, at.window)).collect();
        table.push(cells, evidence);
    }
    table
}

fn by_sort(snapshot: &Snapshot, rows: &[(EntityIx, Mix, f64)], at: &At) -> Table {
    let columns: &[Head<'_>] = &[
        ("network", &say!("head-network"), ""),
        ("sort", &say!("head-type"), ""),
        ("actors", &say!("head-actors"), ""),
    ];
    let mut table = Table::new("sorts", &say!("actors-each-table-sorts"), columns);
    for (network, mix, _) in rows {
        let all = actors_of(snapshot, *network);
        for (sort, count) in mix {
            let cells = vec![snapshot.refer(*network).into(), sort.as_str().into(), Cell::Range(*count)];
            table.push(cells, evidence_of(snapshot, &all, sort, at.window));
        }
    }
    table
}
