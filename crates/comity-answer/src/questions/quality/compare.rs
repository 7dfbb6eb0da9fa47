//! Where two lists differ, or what changed between two dates: in both, only in one, changed.

use std::collections::{BTreeMap, BTreeSet};

use comity_messages::{message, say};
use comity_model::{Link, LinkKind, OpenMention, SourceId};
use comity_snapshot::record::TieState;
use comity_snapshot::{EntityIx, Fact, Layer, Snapshot, Territory, facts, fold, wording};

use crate::answer::{Answer, Compare, ComparedTie};
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{Group, LIMIT, Question, Range, may};
use crate::report::{At, CoverageReport, Method, Waiting, about};

pub(crate) const QUESTION: Question = Question {
    id: "compare",
    title: message!("question-compare"),
    group: Group::Trust,
    help: message!("help-compare"),
    arguments: &[
        may("a", Range::Source, "the first source"),
        may("b", Range::Source, "the second source"),
        may("from", Range::Date, "the first date"),
        may("to", Range::Date, "the second date"),
        may("subject", Range::Entity, "only ties of this place"),
        may("object", Range::Entity, "only ties between the two places"),
        LIMIT,
    ],
    example: &[("from", "2010"), ("to", "2020"), ("subject", "new-york-city")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let sides = Sides::read(arguments)?;
    let subject = arguments.territory("subject")?;
    let object = arguments.territory("object")?;
    let filter = TieFilter { subject: subject.as_ref(), object: object.as_ref() };
    let (a, b, what) = match &sides {
        Sides::Sources(a, b) => (of_source(snapshot, a, &filter), of_source(snapshot, b, &filter), "list"),
        Sides::Dates(a, b) => (on_date(snapshot, a, &filter), on_date(snapshot, b, &filter), "day"),
    };
    let [mut in_both, mut only_in_a, mut only_in_b, mut changed, mut not_placed] =
        sorted_out(snapshot, &a, &b);
    let mut about = about(
        QUESTION.id,
        snapshot,
        title(snapshot, &sides, &filter, what),
        &arguments.at(),
        CoverageReport::default(),
    );
    about.methods.push(Method::new(&say!("compare-method"), ""));
    let waiting = waiting(snapshot, &sides, &filter);
    if waiting.iter().any(|row| row.n > 0) {
        about.caveats.push(say!("compare-caveat"));
    }
    let totals = [&in_both, &only_in_a, &only_in_b, &changed, &not_placed].map(|rows| rows.len() as u64);
    for rows in [&mut in_both, &mut only_in_a, &mut only_in_b, &mut changed, &mut not_placed] {
        rows.truncate(arguments.limit());
    }
    let (a, b) = names(snapshot, &sides);
    let [both, only_a, only_b, differing, placed_on_neither] = totals;
    let mut summary = say!(
        "compare-summary",
        a = wording::capitalised(&a),
        b = b.as_str(),
        both = both,
        onlya = only_a,
        onlyb = only_b,
        changed = differing
    );
    if placed_on_neither > 0 {
        summary = crate::report::sentences([summary, say!("compare-not-placed-too", n = placed_on_neither)]);
    }
    Ok(Answer::Compare(Compare {
        about,
        summary,
        a,
        b,
        in_both,
        only_in_a,
        only_in_b,
        changed,
        not_placed,
        totals,
        waiting,
    }))
}

/// What is compared.
enum Sides {
    Sources(SourceId, SourceId),
    Dates(At, At),
}

impl Sides {
    fn read(arguments: &Arguments<'_>) -> Result<Self, AskError> {
        let sources = (arguments.some_source("a")?, arguments.some_source("b")?);
        let dates = (arguments.date("from"), arguments.date("to"));
        let missing = |argument| arguments.missing(argument);
        match (sources, dates) {
            ((Some(a), Some(b)), (None, None)) => Ok(Self::Sources(a, b)),
            ((None, None), (Some(from), to)) => Ok(Self::Dates(from, to.unwrap_or_else(|| arguments.at()))),
            ((Some(_), None), _) => Err(missing("b")),
            ((None, Some(_)), _) => Err(missing("a")),
            ((Some(_), Some(_)), _) => Err(AskError::Value {
                argument: "from",
                given: say!("compare-given-both"),
                expected: say!("compare-expected-either"),
            }),
            ((None, None), (None, _)) => Err(missing("from")),
        }
    }
}

/// Two ends in a fixed order, and the thing they meet in, which is the object itself for a direct link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct TieKey {
    layer: Layer,
    from: EntityIx,
    to: EntityIx,
}

