//! One sum of money as a source states it, and prices that make sums of different years comparable.

use std::collections::BTreeMap;

use comity_messages::say;
use comity_model::{
    Counting, Day, EntityAttribute, EntityKind, Level, Modality, Scope, Shape, Standing, Statement,
};
use comity_snapshot::{AttributeStatement, EntityIx, Evidence, Snapshot, Territory, time_of};

use super::RealAmount;

/// One sum, for one year.
pub(super) struct Amount<'w> {
    pub(super) year: i32,
    pub(super) wording: &'w str,
    pub(super) purpose: &'w str,
    /// In millions of the currency; the middle where a source gives two bounds.
    pub(super) millions: f64,
    pub(super) currency: &'w str,
    pub(super) payer: Payer,
    /// What states spend together; one state's sum says nothing of the others'.
    pub(super) of_all_states: bool,
    /// Requested or proposed, not yet had.
    pub(super) planned: bool,
    /// The payer, or the country that the payers are in.
    place: Option<EntityIx>,
    pub(super) evidence: Evidence,
}

/// Who spends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Payer {
    States,
    Federal,
    Others,
}

impl Payer {
    pub(super) fn words(self) -> String {
        match self {
            Self::States => say!("spending-states"),
            Self::Federal => say!("spending-federal"),
            Self::Others => say!("spending-others"),
        }
    }
}

impl Amount<'_> {
    pub(super) fn is_in(&self, place: &Territory) -> bool {
        self.place.is_some_and(|node| place.holds(node))
    }
}

/// Accepted sums of years that begin by that day, by year and what they are.
pub(super) fn all(snapshot: &Snapshot, day: Day) -> Vec<Amount<'_>> {
    let accepted = snapshot.statements().iter().filter(|one| one.standing == Standing::Accepted);
    let mut all: Vec<Amount<'_>> = accepted.filter_map(|one| amount(snapshot, one, day)).collect();
    all.sort_by(|a, b| (a.year, a.wording, a.evidence.claim).cmp(&(b.year, b.wording, b.evidence.claim)));
    all
}

fn amount<'w>(snapshot: &Snapshot, statement: &'w Statement, day: Day) -> Option<Amount<'w>> {
    let Shape::Count { scope, quantity: Some(quantity), .. } = &statement.claim.shape else { return None };
    if scope.counting != Counting::Money {
        return None;
    }
    let starts = time_of(snapshot, statement).start().earliest;
    let sum = match (quantity.low, quantity.high) {
        (Some(low), Some(high)) => i64::midpoint(low, high),
        (low, high) => low.or(high)?,
    };
    Some(Amount {
        year: i32::try_from(starts.year().filter(|_| starts <= day)?).ok()?,
        wording: &scope.wording,
        purpose: &scope.purpose,
        millions: in_millions(sum),
        currency: &quantity.unit,
        payer: payer(snapshot, scope),
        of_all_states: scope.subject.level == Some(Level::State),
        planned: statement.claim.modality != Modality::Done,
        place: place(snapshot, scope),
        evidence: snapshot.evidence_of_statement(statement),
    })
}

#[expect(clippy::cast_precision_loss, reason = "no budget on file comes near 2^52")]
fn in_millions(sum: i64) -> f64 {
    sum as f64 / 1e6
}

fn place(snapshot: &Snapshot, scope: &Scope) -> Option<EntityIx> {
    let named = scope.subject.entity.as_ref().or(scope.subject.within.as_ref())?;
    snapshot.node(named.id.as_ref()?)
}

/// A body of a nation, or the nation itself, is federal; what lies in a state or is one is the states'.
fn payer(snapshot: &Snapshot, scope: &Scope) -> Payer {
    if scope.subject.level == Some(Level::State) {
        return Payer::States;
    }
    let Some(node) = place(snapshot, scope).filter(|_| scope.subject.entity.is_some()) else {
        return Payer::Others;
    };
    let above = snapshot.ancestors(node);
    let is = |level: Level| std::iter::once(&node).chain(&above).any(|one| snapshot.entity(*one).is(level));
    let own = snapshot.entity(node);
    match own.kind {
        EntityKind::Polity if own.is(Level::Nation) => Payer::Federal,
        _ if is(Level::City) || is(Level::County) => Payer::Others,
        _ if is(Level::State) => Payer::States,
        EntityKind::Organisation if is(Level::Nation) => Payer::Federal,
        _ => Payer::Others,
    }
}

/// Prices by year, as accepted sources state them of one nation; the base is the last year on file.
#[derive(Default)]
pub(super) struct PriceIndex {
    pub(super) base: i32,
    years: BTreeMap<i32, Price>,
}

/// An index of one year. Its unit begins with the currency: "USD, 1982-84 = 100".
struct Price {
    value: f64,
    unit: String,
    evidence: Evidence,
}

impl PriceIndex {
    /// The index of the nation for which most years are on file.
    pub(super) fn of(snapshot: &Snapshot, day: Day) -> Self {
        let mut nations: BTreeMap<EntityIx, BTreeMap<i32, Price>> = BTreeMap::new();
        let stated = snapshot.statements().iter().filter_map(|one| AttributeStatement::of(snapshot, one));
        for (nation, stated) in stated.filter(|(_, one)| one.attribute == EntityAttribute::PriceIndex) {
            let starts = time_of(snapshot, stated.statement).start().earliest;
            let year = starts.year().and_then(|year| i32::try_from(year).ok()).filter(|_| starts <= day);
            if let (Some(year), Ok(value)) = (year, stated.value.parse::<f64>()) {
                let evidence = snapshot.evidence_of_statement(stated.statement);
                let price = Price { value, unit: stated.unit.to_owned(), evidence };
                nations.entry(nation).or_default().entry(year).or_insert(price);
            }
        }
        let years = nations.into_values().max_by_key(BTreeMap::len).unwrap_or_default();
        Self { base: years.keys().max().copied().unwrap_or_default(), years }
    }

    /// In the money of the base year; `None` where no index of its year is on file, or it is of another currency.
    pub(super) fn real(&self, amount: &Amount<'_>) -> Option<RealAmount> {
        let then = self.years.get(&amount.year).filter(|then| then.unit.starts_with(amount.currency))?;
        let base = self.years.get(&self.base)?;
        let evidence = vec![amount.evidence.clone(), then.evidence.clone(), base.evidence.clone()];
        Some(RealAmount { millions: amount.millions * base.value / then.value, evidence })
    }
}
