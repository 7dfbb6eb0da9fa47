//! Is a country over- or under-represented in a network, against every sourced share it could be measured by?

use comity_graph::representation::{Members, representation, share_bounds};
use comity_model::{EntityAttribute, EntityId, Filter, LinkKind, Shape, Standing, Statement};
use serde::Serialize;

use crate::ask::{Answer, Arguments, AskError};
use crate::members::{member_ties, network};
use crate::part::{About, At, EntityRef, Evidence, Layer, Look, Method, Tie, about, looked};
use crate::question::{AT, Group, Question, may, need};
use crate::scope::time_of;
use crate::words;
use crate::world::{Node, World};

pub(crate) const QUESTION: Question = Question {
    id: "presence",
    title: "Who weighs how much?",
    group: Group::Weight,
    help: "A country's share of a network's members against every sourced share it could be compared with",
    arguments: &[
        need("network", "a network"),
        may("of", "the country; every country with a sourced share if left out"),
        AT,
    ],
    example: "comity ask presence --network mayors-migration-council",
    answer: |world, arguments| presence(world, &PresenceArgs::read(arguments)?).map(Answer::Presence),
};

/// Which network, whose presence, when.
#[derive(Debug, Clone)]
pub struct PresenceArgs {
    pub network: EntityId,
    /// `None`: every place of which a share is on file.
    pub of: Option<EntityId>,
    pub at: At,
}

impl PresenceArgs {
    pub(crate) fn read(arguments: &Arguments<'_>) -> Result<Self, AskError> {
        let (network, of) = (arguments.entity("network")?, arguments.some_entity("of")?);
        Ok(Self { network, of, at: arguments.at()? })
    }
}

/// Representation quotients, all denominators side by side.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Presence {
    #[serde(flatten)]
    pub about: About,
    pub network: EntityRef,
    pub rows: Vec<Basis>,
    /// Every share on file of the places asked about.
    pub shares: Vec<Share>,
}

/// x of n: as one source counts them, or as they are on file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Basis {
    pub of: EntityRef,
    /// "counted by …" or "members on file".
    pub words: String,
    pub x: u64,
    pub n: u64,
    /// x / n.
    pub share: f64,
    /// The least and greatest share that uncertain dates allow; equal for a source's count.
    pub share_low: f64,
    pub share_high: f64,
    pub evidence: Vec<Evidence>,
    pub quotients: Vec<Quotient>,
}

/// A share that a source states: of population, of urban population, of GDP.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Share {
    pub of: EntityRef,
    pub attribute: EntityAttribute,
    /// "share of urban population".
    pub label: String,
    /// Between 0 and 1.
    pub value: f64,
    pub when: String,
    pub evidence: Evidence,
}

/// One basis against one share.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Quotient {
    pub against: Share,
    /// Share of members over the reference share; 1 is as expected.
    pub quotient: f64,
    /// (q − 1)/(q + 1), from −1 to 1.
    pub symmetric: f64,
    /// 95 % interval of the quotient, exact.
    pub exact_low: f64,
    pub exact_high: f64,
    pub wilson_low: f64,
    pub wilson_high: f64,
    /// Two-sided exact binomial probability.
    pub p: f64,
    /// "3.2 × its share of urban population".
    pub words: String,
}

pub fn presence(world: &World, args: &PresenceArgs) -> Result<Presence, AskError> {
    let node = network(world, &args.network)?;
    let of = args.of.as_ref().map(|id| world.must(id)).transpose()?;
    let shares = shares(world, of);
    let mut places: Vec<Node> =
        shares.iter().filter_map(|share| world.node(&share.of.id)).chain(of).collect();
    places.sort_unstable();
    places.dedup();
    let mut rows: Vec<Basis> = Vec::new();
    for place in places {
        let own: Vec<&Share> =
            shares.iter().filter(|share| world.node(&share.of.id) == Some(place)).collect();
        rows.extend(
            counted(world, node, place)
                .into_iter()
                .chain(on_file(world, node, place, &args.at))
                .map(|basis| against(basis, &own)),
        );
    }
    Ok(Presence { about: frame(world, node, args, &rows, &shares), network: world.refer(node), rows, shares })
}