fn names(snapshot: &Snapshot, sides: &Sides) -> (String, String) {
    match sides {
        Sides::Sources(a, b) => (title_and_date(snapshot, a), title_and_date(snapshot, b)),
        Sides::Dates(a, b) => (a.words(), b.words()),
    }
}

fn title_and_date(snapshot: &Snapshot, source: &SourceId) -> String {
    let source = snapshot.refer_source(source);
    format!("{} ({})", source.title, source.date)
}

fn title(snapshot: &Snapshot, sides: &Sides, filter: &TieFilter<'_>, what: &str) -> String {
    let places = [filter.subject, filter.object].into_iter().flatten().map(Territory::root);
    let whose = places.map(|node| snapshot.name(node)).collect::<Vec<_>>().join(" × ");
    let (a, b) = names(snapshot, sides);
    match (what, whose.is_empty()) {
        ("list", true) => say!("compare-title-lists", a = a, b = b),
        ("list", false) => say!("compare-title-lists-of", whose = whose, a = a, b = b),
        (_, true) => say!("compare-title-dates", a = a, b = b),
        (_, false) => say!("compare-title-dates-of", whose = whose, a = a, b = b),
    }
}

/// Whose ties are wanted: one end in the subject, the other in the object, where they are given.
struct TieFilter<'w> {
    subject: Option<&'w Territory>,
    object: Option<&'w Territory>,
}

impl TieFilter<'_> {
    fn takes(&self, x: EntityIx, y: EntityIx) -> bool {
        let on = |side: Option<&Territory>, node| side.is_none_or(|side| side.holds(node));
        (on(self.subject, x) && on(self.object, y)) || (on(self.subject, y) && on(self.object, x))
    }
}

fn of_source<'w>(
    snapshot: &'w Snapshot,
    source: &SourceId,
    filter: &TieFilter<'_>,
) -> BTreeMap<TieKey, StatedTie<'w>> {
    let links = snapshot.all_links().filter(|(link, _, _)| link.source == *source);
    pairs(links, filter)
        .into_iter()
        .map(|(key, fact)| (key, StatedTie { says: said(&fact), is_placed: true, fact }))
        .collect()
}

/// All that the claims say, each once.
fn said(fact: &Fact<'_>) -> String {
    let said: BTreeSet<String> = fact.links.iter().map(|link| wording::saying(link)).collect();
    said.into_iter().collect::<Vec<_>>().join("; ")
}

fn on_date<'w>(snapshot: &'w Snapshot, at: &At, filter: &TieFilter<'_>) -> BTreeMap<TieKey, StatedTie<'w>> {
    let mut found = BTreeMap::new();
    for (key, fact) in pairs(snapshot.all_links(), filter) {
        let standing = fact.standing(snapshot, at.window);
        if standing.possible {
            let says = wording::state(standing.state).to_owned();
            let is_placed = standing.state != TieState::NotPlaced;
            found.insert(key, StatedTie { says, is_placed, fact });
        }
    }
    found
}

/// What one side says of a tie, and the links by which it does.
struct StatedTie<'w> {
    says: String,
    /// Whether it is known to have been on the day; what a list says, it says.
    is_placed: bool,
    fact: Fact<'w>,
}

/// Ties as pairs: the parties of an agreement two by two, every other link by its ends.
fn pairs<'w>(
    links: impl Iterator<Item = (&'w Link, EntityIx, EntityIx)>,
    filter: &TieFilter<'_>,
) -> Vec<(TieKey, Fact<'w>)> {
    let mut keyed: Vec<(TieKey, &Link)> = Vec::new();
    let mut signed: BTreeMap<EntityIx, Vec<(&Link, EntityIx)>> = BTreeMap::new();
    for (link, subject, object) in links {
        match link.kind {
            LinkKind::Within => {}
            LinkKind::Party => signed.entry(object).or_default().push((link, subject)),
            kind if filter.takes(subject, object) => {
                keyed.push((TieKey { layer: Layer::of(kind), from: subject, to: object }, link));
            }
            _ => {}
        }
    }
    for parties in signed.values() {
        for (link, party) in parties {
            let others: BTreeSet<EntityIx> =
                parties.iter().map(|(_, other)| *other).filter(|other| other > party).collect();
            for other in others.into_iter().filter(|other| filter.takes(*party, *other)) {
                keyed.push((TieKey { layer: Layer::Agreements, from: *party, to: other }, link));
            }
        }
    }
    facts(keyed.into_iter())
}

