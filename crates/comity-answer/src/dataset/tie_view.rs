//! The ties that one look of the explorer shows, to be taken away: the same as on the screen, none more and none less.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use comity_messages::{message, say};
use comity_model::{BadId, ClaimId, Day, EntityId, LinkKind, Window};
use comity_snapshot::record::{Basis, TieState};
use comity_snapshot::wording::number;
use comity_snapshot::{EntityIx, EntityRef, Layer, Snapshot};
use schemars::JsonSchema;
use serde::Serialize;

use super::map::{MapPlace, MapScope, place};
use super::meetings::{Meeting, MeetingsOnMap, TieDays};
use super::tie_graph::{TieGraph, TieGraphOf, TieMeeting, TieSpell, TieWhat, numbered};
use crate::arguments::AskError;
use crate::report::{At, sources_by_pair};

/// What the address of the explorer says; `web/src/explore/filter.ts` reads it alike.
#[derive(Debug, Clone)]
pub struct TieViewArgs {
    pub at: At,
    /// Whether nobody chose a day: undated ties are on record today, and nobody can say whether they were then.
    pub is_today: bool,
    pub scope: MapScope,
    /// Empty: agreements, where there are any.
    pub layers: Vec<Layer>,
    pub of: ViewSubject,
    /// `None`: all today, none on a day that was chosen.
    pub undated: Option<Undated>,
    /// Ties that ended, are suspended or in dispute; `None`: where few ties are shown.
    pub stopped: Option<bool>,
}

/// Which ties of which no source says when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undated {
    No,
    /// Those on record since they were read: what a list of a day has.
    OnRecord,
    /// Those too that may or may not have held then.
    All,
}

impl Undated {
    pub const ALL: [Self; 3] = [Self::No, Self::OnRecord, Self::All];

    /// As an address says it.
    pub fn word(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::OnRecord => "on-record",
            Self::All => "yes",
        }
    }
}

/// Whose ties are looked at among those of the address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ViewSubject {
    All,
    /// ISO 3166-1 alpha-2.
    Country(String),
    Countries(String, String),
    Place(EntityId),
}

impl ViewSubject {
    /// Of "", "US", "US-RU" or the id of a place.
    pub fn read(text: &str) -> Result<Self, BadId> {
        let is_code = |code: &str| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        match text.split_once('-') {
            _ if text.is_empty() => Ok(Self::All),
            None if is_code(text) => Ok(Self::Country(text.to_owned())),
            Some((one, other)) if is_code(one) && is_code(other) => {
                Ok(Self::Countries(one.to_owned(), other.to_owned()))
            }
            _ => Ok(Self::Place(text.parse()?)),
        }
    }
}

/// The ties that are shown, and how many are not; `ties` point into `places`.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TieView {
    /// EDTF.
    pub at: String,
    pub known: String,
    /// How many there are of each sort, in a sentence or two.
    pub summary: String,
    pub counts: TieViewCounts,
    /// The network whose members they are, each a tie of a place to itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub members_of: Option<EntityRef>,
    pub places: Vec<MapPlace>,
    /// What stopped or is in dispute first, then what most sources tell of.
    pub ties: Vec<TieInView>,
    /// What is on no map, in a sentence.
    pub note: String,
}

/// How many ties a view has; what is left out of it was found and is not asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TieViewCounts {
    pub on_record: usize,
    /// Undated: they may or may not have held then.
    pub undated: usize,
    /// Ended, suspended or in dispute.
    pub stopped: usize,
    pub undated_left_out: usize,
    pub stopped_left_out: usize,
}

impl TieViewCounts {
    /// How many ties the view has.
    pub fn shown(&self) -> usize {
        self.on_record + self.undated + self.stopped
    }
}

/// A tie of two places of the view.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TieInView {
    pub a: usize,
    pub b: usize,
    #[serde(flatten)]
    pub meeting: TieMeeting,
}

/// Up to so many lines can be told apart on one map.
const FEW: usize = 400;

/// Ties that are made into files while someone waits: three times all agreements of the fullest register so far.
const MOST: usize = 100_000;

fn too_many(ties: usize) -> AskError {
    let expected = format!("at most {} ties at once: choose a place, a kind of tie or a day", number(&MOST));
    AskError::Value { argument: "view", given: number(&ties), expected }
}

