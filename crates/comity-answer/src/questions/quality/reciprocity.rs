//! Do both sides of an agreement report it?

use std::collections::{BTreeMap, BTreeSet};

use comity_messages::{message, say};
use comity_model::{Certainty, EntityKind, Link, LinkKind, Polarity, Standing};
use comity_snapshot::{EntityIx, Evidence, Layer, Snapshot, Territory};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may};
use crate::report::{
    About, At, Chart, CoverageQuery, Dot, Head, Indicator, Method, Picture, Report, Table, about, looked,
    share,
};

pub(crate) const QUESTION: Question = Question {
    id: "reciprocity",
    title: message!("question-reciprocity"),
    group: Group::Trust,
    help: message!("help-reciprocity"),
    arguments: &[
        may("of", Range::Entity, "only agreements with a party in this place or country"),
        AT,
        LIMIT,
    ],
    example: &[("of", "japan")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let at = arguments.at();
    let place = arguments.territory("of")?;
    let sides: Vec<_> = place.iter().collect();
    let title = match &place {
        Some(place) => say!("reciprocity-title-of", name = snapshot.name(place.root())),
        None => say!("reciprocity-title"),
    };
    let mut about = about(
        QUESTION.id,
        snapshot,
        title,
        &at,
        looked(snapshot, &CoverageQuery { layers: &[Layer::Agreements], sides: &sides }),
    );
    about.methods.push(Method::new(&say!("reciprocity-method"), ""));
    about.caveats.push(say!("reciprocity-caveat"));
    let all: Vec<ToldAgreement<'_>> = snapshot
        .of_kind(EntityKind::Agreement)
        .filter_map(|node| told(snapshot, node, &at))
        .filter(|told| place.as_ref().is_none_or(|place| told.is_of(place)))
        .collect();
    if all.is_empty() {
        return Ok(Report::unanswerable(about, &say!("reciprocity-none")).into());
    }
    let heard = heard(snapshot);
    Ok(sheet(snapshot, about, &all, &heard, arguments.limit()).into())
}

/// An agreement of two parties, with what is told from each side.
struct ToldAgreement<'w> {
    agreement: EntityIx,
    parties: [EntityIx; 2],
    told: [Vec<&'w Link>; 2],
}

/// From where an agreement is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ToldFrom {
    Both,
    /// Only the first is heard, though ties of the second are on file as it tells them.
    One,
    /// Only the first is heard, and the second never is: nobody has looked at what it says.
    NotLooked,
}

/// Parties that some claim about an agreement names first.
fn heard(snapshot: &Snapshot) -> BTreeSet<EntityIx> {
    let first = |link: &Link| link.kind == LinkKind::Party && link.part == 0 && is_said(link);
    snapshot.all_links().filter(|(link, _, _)| first(link)).map(|(_, subject, _)| subject).collect()
}

fn is_said(link: &Link) -> bool {
    link.polarity == Polarity::Asserted && link.standing == Standing::Accepted
}

/// `None` unless it has two parties and is on record on the day asked about.
fn told<'w>(snapshot: &'w Snapshot, agreement: EntityIx, at: &At) -> Option<ToldAgreement<'w>> {
    let parties: Vec<EntityIx> = snapshot.parties(agreement).into_iter().collect();
    let &[one, other] = parties.as_slice() else { return None };
    if !snapshot.agreement_record(agreement).on(at.window).presumed {
        return None;
    }
    let told = [one, other].map(|side| told_from(snapshot, agreement, side, at));
    told.iter().any(|side| !side.is_empty()).then_some(ToldAgreement {
        agreement,
        parties: [one, other],
        told,
    })
}

/// Claims that name a party of an agreement first, for a time that may be the day asked about.
fn told_from<'w>(snapshot: &'w Snapshot, agreement: EntityIx, side: EntityIx, at: &At) -> Vec<&'w Link> {
    let signed = snapshot.incoming_of(LinkKind::Party, agreement);
    let first = signed.filter(|(link, party)| *party == side && link.part == 0 && is_said(link));
    let timely = first.filter(|(link, _)| link.valid.holds(at.window).some_day() > Certainty::No);
    timely.map(|(link, _)| link).collect()
}

