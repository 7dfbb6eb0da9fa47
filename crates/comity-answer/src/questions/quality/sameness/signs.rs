//! Every sign on file that two things are one, and every sign that they are not.

use std::collections::BTreeSet;

use comity_messages::{Message, message, say};
use comity_snapshot::{EntityIx, Evidence, Snapshot, fold, wording};

use crate::report::{Head, Table};

/// One thing on file of both, compared.
pub(super) struct Sign {
    what: Message,
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
        must_fit(message!("sign-kind"), a.kind.as_str().to_owned(), b.kind.as_str().to_owned()),
        names(snapshot, one, other),
        must_fit(message!("sign-country"), nation(one), nation(other)),
        must_fit(message!("sign-region"), above(snapshot, one), above(snapshot, other)),
        words_must_fit(message!("sign-level"), &levels(a), &levels(b)),
        words_must_fit(message!("sign-sort"), &[&a.class], &[&b.class]),
        compared(message!("sign-parties"), parties(snapshot, one), parties(snapshot, other)),
    ];
    if let (Some(here), Some(there)) = (a.point, b.point) {
        let km = here.km_to(there);
        found.push(Sign {
            what: message!("sign-point"),
            one: String::new(),
            other: say!("sign-km-away", km = km.round()),
            speaks_for: Some(km < NEAR_KM),
        });
    }
    found.retain(|sign| !(sign.one.is_empty() && sign.other.is_empty()));
    found
}

fn levels(entity: &comity_model::Entity) -> Vec<&'static str> {
    entity.levels.iter().map(|level| level.as_str()).collect()
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

fn compared(what: Message, one: String, other: String) -> Sign {
    let speaks_for = (!one.is_empty() && !other.is_empty()).then(|| fold(&one) == fold(&other));
    Sign { what, one, other, speaks_for }
}

/// Many things are alike in it: that they are says nothing, that they are not says that they are two.
fn must_fit(what: Message, one: String, other: String) -> Sign {
    let sign = compared(what, one, other);
    Sign { speaks_for: sign.speaks_for.filter(|alike| !alike), ..sign }
}

/// The same of words that are shown in the reader's language: two of one translation are still two.
fn words_must_fit(what: Message, one: &[&str], other: &[&str]) -> Sign {
    let sign = must_fit(what, joined(one, wording::plain), joined(other, wording::plain));
    Sign { one: joined(one, wording::spoken), other: joined(other, wording::spoken), ..sign }
}

fn joined(words: &[&str], as_said: fn(&str) -> String) -> String {
    words.iter().map(|word| as_said(word)).collect::<Vec<_>>().join(", ")
}

/// One name in common is enough.
fn names(snapshot: &Snapshot, one: EntityIx, other: EntityIx) -> Sign {
    let forms = |node: EntityIx| -> BTreeSet<String> { snapshot.names(node).map(fold).collect() };
    Sign {
        what: message!("sign-name"),
        one: snapshot.name(one),
        other: snapshot.name(other),
        speaks_for: Some(!forms(one).is_disjoint(&forms(other))),
    }
}

pub(super) fn speaking(signs: &[Sign], speaks_for: bool) -> usize {
    signs.iter().filter(|sign| sign.speaks_for == Some(speaks_for)).count()
}

pub(super) fn table(signs: &[Sign], evidence: &[Evidence]) -> Table {
    let columns: &[Head<'_>] = &[
        ("sign", &say!("head-sign"), ""),
        ("one", &say!("head-the-one"), ""),
        ("other", &say!("head-the-other"), ""),
        ("speaks", &say!("head-speaks"), ""),
    ];
    let mut table = Table::new("signs", &say!("sameness-table-signs"), columns);
    table.note = say!("sameness-note-2");
    for sign in signs {
        let speaks = match sign.speaks_for {
            Some(true) => say!("sign-for"),
            Some(false) => say!("sign-against"),
            None => say!("sign-neither"),
        };
        let cells = vec![
            sign.what.text().into(),
            sign.one.as_str().into(),
            sign.other.as_str().into(),
            speaks.into(),
        ];
        table.push(cells, evidence.to_vec());
    }
    table
}
