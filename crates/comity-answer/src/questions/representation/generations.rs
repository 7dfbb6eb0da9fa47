//! Is a country more at home in the older or in the younger networks?

use std::collections::BTreeMap;

use comity_graph::representation::{MemberCounts, representation};
use comity_messages::{message, say};
use comity_model::{EntityAttribute, EntityKind};
use comity_snapshot::{EntityIx, Evidence, Layer, Snapshot, dates};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may, need};
use crate::questions::representation::presence::{Share, shares};
use crate::questions::representation::presence_base::counted;
use crate::report::member_list::{ENOUGH, enough, member_list};
use crate::report::{
    About, Cell, Chart, CoverageQuery, Dot, Head, Indicator, Method, Picture, Report, Table, about, looked,
    share,
};

pub(crate) const QUESTION: Question = Question {
    id: "generations",
    title: message!("question-generations"),
    group: Group::Weight,
    help: message!("help-generations"),
    arguments: &[
        need("of", Range::Entity, "a state or country"),
        may(
            "bounds",
            Range::Eras,
            "the years in which the second and the third generation begin; 1990,2005 if left out",
        ),
        may(
            "complete",
            Range::Number { least: 0.0, most: 1.0 },
            "least part of the claimed members that a list must have to count; 0.8 if left out",
        ),
        AT,
        LIMIT,
    ],
    example: &[("of", "united-states"), ("at", "2019")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let at = arguments.at();
    let of = arguments.node("of")?;
    let place = snapshot.territory(of);
    let looked = looked(snapshot, &CoverageQuery { layers: &[Layer::Networks], sides: &[&place] });
    let title = say!("generations-heading", place = snapshot.name(of));
    let mut about = about(QUESTION.id, snapshot, title, &at, looked);
    let (second, third) = arguments.eras("bounds").unwrap_or((1990, 2005));
    about.methods.push(Method::new(
        &say!(
            "generations-method",
            second = second.to_string(),
            third = third.to_string(),
            enough = enough(arguments.number("complete").unwrap_or(ENOUGH))
        ),
        "Clopper & Pearson 1934, Biometrika 26:404",
    ));
    let all = bases(snapshot, of, arguments);
    if !all.iter().any(|basis| basis.counts) {
        let why = say!("generations-none", place = snapshot.name(of));
        let mut sheet = Report::unanswerable(about, &why);
        sheet.tables.push(by_network(snapshot, &all).cut(arguments.limit()));
        return Ok(sheet.into());
    }
    Ok(sheet(snapshot, about, of, &all, &shares(snapshot, Some(of)), arguments.limit()).into())
}

/// Members of one network, by one list or one source's count.
struct MembersBase {
    network: EntityIx,
    generation: String,
    words: String,
    own: MemberCounts,
    others: MemberCounts,
    /// Whether it is complete enough to stand for the network.
    counts: bool,
    evidence: Vec<Evidence>,
}

fn bases(snapshot: &Snapshot, of: EntityIx, arguments: &Arguments<'_>) -> Vec<MembersBase> {
    let mut all: Vec<MembersBase> = snapshot
        .of_kind(EntityKind::Network)
        .flat_map(|network| of_network(snapshot, network, of, arguments))
        .collect();
    all.sort_by_key(|basis| (basis.generation.clone(), snapshot.name(basis.network), !basis.counts));
    all
}

/// The latest of the counts by sources counts; without one, the list on file if it is near to complete.
fn of_network(
    snapshot: &Snapshot,
    network: EntityIx,
    of: EntityIx,
    arguments: &Arguments<'_>,
) -> Vec<MembersBase> {
    let generation = generation(snapshot, network, arguments.eras("bounds").unwrap_or((1990, 2005)));
    let by_source = counted(snapshot, network, of).into_iter().map(|counted| MembersBase {
        network,
        generation: generation.clone(),
        words: counted.words,
        own: MemberCounts { certain: counted.x, possible: counted.x },
        others: MemberCounts { certain: counted.n - counted.x, possible: counted.n - counted.x },
        counts: true,
        evidence: counted.evidence,
    });
    let mut found: Vec<MembersBase> = by_source.collect();
    let day = |basis: &MembersBase| basis.evidence.first().map(|one| one.observed.clone());
    found.sort_by_key(|basis| std::cmp::Reverse(day(basis)));
    for extra in found.iter_mut().skip(1) {
        extra.counts = false;
    }
    found.extend(on_file(snapshot, network, of, arguments, &generation, found.is_empty()));
    found
}

fn on_file(
    snapshot: &Snapshot,
    network: EntityIx,
    of: EntityIx,
    arguments: &Arguments<'_>,
    generation: &str,
    alone: bool,
) -> Option<MembersBase> {
    let list =
        member_list(snapshot, network, of, &arguments.at(), arguments.number("complete").unwrap_or(ENOUGH))?;
    Some(MembersBase {
        network,
        generation: generation.to_owned(),
        words: list.words,
        own: list.own,
        others: list.others,
        counts: alone && list.enough,
        evidence: list.evidence,
    })
}

fn generation(snapshot: &Snapshot, network: EntityIx, (second, third): (i64, i64)) -> String {
    if let Some((said, _)) = snapshot.said(network, EntityAttribute::Generation) {
        return said;
    }
    let founded = dates(snapshot, network, EntityAttribute::Founded);
    match founded.and_then(|days| Some((days.earliest.year()?, days.latest.year()?))) {
        Some((_, to)) if to < second => say!("generation-municipal"),
        Some((from, to)) if from >= second && to < third => say!("generation-un-born"),
        Some((from, _)) if from >= third => say!("generation-issue"),
        _ => say!("generation-unknown"),
    }
}

/// Where its share of the members is greatest and where it is least, of the generations that are known.
fn summary(place: &str, networks: usize, rows: &[GenerationShare<'_>]) -> String {
    let unknown = say!("generation-unknown");
    let known: Vec<&GenerationShare<'_>> = rows.iter().filter(|row| row.generation != unknown).collect();
    let rows = if known.is_empty() { rows.iter().collect() } else { known };
    let by_share = |a: &&GenerationShare<'_>, b: &&GenerationShare<'_>| a.share().total_cmp(&b.share());
    let percent = |row: &GenerationShare<'_>| row.share() * 100.0;
    match (rows.iter().copied().min_by(by_share), rows.iter().copied().max_by(by_share)) {
        (Some(least), Some(most)) if least.generation != most.generation => say!(
            "generations-summary",
            n = networks,
            place = place,
            most = most.generation,
            high = percent(most),
            least = least.generation,
            low = percent(least)
        ),
        (Some(one), _) => say!(
            "generations-one",
            n = networks,
            place = place,
            generation = one.generation,
            share = percent(one)
        ),
        _ => String::new(),
    }
}

fn sheet(
    snapshot: &Snapshot,
    about: About,
    of: EntityIx,
    all: &[MembersBase],
    shares: &[Share],
    limit: usize,
) -> Report {
    let mut groups: BTreeMap<&str, Vec<&MembersBase>> = BTreeMap::new();
    for basis in all.iter().filter(|basis| basis.counts) {
        groups.entry(&basis.generation).or_default().push(basis);
    }
    let rows = generation_shares(&groups, shares);
    let mut table = by_generation(&rows);
    if shares.is_empty() {
        table.note = say!("generations-no-share");
    }
    let counting = groups.values().map(Vec::len).sum::<usize>();
    let mut sheet = Report::new(about, summary(&snapshot.name(of), counting, &rows));
    sheet.about.caveats.push(say!("generations-caveat"));
    let claims = all.iter().filter(|basis| basis.counts).flat_map(|basis| basis.evidence.iter().cloned());
    sheet.indicators.push(Indicator::count(&say!("generations-figure"), counting, "").by(claims));
    sheet.charts.push(chart(&rows));
    sheet.tables.push(table);
    sheet.tables.push(by_network(snapshot, all).cut(limit));
    sheet
}

/// The members of one generation together, against one stated share.
struct GenerationShare<'g> {
    generation: &'g str,
    own: MemberCounts,
    others: MemberCounts,
    /// `None` where no source states one.
    against: Option<&'g Share>,
    evidence: Vec<Evidence>,
}

impl GenerationShare<'_> {
    fn all(&self) -> u64 {
        self.own.possible + self.others.possible
    }

    fn share(&self) -> f64 {
        share(self.own.possible, self.all()).unwrap_or(0.0)
    }

    /// A share over the one stated.
    fn over(&self, share: f64) -> Option<f64> {
        self.against.map(|against| share / against.value)
    }

    /// From and to, at 95 %.
    fn exact(&self) -> Option<(f64, f64)> {
        Some(representation(self.own.possible, self.all(), self.against?.value)?.exact)
    }

    /// What it is measured against, in words; empty of nothing.
    fn against(&self) -> String {
        self.against.map(Share::in_words).unwrap_or_default()
    }

    fn dot(&self) -> Dot {
        let (share, against) = (self.share(), self.against());
        Dot {
            label: [self.generation, against.as_str()].join(" – ").trim_end_matches(" – ").to_owned(),
            value: self.over(share).unwrap_or(share),
            low: self.exact().map(|(low, _)| low),
            high: self.exact().map(|(_, high)| high),
            group: against,
        }
    }
}

