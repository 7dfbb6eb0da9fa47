//! Which acts stood against a policy or a country on a day, how binding, and what became of them?

use std::collections::{BTreeMap, BTreeSet};

use comity_model::{EntityAttribute, EntityId, LinkAttribute, LinkKind, Polarity};
use comity_snapshot::{Adoption, EntityIx, Evidence, Layer, Snapshot, State, words};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may};
use crate::report::{About, At, Cell, Chart, Dot, Look, Picture, Sheet, Table, about, adoption_cell, looked};

pub(crate) const QUESTION: Question = Question {
    id: "acts",
    title: "Which acts stood against a policy?",
    group: Group::Bursts,
    help: "Resolutions and laws against a national policy or a country on a day, by sort, level, force and fate",
    arguments: &[
        may("against", Range::Entity, "a policy or country they stand against; any if left out"),
        may("of", Range::Entity, "only of governments in this state or country"),
        AT,
        LIMIT,
    ],
    example: &[("against", "south-africa"), ("of", "united-states"), ("at", "1987-09")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let args = ActsArgs {
        against: arguments.some_entity("against")?,
        of: arguments.some_entity("of")?,
        at: arguments.at(),
        limit: arguments.limit(),
    };
    acts(snapshot, &args).map(Answer::Sheet)
}

struct ActsArgs {
    against: Option<EntityId>,
    of: Option<EntityId>,
    at: At,
    limit: usize,
}

/// One act of one government against one thing.
struct Stand<'w> {
    adoption: Adoption<'w>,
    against: EntityIx,
    state: State,
}

fn acts(snapshot: &Snapshot, args: &ActsArgs) -> Result<Sheet, AskError> {
    let against = args.against.as_ref().map(|id| snapshot.require(id)).transpose()?;
    let place = args.of.as_ref().map(|id| snapshot.require(id)).transpose()?.map(|of| snapshot.territory(of));
    let sides: Vec<_> = place.iter().collect();
    let looked = looked(snapshot, &Look { layers: &[Layer::Acts], sides: &sides });
    let name = against.map_or_else(|| "a policy or country".to_owned(), |node| snapshot.name(node));
    let mut about = about(snapshot, format!("Acts against {name}"), &args.at, looked);
    about.caveats.push(
        "An act against another country is no act against the policy of one's own government unless a source says so: \
         what each stands against is named."
            .to_owned(),
    );
    let mut found: Vec<Stand<'_>> = Vec::new();
    for adoption in snapshot.adoptions() {
        let inside = place.as_ref().is_none_or(|place| place.holds(adoption.by));
        let stands = targets(snapshot, adoption.act)
            .into_iter()
            .filter(|target| against.is_none_or(|one| one == *target));
        let state = adoption.state(snapshot, args.at.window);
        if inside && (state.is_possible() || state == State::Ended) {
            let stand = |against| {
                let adoption = Adoption { fact: adoption.fact.clone(), ..adoption };
                Stand { adoption, against, state }
            };
            found.extend(stands.map(stand));
        }
    }
    if found.is_empty() {
        let why = format!("no act against {name} adopted by that day is on file.");
        return Ok(Sheet::cannot(about, &why));
    }
    found.sort_by_key(|stand| {
        (stand.against, stand.state, snapshot.name(stand.adoption.by), stand.adoption.act)
    });
    Ok(sheet(snapshot, about, &found, args))
}

/// What a source says it stands against, and none denies.
pub(crate) fn targets(snapshot: &Snapshot, act: EntityIx) -> Vec<EntityIx> {
    let concerns = snapshot.outgoing(act).filter(|(link, _)| link.kind == LinkKind::Concerns);
    let facts = comity_snapshot::facts(concerns.map(|(link, target)| (target, link)));
    let against = |fact: &comity_snapshot::Fact<'_>| {
        let stance = |link: &comity_model::Link| {
            link.attributes.get(&LinkAttribute::Stance).is_some_and(|stance| stance == "against")
        };
        fact.asserted().any(stance) && fact.links.iter().all(|link| link.polarity == Polarity::Asserted)
    };
    facts.into_iter().filter(|(_, fact)| against(fact)).map(|(target, _)| target).collect()
}