fn frame(world: &World, node: Node, args: &PresenceArgs, rows: &[Basis], shares: &[Share]) -> About {
    let territory = world.territory(node);
    let looked = looked(world, &Look { layers: &[Layer::Networks], sides: &[&territory] });
    let mut about = about(world, format!("Who weighs how much in {}", world.name(node)), &args.at, looked);
    about.methods.push(Method::new(
        "Representation quotient: share of members over a reference share; 1 is as expected. The 95 % interval is \
         Clopper and Pearson's exact one, beside it Wilson's score; p is the exact two-sided binomial probability.",
        "Clopper & Pearson 1934, Biometrika 26:404; Wilson 1927, JASA 22:209",
    ));
    if shares.is_empty() {
        about
            .caveats
            .push("No source on file states a share of population or economy to measure against.".to_owned());
    }
    if rows.is_empty() {
        about.caveats.push("Neither members nor counts of members by country are on file.".to_owned());
    }
    about
        .caveats
        .push("The answer depends on what it is measured against: read all rows together.".to_owned());
    about
}

/// Every sourced share of one place, or of all places.
fn shares(world: &World, of: Option<Node>) -> Vec<Share> {
    let wanted = world.statements().iter().filter(|statement| statement.standing == Standing::Accepted);
    let mut found: Vec<Share> = wanted.filter_map(|statement| share(world, statement, of)).collect();
    found.sort_by(|a, b| {
        (&a.of.id, a.attribute, a.evidence.claim).cmp(&(&b.of.id, b.attribute, b.evidence.claim))
    });
    found
}

fn share(world: &World, statement: &Statement, of: Option<Node>) -> Option<Share> {
    use EntityAttribute::{GdpShare, PopulationShare, UrbanPopulationShare};
    let Shape::Attribute { entity, attribute, value, unit } = &statement.claim.shape else { return None };
    let node = world.node(entity.id.as_ref()?).filter(|node| of.is_none_or(|of| of == *node))?;
    matches!(attribute, UrbanPopulationShare | PopulationShare | GdpShare).then_some(())?;
    Some(Share {
        of: world.refer(node),
        attribute: *attribute,
        label: words::attribute(*attribute),
        value: fraction(value, unit)?,
        when: words::when(&statement.claim),
        evidence: world.prove_statement(statement),
    })
}

/// `0.0626`, `6.26 %` and `6.26` with the unit percent are the same.
fn fraction(value: &str, unit: &str) -> Option<f64> {
    let number: f64 = value.trim_end_matches(['%', ' ']).parse().ok()?;
    let percent = value.ends_with('%') || matches!(unit, "%" | "percent");
    let fraction = if percent { number / 100.0 } else { number };
    (fraction > 0.0 && fraction < 1.0).then_some(fraction)
}

/// Pairs of counts by one source: so many members in all, so many of them in the place.
fn counted(world: &World, network: Node, place: Node) -> Vec<Basis> {
    let counts: Vec<(&Statement, Option<Node>, u64)> = world
        .statements_about(network)
        .filter_map(|statement| member_count(world, network, statement))
        .collect();
    let all = counts.iter().filter(|(_, within, _)| within.is_none());
    let mut rows = Vec::new();
    for (whole, _, n) in all {
        let same_list = |part: &Statement| {
            let same_day = time_of(world, part) == time_of(world, whole);
            part.claim.source == whole.claim.source && same_day && counts_alike(part, whole)
        };
        let parts =
            counts.iter().filter(|(part, within, x)| *within == Some(place) && same_list(part) && x <= n);
        rows.extend(parts.map(|(part, _, x)| Basis {
            of: world.refer(place),
            words: format!("counted by {}", world.refer_source(&whole.claim.source).title),
            x: *x,
            n: *n,
            share: ratio(*x, *n),
            share_low: ratio(*x, *n),
            share_high: ratio(*x, *n),
            evidence: vec![world.prove_statement(part), world.prove_statement(whole)],
            quotients: Vec::new(),
        }));
    }
    rows
}