/// Each generation against each share.
fn generation_shares<'g>(
    groups: &BTreeMap<&'g str, Vec<&MembersBase>>,
    shares: &'g [Share],
) -> Vec<GenerationShare<'g>> {
    let against: Vec<Option<&Share>> =
        if shares.is_empty() { vec![None] } else { shares.iter().map(Some).collect() };
    let mut found = Vec::new();
    for (generation, bases) in groups {
        let (own, others) =
            (sum(bases.iter().map(|base| base.own)), sum(bases.iter().map(|base| base.others)));
        if own.possible + others.possible == 0 {
            continue;
        }
        let evidence: Vec<Evidence> = bases.iter().flat_map(|base| base.evidence.iter().cloned()).collect();
        found.extend(against.iter().map(|against| GenerationShare {
            generation,
            own,
            others,
            against: *against,
            evidence: against.iter().map(|share| share.evidence.clone()).chain(evidence.clone()).collect(),
        }));
    }
    found
}

fn sum(all: impl Iterator<Item = MemberCounts>) -> MemberCounts {
    all.fold(MemberCounts { certain: 0, possible: 0 }, |sum, one| MemberCounts {
        certain: sum.certain + one.certain,
        possible: sum.possible + one.possible,
    })
}

fn by_generation(rows: &[GenerationShare<'_>]) -> Table {
    let columns: &[Head<'_>] = &[
        ("generation", &say!("head-generation"), ""),
        ("own", &say!("head-members-from-there"), ""),
        ("all", &say!("head-all-members"), ""),
        ("share", &say!("head-share"), "0 to 1"),
        ("against", &say!("head-measured-against"), ""),
        ("quotient", &say!("head-share-over-it"), ""),
        ("exact_low", &say!("head-95-from"), ""),
        ("exact_high", &say!("head-95-to"), ""),
    ];
    let mut table = Table::new("generations", &say!("generations-table-generations"), columns);
    for row in rows {
        let cells = vec![
            row.generation.into(),
            Cell::Count(row.own.possible),
            Cell::Count(row.all()),
            row.share().into(),
            row.against().into(),
            row.over(row.share()).into(),
            row.exact().map(|(low, _)| low).into(),
            row.exact().map(|(_, high)| high).into(),
        ];
        table.push(cells, row.evidence.clone());
    }
    table
}

fn by_network(snapshot: &Snapshot, all: &[MembersBase]) -> Table {
    let columns: &[Head<'_>] = &[
        ("network", &say!("head-network"), ""),
        ("generation", &say!("head-generation"), ""),
        ("own", &say!("head-members-from-there"), ""),
        ("all", &say!("head-all-members"), ""),
        ("basis", &say!("head-by"), ""),
        ("counts", &say!("head-counts"), ""),
    ];
    let mut table = Table::new("networks", &say!("generations-table-networks"), columns);
    for basis in all {
        let cells = vec![
            snapshot.refer(basis.network).into(),
            basis.generation.clone().into(),
            Cell::Count(basis.own.possible),
            Cell::Count(basis.own.possible + basis.others.possible),
            basis.words.clone().into(),
            Cell::yes_or_no(basis.counts),
        ];
        table.push(cells, basis.evidence.clone());
    }
    table
}

fn chart(rows: &[GenerationShare<'_>]) -> Chart {
    let measured = rows.iter().any(|row| row.against.is_some());
    Chart {
        id: "generations",
        title: say!("generations-chart-generations"),
        caption: say!("generations-caption-generations"),
        table: "generations",
        picture: Picture::Dots {
            rows: rows.iter().map(GenerationShare::dot).collect(),
            reference: measured.then_some(1.0),
            unit: if measured { say!("axis-times-the-reference-share") } else { say!("axis-share") },
            logarithmic: measured,
        },
    }
}