fn sorted_out(
    snapshot: &Snapshot,
    a: &BTreeMap<TieKey, StatedTie<'_>>,
    b: &BTreeMap<TieKey, StatedTie<'_>>,
) -> [Vec<ComparedTie>; 5] {
    let mut found: [Vec<ComparedTie>; 5] = Default::default();
    let keys: BTreeSet<&TieKey> = a.keys().chain(b.keys()).collect();
    for key in keys {
        let (x, y) = (a.get(key), b.get(key));
        let place = match (x, y) {
            (Some(x), Some(y)) if !x.is_placed && !y.is_placed => 4,
            (Some(x), Some(y)) if x.says == y.says => 0,
            (Some(_), Some(_)) => 3,
            (Some(_), None) => 1,
            _ => 2,
        };
        found[place].push(row(snapshot, *key, x, y));
    }
    for rows in &mut found {
        rows.sort_by(|x, y| {
            (x.layer, &x.from.name, &x.to.name, &x.from.id, &x.to.id).cmp(&(
                y.layer,
                &y.from.name,
                &y.to.name,
                &y.from.id,
                &y.to.id,
            ))
        });
    }
    found
}

fn row(
    snapshot: &Snapshot,
    TieKey { layer, from, to }: TieKey,
    a: Option<&StatedTie<'_>>,
    b: Option<&StatedTie<'_>>,
) -> ComparedTie {
    let mut links: Vec<&Link> =
        a.into_iter().chain(b).flat_map(|side| side.fact.links.iter().copied()).collect();
    links.sort_by_key(|link| link.claim);
    links.dedup_by_key(|link| link.claim);
    let says = |side: Option<&StatedTie<'_>>| side.map(|side| side.says.clone()).unwrap_or_default();
    ComparedTie {
        layer,
        from: snapshot.refer(from),
        to: snapshot.refer(to),
        in_a: says(a),
        in_b: says(b),
        evidence: links.into_iter().map(|link| snapshot.evidence_of(link)).collect(),
    }
}

/// Unresolved rows of the lists compared whose written countries, or resolved ends, fit the places asked about.
fn waiting(snapshot: &Snapshot, sides: &Sides, filter: &TieFilter<'_>) -> Vec<Waiting> {
    let Sides::Sources(a, b) = sides else { return Vec::new() };
    let countries: Vec<BTreeSet<String>> = [filter.subject, filter.object]
        .into_iter()
        .flatten()
        .filter_map(|side| snapshot.nation(side.root()))
        .map(|nation| {
            snapshot.names(nation).chain(snapshot.entity(nation).country.as_deref()).map(fold).collect()
        })
        .collect();
    let rows = [a, b].map(|source| {
        let own = snapshot.open().iter().filter(|open| open.source == *source);
        let fitting = own.filter(|open| may_fit(snapshot, open, filter, &countries));
        let claims: BTreeSet<_> = fitting.map(|open| open.claim).collect();
        Waiting { source: snapshot.refer_source(source), n: claims.len() as u64 }
    });
    rows.into()
}

/// Whether an unresolved end may lie in the places asked about, whose countries bear these names.
fn may_fit(
    snapshot: &Snapshot,
    open: &OpenMention,
    filter: &TieFilter<'_>,
    countries: &[BTreeSet<String>],
) -> bool {
    let sides = || [filter.subject, filter.object].into_iter().flatten();
    let mut others = open.others.iter().filter_map(|id| snapshot.node(id));
    let other = others.any(|node| sides().any(|side| side.holds(node)));
    let written = open.country.as_deref().map(fold);
    let country = written.is_none_or(|country| countries.iter().any(|names| names.contains(&country)));
    countries.is_empty() || (country && (other || countries.len() < 2 || open.others.is_empty()))
}