/// Cost: that of the map of all days, and a look at the links of each tie that is shown.
pub fn tie_view(snapshot: &Snapshot, args: &TieViewArgs) -> Result<TieView, AskError> {
    if let ViewSubject::Place(id) = &args.of {
        snapshot.require(id)?;
    }
    let met = MeetingsOnMap::of(snapshot, &args.scope)?;
    let is_members = !met.all.is_empty() && met.all.iter().all(|one| one.ends.0 == one.ends.1);
    let is_narrow = args.of != ViewSubject::All || met.all.len() <= FEW || is_members;
    let choice = Choice {
        layers: layers(args, &met.all),
        undated: args.undated.unwrap_or(if args.is_today { Undated::All } else { Undated::No }),
        stopped: args.stopped.unwrap_or(is_narrow),
    };
    let mut counts = TieViewCounts::default();
    let mut shown: Vec<(&Meeting, State)> = Vec::new();
    let of_layers = met.all.iter().filter(|one| choice.layers.contains(&one.layer));
    for one in of_layers.filter(|one| is_of(snapshot, &args.of, one)) {
        let state = state_on(&one.days, args.at.window);
        if let Some(state) = choice.take(state, one.days.is_dated, &mut counts) {
            shown.push((one, state));
        }
    }
    if shown.len() > MOST {
        return Err(too_many(shown.len()));
    }
    let members_of = shown.first().filter(|_| is_members).map(|(one, _)| snapshot.refer(one.thing));
    let (places, ties) = placed(snapshot, &met, &shown, args.at.window);
    Ok(TieView {
        at: args.at.text.clone(),
        known: snapshot.known().0.to_string(),
        summary: summary(&args.at, counts, is_members),
        counts,
        members_of,
        places,
        ties,
        note: message!("map-any-day").text(),
    })
}

/// Shared networks make a thicket: they are shown where they are asked for, or are all there is.
fn layers(args: &TieViewArgs, met: &[Meeting]) -> Vec<Layer> {
    if !args.layers.is_empty() {
        return args.layers.clone();
    }
    let has_agreements = met.iter().any(|one| one.layer == Layer::Agreements);
    if has_agreements { vec![Layer::Agreements] } else { Layer::ALL.to_vec() }
}

fn is_of(snapshot: &Snapshot, of: &ViewSubject, one: &Meeting) -> bool {
    let country = |end: EntityIx| snapshot.entity(end).country.as_deref().unwrap_or_default();
    let (a, b) = one.ends;
    match of {
        ViewSubject::All => true,
        ViewSubject::Country(code) => country(a) == code || country(b) == code,
        ViewSubject::Countries(one, other) => {
            (country(a) == one && country(b) == other) || (country(a) == other && country(b) == one)
        }
        ViewSubject::Place(id) => [a, b].iter().any(|end| snapshot.entity(*end).id == *id),
    }
}

/// How a tie stands on the days looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Unknown,
    OnRecord { observed: bool },
    Stopped(TieState),
}

fn state_on(days: &TieDays, window: Window) -> State {
    let meets = |of: Window| of.from <= window.to && of.to >= window.from;
    let held = || days.on_record.iter().filter(|one| meets(one.days));
    if held().next().is_some() {
        return State::OnRecord { observed: held().any(|one| one.basis != Basis::Carried) };
    }
    // Of several the last: how it stands is how it stands at the end.
    let last = days.interruptions.iter().rev().find(|one| meets(one.days));
    last.map_or(State::Unknown, |one| State::Stopped(one.state))
}

/// Which ties are shown.
struct Choice {
    layers: Vec<Layer>,
    undated: Undated,
    stopped: bool,
}

impl Choice {
    /// `None`: it is not shown; either way it is counted.
    fn take(&self, state: State, is_dated: bool, counts: &mut TieViewCounts) -> Option<State> {
        let (is_shown, count) = match state {
            State::Stopped(_) if self.stopped => (true, &mut counts.stopped),
            State::Stopped(_) => (false, &mut counts.stopped_left_out),
            _ if !is_dated && self.undated == Undated::No => (false, &mut counts.undated_left_out),
            State::Unknown if !is_dated && self.undated == Undated::OnRecord => {
                (false, &mut counts.undated_left_out)
            }
            State::OnRecord { .. } => (true, &mut counts.on_record),
            State::Unknown if is_dated => return None,
            State::Unknown => (true, &mut counts.undated),
        };
        *count += 1;
        is_shown.then_some(state)
    }
}

/// The places in the order of the map, the ties in that of the table.
fn placed(
    snapshot: &Snapshot,
    met: &MeetingsOnMap,
    shown: &[(&Meeting, State)],
    window: Window,
) -> (Vec<MapPlace>, Vec<TieInView>) {
    let mut ties_of: BTreeMap<EntityIx, u32> = BTreeMap::new();
    for (one, _) in shown {
        *ties_of.entry(one.ends.0).or_default() += 1;
        if one.ends.1 != one.ends.0 {
            *ties_of.entry(one.ends.1).or_default() += 1;
        }
    }
    let index: BTreeMap<EntityIx, usize> = ties_of.keys().copied().zip(0..).collect();
    let places = ties_of.iter().map(|(node, ties)| place(snapshot, *node, met.places[node], *ties)).collect();
    let sources = sources_by_pair(snapshot);
    let mut ties: Vec<TieInView> = Vec::with_capacity(shown.len());
    for (one, state) in shown {
        comity_graph::cancel::check();
        let meeting = meeting(snapshot, one, *state, window);
        let sources = if one.layer == Layer::Agreements { sources.of(one.ends.0, one.ends.1) } else { 0 };
        let meeting = TieMeeting { sources, ..meeting };
        ties.push(TieInView { a: index[&one.ends.0], b: index[&one.ends.1], meeting });
    }
    // What says no year is last among equals; beyond that they stay in the order of the map.
    let is_stopped = |tie: &TieMeeting| !matches!(tie.state, TieState::OnRecord | TieState::NotPlaced);
    ties.sort_by_key(|TieInView { meeting: tie, .. }| {
        (!is_stopped(tie), Reverse(tie.sources), tie.first_year.is_none())
    });
    (places, ties)
}