fn sheet(snapshot: &Snapshot, about: About, found: &[Stand<'_>], args: &ActsArgs) -> Sheet {
    let on_day = |wanted: fn(State) -> bool| {
        let acts = found.iter().filter(|stand| wanted(stand.state)).map(|stand| stand.adoption.act);
        acts.collect::<BTreeSet<EntityIx>>().len() as u64
    };
    let (certain, possible) = (on_day(State::is_certain), on_day(State::is_possible));
    let lead = format!(
        "{} on that day: {certain} confirmed in force, {} more that may be.",
        words::many(possible, "act"),
        possible - certain
    );
    let mut sheet = Sheet::new(about, lead);
    let groups = groups(snapshot, found);
    sheet.charts.push(chart(&groups));
    sheet.tables.push(by_group(groups).cut(args.limit));
    sheet.tables.push(table(snapshot, found, args).cut(args.limit));
    sheet
}

type Groups = BTreeMap<(String, String, String), (u64, u64, Vec<Evidence>)>;

/// By what they stand against, sort and level of the government, as they are on the day.
fn groups(snapshot: &Snapshot, found: &[Stand<'_>]) -> Groups {
    let mut groups = Groups::new();
    for stand in found.iter().filter(|stand| stand.state.is_possible()) {
        let key = (
            snapshot.name(stand.against),
            words::what(snapshot.entity(stand.adoption.act)),
            words::what(snapshot.entity(stand.adoption.by)),
        );
        let group = groups.entry(key).or_default();
        group.0 += u64::from(stand.state.is_certain());
        group.1 += 1;
        group.2.extend(stand.adoption.evidence(snapshot));
    }
    groups
}

fn by_group(groups: Groups) -> Table {
    let columns =
        [("against", "Against", ""), ("sort", "Sort", ""), ("level", "By", ""), ("acts", "Acts", "")];
    let mut table = Table::new("groups", "By sort and level", &columns);
    for ((against, sort, level), (certain, possible, evidence)) in groups {
        table.push(
            vec![against.into(), sort.into(), level.into(), Cell::Range { certain, possible }],
            evidence,
        );
    }
    table
}

#[expect(clippy::cast_precision_loss, reason = "acts are counted in thousands, not in 2^52")]
fn chart(groups: &Groups) -> Chart {
    let dot =
        |((against, sort, level), (certain, possible, _)): (&(String, String, String), &(u64, u64, _))| Dot {
            label: format!("{level}: {sort} against {against}"),
            value: *certain as f64,
            low: Some(*certain as f64),
            high: Some(*possible as f64),
            group: level.clone(),
        };
    let mut rows: Vec<Dot> = groups.iter().map(dot).collect();
    rows.sort_by(|a, b| b.high.partial_cmp(&a.high).unwrap_or(std::cmp::Ordering::Equal));
    Chart {
        id: "groups",
        title: "Acts by sort and level".to_owned(),
        caption: "Confirmed in force on the day; the line reaches to all that may be.".to_owned(),
        table: "groups",
        picture: Picture::Bars { rows, unit: "acts".to_owned() },
    }
}

fn table(snapshot: &Snapshot, found: &[Stand<'_>], args: &ActsArgs) -> Table {
    let columns = [
        ("act", "Act", ""),
        ("by", "Adopted by", ""),
        ("sort", "Sort", ""),
        ("against", "Against", ""),
        ("force", "Force", ""),
        ("adopted", "Adopted", ""),
        ("state", "On that day", ""),
    ];
    let mut table = Table::new("acts", "Acts", &columns);
    for stand in found {
        let (force, evidence) = snapshot.said(stand.adoption.act, EntityAttribute::Force).unzip();
        let concerns = snapshot.outgoing(stand.adoption.act).filter(|(_, target)| *target == stand.against);
        let concerns = concerns.map(|(link, _)| snapshot.evidence_of(link));
        let cells = vec![
            snapshot.refer(stand.adoption.act).into(),
            snapshot.refer(stand.adoption.by).into(),
            words::what(snapshot.entity(stand.adoption.act)).into(),
            snapshot.refer(stand.against).into(),
            force.into(),
            stand.adoption.adopted_words().into(),
            adoption_cell(snapshot, &stand.adoption, args.at.window),
        ];
        let proof = stand.adoption.evidence(snapshot).into_iter().chain(concerns);
        table.push(cells, proof.chain(evidence.into_iter().flatten()).collect());
    }
    table
}
