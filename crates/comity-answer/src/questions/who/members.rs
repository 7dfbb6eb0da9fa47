//! Who is in a network on a day, by country, beside the numbers that sources claim.

mod growth;
mod size;

use std::collections::BTreeMap;

use comity_messages::{message, say};
use comity_model::{EntityId, LinkKind, Shape};
use comity_snapshot::record::BoundedCount;
use comity_snapshot::{EntityIx, EntityRef, Layer, Snapshot};

use crate::answer::{Answer, CountryRow, Members};
use crate::arguments::{Arguments, AskError, network};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may, need};
use crate::report::ties::member_ties;
use crate::report::{At, Claimed, CoverageQuery, Figure, Tie, TieGroup, about, claimed, looked};
pub(crate) use growth::growth;
pub(crate) use size::{Named, size};

pub(crate) const QUESTION: Question = Question {
    id: "members",
    title: message!("question-members"),
    group: Group::WhoAndWhen,
    help: message!("help-members"),
    arguments: &[
        need("network", Range::Entity, "a network"),
        AT,
        may("within", Range::Entity, "only members in this state or country"),
        LIMIT,
    ],
    example: &[("network", "c40"), ("at", "2019")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    members(snapshot, &MembersArgs::read(arguments)?).map(Answer::Members)
}

/// Whose members, when, and where.
#[derive(Debug, Clone)]
pub struct MembersArgs {
    pub network: EntityId,
    pub at: At,
    /// Only members in this state or country.
    pub within: Option<EntityId>,
    pub limit: usize,
}

impl MembersArgs {
    pub(crate) fn read(arguments: &Arguments<'_>) -> Result<Self, AskError> {
        let (network, within) = (arguments.entity("network")?, arguments.some_entity("within")?);
        Ok(Self { network, at: arguments.at(), within, limit: arguments.limit() })
    }
}

pub fn members(snapshot: &Snapshot, args: &MembersArgs) -> Result<Members, AskError> {
    let node = network(snapshot, &args.network)?;
    let within = snapshot.require_any(args.within.as_ref())?;
    let ties = member_ties(snapshot, node, &args.at, within);
    let (members, others): (Vec<Tie>, Vec<Tie>) =
        ties.into_iter().partition(|tie| tie.record.standing.possible);
    let territory = snapshot.territory(node);
    let looked = looked(snapshot, &CoverageQuery { layers: &[Layer::Networks], sides: &[&territory] });
    let network = snapshot.refer(node);
    let scope = within.map_or_else(String::new, |place| say!("part-in", place = snapshot.name(place)));
    let title = say!("members-title", network = network.name.as_str(), place = scope);
    let mut about = about(QUESTION.id, snapshot, title, &args.at, looked);
    about.caveats.extend(none_looked(&members, &network));
    let total = Figure::of_ties(&say!("members-on-file"), "members", &members);
    let countries = countries(snapshot, &members.iter().collect::<Vec<_>>());
    let members = TieGroup::new(Layer::Networks, &say!("members-file"), members);
    let named = Named::of(total.count.presumed, &members.by_state);
    let summary = match within {
        None => size(snapshot, node, &args.at, named),
        Some(place) => {
            say!("network-within", n = named.on_record, rest = named.not_placed, place = snapshot.name(place))
        }
    };
    Ok(Members {
        about,
        summary,
        total,
        countries,
        claimed: claims_about_members(snapshot, node),
        members: members.cut(args.limit),
        others: TieGroup::new(Layer::Networks, &say!("members-others"), others).cut(args.limit),
        within: within.map(|place| snapshot.refer(place)),
        network,
    })
}

fn none_looked(members: &[Tie], network: &EntityRef) -> Option<String> {
    members.is_empty().then(|| say!("members-no-list", network = network.name.as_str()))
}

/// Those with most members first.
pub(crate) fn countries(snapshot: &Snapshot, members: &[&Tie]) -> Vec<CountryRow> {
    let mut rows: BTreeMap<Option<EntityIx>, Vec<&Tie>> = BTreeMap::new();
    for tie in members {
        let nation = snapshot.node(&tie.other.id).and_then(|member| snapshot.nation(member));
        rows.entry(nation).or_default().push(tie);
    }
    let mut rows: Vec<CountryRow> =
        rows.into_iter().map(|(nation, ties)| country_row(snapshot, nation, &ties)).collect();
    let name = |row: &CountryRow| row.country.as_ref().map(|country| country.name.clone());
    rows.sort_by(|a, b| {
        (b.count.presumed, b.count.possible, name(a)).cmp(&(a.count.presumed, a.count.possible, name(b)))
    });
    rows
}

fn country_row(snapshot: &Snapshot, nation: Option<EntityIx>, ties: &[&Tie]) -> CountryRow {
    CountryRow {
        country: nation.map(|nation| snapshot.refer(nation)),
        count: BoundedCount::of(ties.iter().map(|tie| tie.record.standing)),
        evidence: ties.iter().filter_map(|tie| tie.evidence.first().cloned()).collect(),
    }
}

/// Counts of members of this network, whoever makes them.
pub(crate) fn claims_about_members(snapshot: &Snapshot, network: EntityIx) -> Vec<Claimed> {
    let id = &snapshot.entity(network).id;
    let counted = snapshot.statements_about(network).filter(|statement| match &statement.claim.shape {
        Shape::Count { scope, .. } => {
            let object = scope.object.entity.as_ref().and_then(|mention| mention.id.as_ref());
            scope.link == Some(LinkKind::Member) && object == Some(id)
        }
        _ => false,
    });
    counted.filter_map(|statement| claimed(snapshot, statement)).collect()
}