/// But for how many sources there are.
fn meeting(snapshot: &Snapshot, one: &Meeting, state: State, window: Window) -> TieMeeting {
    let (first_year, last_year) = years(&one.days, state, window);
    let (state, basis) = match state {
        State::Unknown => (TieState::NotPlaced, ""),
        State::OnRecord { observed } => (TieState::OnRecord, if observed { "observed" } else { "carried" }),
        State::Stopped(state) => (state, ""),
    };
    TieMeeting {
        layer: one.layer,
        through: snapshot.refer(one.thing),
        state,
        basis,
        dated: one.days.is_dated,
        first_year,
        last_year,
        sources: 0,
        spells: one.days.on_record.iter().map(|one| TieSpell::during(one.days)).collect(),
        claims: claims(snapshot, one),
    }
}

/// The same as a graph: an edge a tie; of a network an edge from each member to it.
pub fn view_graph(snapshot: &Snapshot, view: &TieView) -> Result<TieGraph, AskError> {
    let nodes: Result<Vec<EntityIx>, _> =
        view.places.iter().map(|place| snapshot.require(&place.id)).collect();
    let nodes = nodes?;
    let network = view.members_of.as_ref().map(|network| snapshot.require(&network.id)).transpose()?;
    let edges = view.ties.iter().map(|tie| {
        let ends = (nodes[tie.a], network.unwrap_or(nodes[tie.b]));
        (ends, TieWhat::Meeting(Box::new(tie.meeting.clone())))
    });
    Ok(numbered(snapshot, TieGraphOf::Meetings, edges.collect(), view.summary.clone()))
}

/// Many sources give no more than a year, and the day that is reckoned with is not theirs.
fn years(days: &TieDays, state: State, window: Window) -> (Option<i64>, Option<i64>) {
    let year = |day: Day| day.ymd().map(|(year, _, _)| year);
    let dated = |day: Option<Day>| day.filter(|_| days.is_dated).and_then(year);
    let first = dated(days.on_record.first().map(|one| one.days.from));
    let stopped = matches!(state, State::Stopped(_)).then(|| last_day(days, window)).flatten();
    let last = stopped.and_then(year).or_else(|| dated(days.on_record.last().map(|one| one.days.to)));
    (first, last)
}

/// The last day on record before what stands against it on the days looked at; where none is, the first day of that.
fn last_day(days: &TieDays, window: Window) -> Option<Day> {
    let mut against = days.interruptions.iter().rev().map(|one| one.days.from);
    let stop = against.find(|from| *from <= window.to)?;
    let held = days.on_record.iter().rev().find(|one| one.days.from < stop);
    Some(held.map_or(stop, |one| one.days.to.min(stop)))
}

/// What either end is said to have with the thing they meet in.
fn claims(snapshot: &Snapshot, one: &Meeting) -> Vec<ClaimId> {
    let kind = if one.layer == Layer::Agreements { LinkKind::Party } else { LinkKind::Member };
    let ends = [one.ends.0, one.ends.1].into_iter().flat_map(|end| snapshot.outgoing(end));
    let links = ends.filter(|(link, thing)| link.kind == kind && *thing == one.thing);
    let mut claims: Vec<ClaimId> = links.map(|(link, _)| link.claim).collect();
    claims.sort_unstable();
    claims.dedup();
    claims
}

/// "1990: 12 ties on record. 30 undated, left out."
fn summary(at: &At, counts: TieViewCounts, is_members: bool) -> String {
    let TieViewCounts { on_record, undated, stopped, undated_left_out, stopped_left_out } = counts;
    let day = at.words();
    let mut parts = vec![if is_members {
        say!("view-members", day = day, n = on_record)
    } else {
        say!("view-ties", day = day, n = on_record)
    }];
    parts.extend((undated > 0).then(|| say!("view-undated", n = undated)));
    parts.extend((undated_left_out > 0).then(|| say!("view-undated-out", n = undated_left_out)));
    parts.extend((stopped > 0).then(|| say!("view-stopped", n = stopped)));
    parts.extend((stopped_left_out > 0).then(|| say!("view-stopped-out", n = stopped_left_out)));
    parts.join(" ")
}
