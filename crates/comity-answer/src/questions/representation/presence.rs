//! Is a country over- or under-represented in a network, against every sourced share it could be measured by?

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use comity_graph::representation::{Representation, representation};
use comity_messages::{message, say};
use comity_model::{Day, EntityAttribute, Statement};
use comity_snapshot::{AttributeStatement, EntityIx, Evidence, Layer, Snapshot, time_of, wording};

use super::presence_base::{PresenceBase, counted, on_file};
use super::presence_sentence::{MeasuredAgainst, MembersCounted, sentence};
use crate::answer::Answer;
use crate::arguments::{Arguments, AskError, network};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may, need};
use crate::report::member_list::{ENOUGH, enough};
use crate::report::{
    About, At, Cell, Chart, CoverageQuery, Dot, Head, Indicator, Method, Picture, Report, Table, about,
    looked, share,
};

pub(crate) const QUESTION: Question = Question {
    id: "presence",
    title: message!("question-presence"),
    group: Group::Weight,
    help: message!("help-presence"),
    arguments: &[
        need("network", Range::Entity, "a network"),
        may("of", Range::Entity, "the country; every country with a sourced share if left out"),
        AT,
        LIMIT,
    ],
    example: &[("network", "mayors-migration-council")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let at = arguments.at();
    let node = network(snapshot, &arguments.entity("network")?)?;
    let of = arguments.some_node("of")?;
    let shares = shares(snapshot, of);
    let places: BTreeSet<EntityIx> = shares.iter().map(|share| share.of).chain(of).collect();
    let bases: Vec<PresenceBase> = places
        .into_iter()
        .flat_map(|place| {
            counted(snapshot, node, place).into_iter().chain(on_file(snapshot, node, place, &at))
        })
        .collect();
    let about = frame(snapshot, node, &at);
    if shares.is_empty() && bases.is_empty() {
        return Ok(Report::unanswerable(about, &say!("presence-no-share")).into());
    }
    if !bases.iter().any(|basis| basis.enough) {
        return Ok(too_few(snapshot, about, &bases, arguments.limit()).into());
    }
    Ok(sheet(snapshot, about, node, &bases, &shares, arguments.limit()).into())
}

/// A share that a source states: of population, of urban population, of GDP.
pub(crate) struct Share {
    of: EntityIx,
    attribute: EntityAttribute,
    /// "share of urban population".
    pub(crate) label: String,
    /// Between 0 and 1.
    pub(crate) value: f64,
    pub(crate) when: String,
    /// The first day of it.
    from: Day,
    pub(crate) evidence: Evidence,
}

fn too_few(snapshot: &Snapshot, about: About, bases: &[PresenceBase], limit: usize) -> Report {
    if bases.is_empty() {
        return Report::unanswerable(about, &say!("presence-no-members"));
    }
    let why = say!("presence-too-few", complete = bases[0].coverage.as_str());
    let mut sheet = Report::unanswerable(about, &why);
    sheet.tables.push(shares_of_members(snapshot, bases).cut(limit));
    sheet
}

fn frame(snapshot: &Snapshot, node: EntityIx, at: &At) -> About {
    let territory = snapshot.territory(node);
    let looked = looked(snapshot, &CoverageQuery { layers: &[Layer::Networks], sides: &[&territory] });
    let mut about =
        about(QUESTION.id, snapshot, say!("presence-heading", network = snapshot.name(node)), at, looked);
    about.methods.push(Method::new(
        &say!("presence-method"),
        "Clopper & Pearson 1934, Biometrika 26:404; Wilson 1927, JASA 22:209",
    ));
    about.methods.push(Method::new(&say!("presence-method-counts", enough = enough(ENOUGH)), ""));
    about.caveats.push(say!("presence-caveat"));
    about
}

fn sheet(
    snapshot: &Snapshot,
    about: About,
    network: EntityIx,
    bases: &[PresenceBase],
    shares: &[Share],
    limit: usize,
) -> Report {
    let rows = quotients(bases, shares);
    let mut sheet = Report::new(about, summary(snapshot, network, bases, &rows));
    let mut table = quotient_columns();
    for row in &rows {
        table.push(row.cells(snapshot), row.evidence());
    }
    if rows.len() <= AT_A_GLANCE {
        sheet.indicators = rows.iter().map(|row| row.measure(snapshot)).collect();
    }
    if !rows.is_empty() {
        sheet.charts.push(chart(rows.iter().map(|row| row.dot(snapshot)).collect()));
    }
    sheet.tables.push(table.cut(limit));
    sheet.tables.push(shares_of_members(snapshot, bases).cut(limit));
    sheet
}

/// Of the list that speaks with most weight, and the place that has most of its members, beside the newest share of each sort.
fn summary(
    snapshot: &Snapshot,
    network: EntityIx,
    bases: &[PresenceBase],
    quotients: &[Quotient<'_>],
) -> String {
    let able = || bases.iter().filter(|base| base.enough);
    let Some(first) = able().min_by_key(|base| (&base.listing, Reverse(base.x))) else {
        return String::new();
    };
    let mut newest: BTreeMap<EntityAttribute, &Quotient<'_>> = BTreeMap::new();
    for one in quotients.iter().filter(|one| std::ptr::eq(one.base, first)) {
        let held = newest.entry(one.share.attribute).or_insert(one);
        if held.share.from < one.share.from {
            *held = one;
        }
    }
    let members = MembersCounted {
        network: &snapshot.name(network),
        place: &snapshot.name(first.of),
        listing: &first.listing,
        n: first.n,
        here: first.x,
        against: newest.into_values().map(Quotient::measured).collect(),
    };
    sentence(&members, able().count() as u64 - 1)
}

/// More quotients than this are read from the chart and the table alone.
const AT_A_GLANCE: usize = 6;

/// Members that can carry a quotient, against one share.
struct Quotient<'a> {
    base: &'a PresenceBase,
    share: &'a Share,
    found: Representation,
}

/// Each set of members that is large enough against every share of its place.
fn quotients<'a>(bases: &'a [PresenceBase], shares: &'a [Share]) -> Vec<Quotient<'a>> {
    let mut found = Vec::new();
    for base in bases.iter().filter(|base| base.enough) {
        for share in shares.iter().filter(|share| share.of == base.of) {
            let against = representation(base.x, base.n, share.value);
            found.extend(against.map(|found| Quotient { base, share, found }));
        }
    }
    found
}

impl Quotient<'_> {
    fn evidence(&self) -> Vec<Evidence> {
        std::iter::once(&self.share.evidence).chain(&self.base.evidence).cloned().collect()
    }

    fn measured(&self) -> MeasuredAgainst {
        MeasuredAgainst { quotient: self.found.quotient, share: self.share.in_words() }
    }

    fn measure(&self, snapshot: &Snapshot) -> Indicator {
        let Self { base, share, found } = self;
        let label = say!("presence-figure", place = snapshot.name(base.of), here = base.x, n = base.n);
        let unit = say!("presence-figure-unit", share = share.in_words());
        Indicator::new(&label, Some(found.quotient), &unit)
            .between(found.exact.0, found.exact.1)
            .by(self.evidence())
    }

    fn dot(&self, snapshot: &Snapshot) -> Dot {
        let Self { base, share, found } = self;
        Dot {
            label: say!(
                "presence-dot",
                place = snapshot.name(base.of),
                when = share.when.as_str(),
                here = base.x,
                n = base.n
            ),
            value: found.quotient,
            low: Some(found.exact.0),
            high: Some(found.exact.1),
            group: share.label.clone(),
        }
    }

    fn cells(&self, snapshot: &Snapshot) -> Vec<Cell> {
        quotient_cells(snapshot, self.base, self.share, &self.found)
    }
}

