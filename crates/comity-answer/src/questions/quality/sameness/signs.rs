//! Every sign on file that two things are one, and every sign that they are not.

use std::collections::BTreeSet;

use comity_snapshot::{EntityIx, Evidence, Snapshot, fold, wording};

use crate::report::Table;

/// One thing on file of both, compared.
pub(super) struct Sign {
    what: &'static str,
    one: String,
    other: String,
    /// `None`: it says nothing, for it is not on file of both, or much is alike in it.
    speaks_for: Option<bool>,
}

/// Places further apart than this, in kilometres, are two.
const NEAR_KM: f64 = 10.0;

pub(super) fn signs(snapshot: &Snapshot, one: EntityIx, other: EntityIx) -> Vec<Sign> {
    let (a, b) = (snapshot.entity(one), snapshot.entity(other));
    let nation = |node| snapshot.nation(node).map_or_else(String::new, |nation| snapshot.name(nation));
    let mut found = vec![
        must_fit("kind", a.kind.as_str().to_owned(), b.kind.as_str().to_owned()),
        names(snapshot, one, other),
        must_fit("country", nation(one), nation(other)),
        must_fit("state or region", above(snapshot, one), above(snapshot, other)),
        must_fit("level", levels(a), levels(b)),
        must_fit("sort", wording::spoken(&a.class), wording::spoken(&b.class)),
        compared("parties", parties(snapshot, one), parties(snapshot, other)),
    ];
    if let (Some(here), Some(there)) = (a.point, b.point) {
        let km = here.km_to(there);
        found.push(Sign {
            what: "where it lies",
            one: String::new(),
            other: format!("{km:.0} km away"),
            speaks_for: Some(km < NEAR_KM),
        });
    }
    found.retain(|sign| !(sign.one.is_empty() && sign.other.is_empty()));
    found
}

fn levels(entity: &comity_model::Entity) -> String {
    entity.levels.iter().map(|level| wording::spoken(level.as_str())).collect::<Vec<_>>().join(", ")
}

fn parties(snapshot: &Snapshot, node: EntityIx) -> String {
    let names: Vec<String> = snapshot.parties(node).into_iter().map(|party| snapshot.name(party)).collect();
    names.join(" – ")
}

/// The nearest place around it that is not its nation; empty of none.
fn above(snapshot: &Snapshot, node: EntityIx) -> String {
    let nation = snapshot.nation(node);
    let above = snapshot.ancestors(node).into_iter().find(|each| Some(*each) != nation && *each != node);
    above.map(|each| snapshot.name(each)).unwrap_or_default()
}

fn compared(what: &'static str, one: String, other: String) -> Sign {
    let speaks_for = (!one.is_empty() && !other.is_empty()).then(|| fold(&one) == fold(&other));
    Sign { what, one, other, speaks_for }
}

/// Many things are alike in it: that they are says nothing, that they are not says that they are two.
fn must_fit(what: &'static str, one: String, other: String) -> Sign {
    let sign = compared(what, one, other);
    Sign { speaks_for: sign.speaks_for.filter(|alike| !alike), ..sign }
}

/// One name in common is enough.
fn names(snapshot: &Snapshot, one: EntityIx, other: EntityIx) -> Sign {
    let forms = |node: EntityIx| -> BTreeSet<String> { snapshot.names(node).map(fold).collect() };
    Sign {
        what: "name",
        one: snapshot.name(one),
        other: snapshot.name(other),
        speaks_for: Some(!forms(one).is_disjoint(&forms(other))),
    }
}

pub(super) fn speaking(signs: &[Sign], speaks_for: bool) -> usize {
    signs.iter().filter(|sign| sign.speaks_for == Some(speaks_for)).count()
}

pub(super) fn table(signs: &[Sign], evidence: &[Evidence]) -> Table {
    let columns =
        [("sign", "Sign", ""), ("one", "The one", ""), ("other", "The other", ""), ("speaks", "Speaks", "")];
    let mut table = Table::new("signs", "Signs for and against", &columns);
    "From the records of both; the claims are some that sources make of the one and of the other."
        .clone_into(&mut table.note);
    for sign in signs {
        let speaks = match sign.speaks_for {
            Some(true) => "for it",
            Some(false) => "against it",
            None => "neither way",
        };
        let cells =
            vec![sign.what.into(), sign.one.as_str().into(), sign.other.as_str().into(), speaks.into()];
        table.push(cells, evidence.to_vec());
    }
    table
}