impl ToldAgreement<'_> {
    fn side(&self, heard: &BTreeSet<EntityIx>) -> ToldFrom {
        match self.silent() {
            None => ToldFrom::Both,
            Some(silent) if heard.contains(&silent) => ToldFrom::One,
            Some(_) => ToldFrom::NotLooked,
        }
    }

    fn is_of(&self, place: &Territory) -> bool {
        self.parties.iter().any(|party| place.holds(*party))
    }

    fn silent(&self) -> Option<EntityIx> {
        (0..2).find(|side| self.told[*side].is_empty()).map(|side| self.parties[side])
    }

    fn telling(&self) -> EntityIx {
        self.parties[usize::from(self.told[0].is_empty())]
    }

    fn evidence(&self, snapshot: &Snapshot) -> Vec<Evidence> {
        self.told.iter().flatten().map(|link| snapshot.evidence_of(link)).collect()
    }
}

/// Agreements told from both sides, from one, and with a side nobody has listened to.
#[derive(Debug, Clone, Copy, Default)]
struct ToldCounts {
    both: u64,
    one: u64,
    not_looked: u64,
}

impl ToldCounts {
    fn add(&mut self, side: ToldFrom) {
        match side {
            ToldFrom::Both => self.both += 1,
            ToldFrom::One => self.one += 1,
            ToldFrom::NotLooked => self.not_looked += 1,
        }
    }

    /// Told from both sides, of those with both sides heard; `None` where there are none.
    fn share(self) -> Option<f64> {
        share(self.both, self.both + self.one)
    }

    /// The same over all, with the unheard as no and as yes.
    fn bounds(self) -> (f64, f64) {
        let all = self.both + self.one + self.not_looked;
        let of_all = |part| share(part, all).unwrap_or(0.0);
        (of_all(self.both), of_all(self.both + self.not_looked))
    }
}

