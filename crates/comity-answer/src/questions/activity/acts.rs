//! Which acts stood against a policy or a country on a day, how binding, and what became of them?

use std::collections::{BTreeMap, BTreeSet};

use comity_messages::{Message, listed, message, say};
use comity_model::{EntityAttribute, LinkAttribute, LinkKind, Polarity};
use comity_snapshot::record::{TieStanding, TieState};
use comity_snapshot::{Adoption, EntityIx, Fact, Layer, Snapshot, facts, wording};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may};
use crate::report::{
    About, At, Chart, CoverageQuery, Dot, Head, Indicator, Picture, Report, Table, Tally, about,
    adoption_cell, looked,
};

pub(crate) const QUESTION: Question = Question {
    id: "acts",
    title: message!("question-acts"),
    group: Group::Bursts,
    help: message!("help-acts"),
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
    let at = arguments.at();
    let against = arguments.some_node("against")?;
    let place = arguments.territory("of")?;
    let sides: Vec<_> = place.iter().collect();
    let looked = looked(snapshot, &CoverageQuery { layers: &[Layer::Acts], sides: &sides });
    let name = against.map_or_else(|| say!("acts-policy-not-named"), |node| snapshot.name(node));
    let mut about = about(QUESTION.id, snapshot, say!("acts-title", policy = name.as_str()), &at, looked);
    about.caveats.push(say!("acts-caveat"));
    let mut found: Vec<Stand<'_>> = Vec::new();
    for adoption in snapshot.adoptions() {
        let inside = place.as_ref().is_none_or(|place| place.holds(adoption.by));
        let stands = targets(snapshot, adoption.act)
            .into_iter()
            .filter(|target| against.is_none_or(|one| one == *target));
        let standing = adoption.standing(snapshot, at.window);
        if inside && standing.state != TieState::NotYet && standing.state != TieState::Denied {
            let own = || Adoption { fact: adoption.fact.clone(), ..adoption };
            found.extend(stands.map(|against| Stand { adoption: own(), against, standing }));
        }
    }
    if found.is_empty() {
        let why = say!("acts-none", policy = name);
        return Ok(Report::unanswerable(about, &why).into());
    }
    found.sort_by_key(|stand| {
        (stand.against, stand.standing.order(), snapshot.name(stand.adoption.by), stand.adoption.act)
    });
    Ok(sheet(snapshot, about, &name, &found, arguments).into())
}

/// One act of one government against one thing.
struct Stand<'w> {
    adoption: Adoption<'w>,
    against: EntityIx,
    standing: TieStanding,
}

/// What a source says it stands against, and none denies.
pub(crate) fn targets(snapshot: &Snapshot, act: EntityIx) -> Vec<EntityIx> {
    let concerns = snapshot.outgoing_of(LinkKind::Concerns, act);
    let facts = facts(concerns.map(|(link, target)| (target, link)));
    facts.into_iter().filter(|(_, fact)| is_against(fact)).map(|(target, _)| target).collect()
}

fn is_against(fact: &Fact<'_>) -> bool {
    let undenied = fact.links.iter().all(|link| link.polarity == Polarity::Asserted);
    undenied
        && fact
            .asserted()
            .any(|link| link.attributes.get(&LinkAttribute::Stance).is_some_and(|stance| stance == "against"))
}

type StandingTest = fn(TieStanding) -> bool;