impl Share {
    /// "share of urban population (2020)".
    pub(crate) fn in_words(&self) -> String {
        say!("share-when", share = self.label.as_str(), when = self.when.as_str())
    }
}

fn quotient_columns() -> Table {
    let columns: &[Head<'_>] = &[
        ("of", &say!("head-place"), ""),
        ("basis", &say!("head-members"), ""),
        ("x", &say!("head-from-this-place"), ""),
        ("n", &say!("head-total"), ""),
        ("against", &say!("head-measured-against"), ""),
        ("expected", &say!("head-that-share"), "0 to 1"),
        ("quotient", &say!("head-times-its-share"), ""),
        ("low", &say!("head-95-from"), ""),
        ("high", &say!("head-95-to"), ""),
        ("wilson_low", &say!("head-wilson-from"), ""),
        ("wilson_high", &say!("head-wilson-to"), ""),
        ("p", &say!("head-p"), ""),
        ("symmetric", &say!("head-symmetric"), "−1 to 1"),
    ];
    Table::new("quotients", &say!("presence-table-quotients"), columns)
}

fn quotient_cells(
    snapshot: &Snapshot,
    basis: &PresenceBase,
    share: &Share,
    found: &Representation,
) -> Vec<Cell> {
    vec![
        snapshot.refer(basis.of).into(),
        basis.words.as_str().into(),
        basis.x.into(),
        basis.n.into(),
        share.in_words().into(),
        share.value.into(),
        found.quotient.into(),
        found.exact.0.into(),
        found.exact.1.into(),
        found.wilson.0.into(),
        found.wilson.1.into(),
        if found.p < 0.0001 { say!("presence-p-under").into() } else { found.p.into() },
        found.symmetric.into(),
    ]
}