fn sheet(
    snapshot: &Snapshot,
    about: About,
    all: &[ToldAgreement<'_>],
    heard: &BTreeSet<EntityIx>,
    limit: usize,
) -> Report {
    let mut counts = ToldCounts::default();
    for told in all {
        counts.add(told.side(heard));
    }
    let ToldCounts { both, one, not_looked } = counts;
    let summary = say!("reciprocity-summary", n = all.len(), both = both, one = one, silent = not_looked);
    let mut sheet = Report::new(about, summary);
    let (low, high) = counts.bounds();
    let share = Indicator::new(&say!("reciprocity-share"), counts.share(), "share from 0 to 1");
    let twice = claims(snapshot, all, |told| told.side(heard) == ToldFrom::Both);
    sheet.indicators.push(share.between(low, high).by(twice));
    sheet.indicators.extend(parts(snapshot, all, heard));
    sheet.tables.push(one_sided(snapshot, all, heard).cut(limit));
    let countries = by_country(snapshot, all, heard);
    sheet.charts.push(chart(snapshot, &countries));
    sheet.tables.push(of_countries(snapshot, countries).cut(limit));
    sheet
}

fn claims(
    snapshot: &Snapshot,
    all: &[ToldAgreement<'_>],
    wanted: impl Fn(&ToldAgreement<'_>) -> bool,
) -> impl Iterator<Item = Evidence> {
    all.iter().filter(move |told| wanted(told)).flat_map(|told| told.evidence(snapshot))
}

/// All of them, and by who lists them.
fn parts(snapshot: &Snapshot, all: &[ToldAgreement<'_>], heard: &BTreeSet<EntityIx>) -> Vec<Indicator> {
    let by_side = [
        (message!("reciprocity-figure-both"), ToldFrom::Both),
        (message!("reciprocity-figure-one"), ToldFrom::One),
        (message!("reciprocity-figure-silent"), ToldFrom::NotLooked),
    ];
    let every = Indicator::count(&say!("reciprocity-figure-all"), all.len(), "");
    let mut indicators = vec![every.by(claims(snapshot, all, |_| true))];
    for (label, side) in by_side {
        let n = all.iter().filter(|told| told.side(heard) == side).count();
        let own = claims(snapshot, all, |told| told.side(heard) == side);
        indicators.push(Indicator::count(&label.text(), n, "").by(own));
    }
    indicators
}

fn one_sided(snapshot: &Snapshot, all: &[ToldAgreement<'_>], heard: &BTreeSet<EntityIx>) -> Table {
    let columns: &[Head<'_>] = &[
        ("teller", &say!("head-listed-by"), ""),
        ("silent", &say!("head-not-listed-by"), ""),
        ("agreement", &say!("head-what"), ""),
        ("since", &say!("head-since"), ""),
        ("other", &say!("head-the-other-side"), ""),
    ];
    let mut table = Table::new("one-sided", &say!("reciprocity-table-one-sided"), columns);
    let mut rows: Vec<(&ToldAgreement<'_>, ToldFrom)> =
        all.iter().map(|told| (told, told.side(heard))).collect();
    rows.retain(|(_, side)| *side != ToldFrom::Both);
    rows.sort_by_key(|(told, side)| {
        (*side == ToldFrom::NotLooked, snapshot.name(told.telling()), told.agreement)
    });
    for (told, side) in rows {
        let links = told.told.iter().flatten().copied().collect();
        let is_heard = side == ToldFrom::One;
        let words = if is_heard { say!("reciprocity-not-listed") } else { say!("not-searched") };
        let cells = vec![
            snapshot.refer(told.telling()).into(),
            told.silent().map(|silent| snapshot.refer(silent)).into(),
            comity_snapshot::wording::what(snapshot.entity(told.agreement)).into(),
            comity_snapshot::Fact { links }.since().into(),
            words.into(),
        ];
        table.push(cells, told.evidence(snapshot));
    }
    table
}

/// A country by what its side is told of: of the agreements that others tell of with it, how many it tells of too.
struct CountryTold {
    nation: EntityIx,
    counts: ToldCounts,
    evidence: Vec<Evidence>,
}

/// Those of which most is heard first.
fn by_country(
    snapshot: &Snapshot,
    all: &[ToldAgreement<'_>],
    heard: &BTreeSet<EntityIx>,
) -> Vec<CountryTold> {
    let mut by_nation: BTreeMap<EntityIx, (ToldCounts, Vec<Evidence>)> = BTreeMap::new();
    for told in all {
        for side in 0..2 {
            let named = !told.told[1 - side].is_empty();
            let Some(nation) = snapshot.nation(told.parties[side]).filter(|_| named) else { continue };
            let own = match (told.told[side].is_empty(), heard.contains(&told.parties[side])) {
                (false, _) => ToldFrom::Both,
                (true, true) => ToldFrom::One,
                (true, false) => ToldFrom::NotLooked,
            };
            let (counts, evidence) = by_nation.entry(nation).or_default();
            counts.add(own);
            if evidence.len() < crate::report::Figure::SHOWN {
                evidence.extend(told.evidence(snapshot).into_iter().next());
            }
        }
    }
    let mut rows: Vec<CountryTold> = by_nation
        .into_iter()
        .map(|(nation, (counts, evidence))| CountryTold { nation, counts, evidence })
        .collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.counts.both + row.counts.one), row.nation));
    rows
}

fn of_countries(snapshot: &Snapshot, rows: Vec<CountryTold>) -> Table {
    let columns: &[Head<'_>] = &[
        ("country", &say!("head-country"), ""),
        ("both", &say!("head-listed-by-both"), "agreements"),
        ("one", &say!("head-listed-by-the-others-only"), "agreements"),
        ("not_looked", &say!("head-no-list-of-its-own"), "agreements"),
        ("share", &say!("head-share-it-lists"), "share from 0 to 1"),
    ];
    let mut table = Table::new("countries", &say!("reciprocity-table-countries"), columns);
    for CountryTold { nation, counts, evidence } in rows {
        let cells = vec![
            snapshot.refer(nation).into(),
            counts.both.into(),
            counts.one.into(),
            counts.not_looked.into(),
            counts.share().into(),
        ];
        table.push(cells, evidence);
    }
    table
}

/// Countries shown in the picture.
const DRAWN: usize = 20;

fn chart(snapshot: &Snapshot, countries: &[CountryTold]) -> Chart {
    let shares = countries.iter().filter_map(|row| Some((row.nation, row.counts.share()?)));
    let dots = shares.map(|(nation, share)| Dot::plain(snapshot.refer(nation).full(), share));
    let rows = dots.take(DRAWN).collect();
    Chart {
        id: "countries",
        title: say!("reciprocity-chart"),
        caption: say!("reciprocity-chart-caption"),
        table: "countries",
        picture: Picture::Dots {
            rows,
            reference: None,
            unit: "share from 0 to 1".to_owned(),
            logarithmic: false,
        },
    }
}