/// Whether both count the same sort of members: cities, organisations.
fn counts_alike(a: &Statement, b: &Statement) -> bool {
    let sort = |statement: &Statement| match &statement.claim.shape {
        Shape::Count { scope, .. } => Some(Filter { within: None, ..scope.subject.clone() }),
        _ => None,
    };
    sort(a) == sort(b)
}

/// A count of all members of the network, or of those within a place.
fn member_count<'w>(
    world: &World,
    network: Node,
    statement: &'w Statement,
) -> Option<(&'w Statement, Option<Node>, u64)> {
    let Shape::Count { scope, quantity: Some(quantity), .. } = &statement.claim.shape else { return None };
    let object = world.node(scope.object.entity.as_ref()?.id.as_ref()?)?;
    let member = scope.link == Some(LinkKind::Member) && object == network && scope.subject.entity.is_none();
    let within = match &scope.subject.within {
        Some(mention) => Some(world.node(mention.id.as_ref()?)?),
        None => None,
    };
    let n = quantity.low.or(quantity.high).and_then(|n| u64::try_from(n).ok())?;
    (member && statement.standing == Standing::Accepted).then_some((statement, within, n))
}

/// Members as they are on file, certain and possible.
fn on_file(world: &World, network: Node, place: Node, at: &At) -> Option<Basis> {
    let ties: Vec<Tie> =
        member_ties(world, network, at, None).into_iter().filter(|tie| tie.state.is_possible()).collect();
    let territory = world.territory(place);
    let inside = |tie: &&Tie| world.node(&tie.other.id).is_some_and(|member| territory.holds(member));
    let (own, others): (Vec<&Tie>, Vec<&Tie>) = ties.iter().partition(inside);
    let count = |ties: &[&Tie]| Members {
        certain: ties.iter().filter(|tie| tie.state.is_certain()).count() as u64,
        possible: ties.len() as u64,
    };
    let bounds = share_bounds(count(&own), count(&others))?;
    let (x, n) = (own.len() as u64, ties.len() as u64);
    Some(Basis {
        of: world.refer(place),
        words: "members on file, confirmed or possible".to_owned(),
        x,
        n,
        share: ratio(x, n),
        share_low: bounds.low,
        share_high: bounds.high,
        evidence: own
            .iter()
            .filter_map(|tie| tie.evidence.first().cloned())
            .take(crate::Figure::SHOWN)
            .collect(),
        quotients: Vec::new(),
    })
}

fn against(basis: Basis, shares: &[&Share]) -> Basis {
    let quotients = shares.iter().filter_map(|share| quotient(&basis, share)).collect();
    Basis { quotients, ..basis }
}

fn quotient(basis: &Basis, share: &Share) -> Option<Quotient> {
    let found = representation(basis.x, basis.n, share.value)?;
    Some(Quotient {
        against: share.clone(),
        quotient: found.quotient,
        symmetric: found.symmetric,
        exact_low: found.exact.0,
        exact_high: found.exact.1,
        wilson_low: found.wilson.0,
        wilson_high: found.wilson.1,
        p: found.p,
        words: format!("{} × its {}", two_digits(found.quotient), share.label),
    })
}

/// "3.2", "0.58": two digits that mean something.
fn two_digits(number: f64) -> String {
    if number >= 1.0 { format!("{number:.1}") } else { format!("{number:.2}") }
}

#[expect(clippy::cast_precision_loss, reason = "members are counted in thousands, not in 2^52")]
fn ratio(x: u64, n: u64) -> f64 {
    if n == 0 { 0.0 } else { x as f64 / n as f64 }
}