fn shares_of_members(snapshot: &Snapshot, bases: &[PresenceBase]) -> Table {
    let columns: &[Head<'_>] = &[
        ("of", &say!("head-place"), ""),
        ("basis", &say!("head-members"), ""),
        ("x", &say!("head-from-this-place"), ""),
        ("n", &say!("head-total"), ""),
        ("share", &say!("head-share"), "0 to 1"),
        ("low", &say!("head-least-by-dates"), "0 to 1"),
        ("high", &say!("head-most-by-dates"), "0 to 1"),
        ("coverage", &say!("head-how-complete"), ""),
    ];
    let mut table = Table::new("bases", &say!("presence-table-bases"), columns);
    for basis in bases {
        let able = |share: f64| Some(share).filter(|_| basis.enough);
        let coverage = match (basis.enough, basis.coverage.as_str()) {
            (true, "") => say!("presence-as-counted"),
            (true, enough) => enough.to_owned(),
            (false, few) => say!("presence-no-share-given", why = few),
        };
        let cells = vec![
            snapshot.refer(basis.of).into(),
            basis.words.as_str().into(),
            basis.x.into(),
            basis.n.into(),
            able(share(basis.x, basis.n).unwrap_or(0.0)).into(),
            able(basis.bounds.0).into(),
            able(basis.bounds.1).into(),
            coverage.into(),
        ];
        table.push(cells, basis.evidence.clone());
    }
    table
}

fn chart(rows: Vec<Dot>) -> Chart {
    Chart {
        id: "quotients",
        title: say!("presence-chart"),
        caption: say!("presence-chart-caption"),
        table: "quotients",
        picture: Picture::Dots {
            rows,
            reference: Some(1.0),
            unit: say!("axis-times-the-reference-share"),
            logarithmic: true,
        },
    }
}

/// Every sourced share of one place, or of all places.
pub(crate) fn shares(snapshot: &Snapshot, of: Option<EntityIx>) -> Vec<Share> {
    let all = snapshot.statements().iter();
    let mut found: Vec<Share> = all.filter_map(|statement| stated_share(snapshot, statement, of)).collect();
    found.sort_by_key(|share| (share.of, share.attribute, share.evidence.claim));
    found
}

fn stated_share(snapshot: &Snapshot, statement: &Statement, of: Option<EntityIx>) -> Option<Share> {
    use EntityAttribute::{GdpShare, PopulationShare, UrbanPopulationShare};
    let (node, stated) = AttributeStatement::of(snapshot, statement)?;
    let AttributeStatement { attribute, value, unit, .. } = stated;
    of.is_none_or(|of| of == node).then_some(())?;
    matches!(attribute, UrbanPopulationShare | PopulationShare | GdpShare).then_some(())?;
    Some(Share {
        of: node,
        attribute,
        label: wording::attribute(attribute),
        value: fraction(value, unit)?,
        when: wording::when(&statement.claim),
        from: time_of(snapshot, statement).start().earliest,
        evidence: snapshot.evidence_of_statement(statement),
    })
}

/// `0.0626`, `6.26 %` and `6.26` with the unit percent are the same.
fn fraction(value: &str, unit: &str) -> Option<f64> {
    let number: f64 = value.trim_end_matches(['%', ' ']).parse().ok()?;
    let percent = value.ends_with('%') || matches!(unit, "%" | "percent");
    let fraction = if percent { number / 100.0 } else { number };
    (fraction > 0.0 && fraction < 1.0).then_some(fraction)
}