/// How many different acts stand so.
fn acts_that(found: &[Stand<'_>], wanted: StandingTest) -> u64 {
    let acts = found.iter().filter(|stand| wanted(stand.standing)).map(|stand| stand.adoption.act);
    acts.collect::<BTreeSet<EntityIx>>().len() as u64
}

/// What is in force first; then what was said once, what is over, and what nobody can tell.
fn summary(policy: &str, found: &[Stand<'_>], at: &At) -> String {
    let in_force = acts_that(found, |standing| standing.presumed);
    let opinions = acts_that(found, is_opinion);
    let over = acts_that(found, is_over);
    let open = acts_that(found, is_open);
    let said = say!("acts-in-force", n = in_force, day = at.words(), policy = policy);
    let others = [
        (opinions > 0).then(|| say!("acts-opinions", n = opinions)),
        (over > 0).then(|| say!("acts-over", n = over)),
        (open > 0).then(|| say!("acts-open", n = open)),
    ];
    match listed(others.into_iter().flatten()) {
        none if none.is_empty() => said,
        others => say!("acts-besides", said = said, others = others),
    }
}

/// The counts of the sentence.
fn indicators(snapshot: &Snapshot, found: &[Stand<'_>]) -> Vec<Indicator> {
    let counts: [(Message, StandingTest); 4] = [
        (message!("acts-figure-in-force"), |standing| standing.presumed),
        (message!("acts-figure-opinions"), is_opinion),
        (message!("acts-figure-over"), is_over),
        (message!("acts-figure-open"), is_open),
    ];
    let mut indicators = Vec::new();
    for (label, wanted) in counts {
        let own = found.iter().filter(|stand| wanted(stand.standing));
        let n = own.clone().map(|stand| stand.adoption.act).collect::<BTreeSet<EntityIx>>().len();
        let evidence = own.flat_map(|stand| stand.adoption.evidence(snapshot));
        indicators.push(Indicator::count(&label.text(), n, "").by(evidence));
    }
    indicators.retain(|one| !one.evidence.is_empty());
    indicators
}

fn is_open(standing: TieStanding) -> bool {
    !standing.presumed && !is_opinion(standing) && !is_over(standing)
}

fn is_opinion(standing: TieStanding) -> bool {
    !standing.presumed && standing.state == TieState::Happened
}

fn is_over(standing: TieStanding) -> bool {
    let over = matches!(standing.state, TieState::Ended | TieState::Expired | TieState::PresumedEnded);
    over && !standing.presumed
}

fn sheet(
    snapshot: &Snapshot,
    about: About,
    policy: &str,
    found: &[Stand<'_>],
    arguments: &Arguments<'_>,
) -> Report {
    let mut sheet = Report::new(about, summary(policy, found, &arguments.at()));
    sheet.indicators = indicators(snapshot, found);
    let groups = groups(snapshot, found);
    sheet.charts.push(chart(&groups));
    sheet.tables.push(by_group(groups).cut(arguments.limit()));
    sheet.tables.push(of_acts(snapshot, found, arguments).cut(arguments.limit()));
    sheet
}

/// What stands against one thing alike.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct ActGroup {
    against: String,
    sort: String,
    /// Of the governments: "city", "state".
    level: String,
}

impl ActGroup {
    fn label(&self) -> String {
        say!(
            "act-group",
            level = self.level.as_str(),
            sort = self.sort.as_str(),
            against = self.against.as_str()
        )
    }
}

/// By what they stand against, sort and level of the government, as they are on the day.
fn groups(snapshot: &Snapshot, found: &[Stand<'_>]) -> BTreeMap<ActGroup, Tally> {
    let mut groups: BTreeMap<ActGroup, Tally> = BTreeMap::new();
    for stand in found.iter().filter(|stand| stand.standing.presumed) {
        let group = ActGroup {
            against: snapshot.name(stand.against),
            sort: wording::what(snapshot.entity(stand.adoption.act)),
            level: wording::what(snapshot.entity(stand.adoption.by)),
        };
        let evidence = stand.adoption.evidence(snapshot);
        groups.entry(group).or_default().add(stand.standing, evidence);
    }
    groups
}

fn by_group(groups: BTreeMap<ActGroup, Tally>) -> Table {
    let columns: &[Head<'_>] = &[
        ("against", &say!("head-against"), ""),
        ("sort", &say!("head-sort"), ""),
        ("level", &say!("head-by"), ""),
        ("acts", &say!("head-acts"), ""),
    ];
    let mut table = Table::new("groups", &say!("acts-table-groups"), columns);
    for (ActGroup { against, sort, level }, tally) in groups {
        let cells = vec![against.into(), sort.into(), level.into(), tally.range()];
        table.push(cells, tally.evidence);
    }
    table
}

fn chart(groups: &BTreeMap<ActGroup, Tally>) -> Chart {
    let mut rows: Vec<Dot> =
        groups.iter().map(|(group, tally)| tally.dot(group.label(), &group.level)).collect();
    rows.sort_by(|a, b| b.value.total_cmp(&a.value));
    Chart {
        id: "groups",
        title: say!("acts-chart"),
        caption: say!("acts-chart-caption"),
        table: "groups",
        picture: Picture::Bars { rows, unit: "acts".to_owned() },
    }
}

fn of_acts(snapshot: &Snapshot, found: &[Stand<'_>], arguments: &Arguments<'_>) -> Table {
    let window = arguments.at().window;
    let columns: &[Head<'_>] = &[
        ("act", &say!("head-act"), ""),
        ("by", &say!("head-adopted-by"), ""),
        ("sort", &say!("head-sort"), ""),
        ("against", &say!("head-against"), ""),
        ("force", &say!("head-force"), ""),
        ("adopted", &say!("head-adopted"), ""),
        ("state", &say!("head-on-that-day"), ""),
    ];
    let mut table = Table::new("acts", &say!("acts-table-acts"), columns);
    for stand in found {
        let (force, evidence) = snapshot.said(stand.adoption.act, EntityAttribute::Force).unzip();
        let concerns = snapshot.outgoing(stand.adoption.act).filter(|(_, target)| *target == stand.against);
        let concerns = concerns.map(|(link, _)| snapshot.evidence_of(link));
        let cells = vec![
            snapshot.refer(stand.adoption.act).into(),
            snapshot.refer(stand.adoption.by).into(),
            wording::what(snapshot.entity(stand.adoption.act)).into(),
            snapshot.refer(stand.against).into(),
            force.into(),
            stand.adoption.adopted_words().into(),
            adoption_cell(snapshot, &stand.adoption, window),
        ];
        let adopted = stand.adoption.evidence(snapshot).into_iter();
        table.push(cells, adopted.chain(concerns).chain(evidence.into_iter().flatten()).collect());
    }
    table
}
