//! What the graph files say of each node and edge: the same names in GraphML, GEXF and the codebook.

use comity_answer::{
    EntityRef, Layer, TieEdge, TieGraph, TieGraphOf, TieMeeting, TieSpell, TieState, TieWhat,
};
use comity_model::Day;
use serde_json::Value;

/// A name in the files, its type there, and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct GraphColumn {
    pub(crate) key: &'static str,
    /// `string` or `double`.
    pub(crate) kind: &'static str,
    pub(crate) meaning: &'static str,
}

const fn text(key: &'static str, meaning: &'static str) -> GraphColumn {
    GraphColumn { key, kind: "string", meaning }
}

const fn double(key: &'static str, meaning: &'static str) -> GraphColumn {
    GraphColumn { key, kind: "double", meaning }
}

impl GraphColumn {
    /// A value in JSON: whole numbers as such, nothing as null.
    pub(crate) fn value(&self, text: String) -> Value {
        match text.parse::<i64>() {
            _ if text.is_empty() => Value::Null,
            Ok(number) if self.kind == "double" => number.into(),
            _ => text.into(),
        }
    }
}

pub(crate) const NODE: [GraphColumn; 10] = [
    text("kind", "polity, network, organisation, agreement, event, act, office, programme or person"),
    text("what", "the same in plain words: city, sister city agreement"),
    text("place", "the state and country it is in"),
    text("country", "ISO 3166-1 alpha-2"),
    double("lat", "degrees north, of its centre"),
    double("lon", "degrees east, of its centre"),
    text("start_earliest", "the first day it may have been founded, or taken place; missing: no source says"),
    text("start_latest", "the last day it may have been founded, or taken place"),
    text("end_earliest", "the first day it may have ended; missing: no source says that it ended"),
    text("end_latest", "the last day it may have ended"),
];

pub(crate) const LINK: [GraphColumn; 10] = [
    text("kind", "the link from source to target: member, party, backs …"),
    text(
        "layer",
        "agreements, networks, events, offices, acts, programmes, backing, posts, places or lineage",
    ),
    text("state", "on some day of the time asked about: confirmed, possible or disputed"),
    text("attributes", "roles and the like, as attribute=value"),
    text("period", "the time as the sources state it, EDTF, different statements joined with \" or \""),
    text("start_earliest", "the first day it may have started; missing: open or not known"),
    text("start_latest", "the day by which it had surely started"),
    text("end_earliest", "the day up to which it surely held; missing: still in force as stated"),
    text("end_latest", "the last day of it that any source allows; missing: open or not known"),
    text("claims", "the claims behind it, parted by blanks"),
];

pub(crate) const SHARED: [GraphColumn; 3] = [
    double("weight", "how many things the two share"),
    double("newman", "the same, each thing counting 1/(n−1) for its n members (Newman 2001)"),
    double("jaccard", "things shared over things of either"),
];

/// Of a tie of the explorer's view; the table of the same ties has them too.
pub(crate) const MEETING: [GraphColumn; 10] = [
    text("layer", "what ties the two: agreements or networks"),
    text("through_id", "the permanent id of the agreement or network that both are in"),
    text("through", "its name"),
    text(
        "state",
        "on the days looked at: on-record; suspended, contested, sources-disagree, expired, presumed-ended, ended; \
         not-placed: no source says when, it may or may not have held then",
    ),
    text(
        "basis",
        "of what is on record: observed where evidence reaches the days, carried where it was reported earlier",
    ),
    double("first_year", "the first year on record; missing: no source says"),
    double(
        "last_year",
        "the last year on record, or that in which it stopped; missing: no source says, or it goes on",
    ),
    text("dated", "yes where some source says when, else no"),
    double("sources", "independent sources of the agreements of the two; of a network missing"),
    text("claims", "the claims behind it, parted by blanks; each is at /claims/{id}"),
];

/// In the order of [`MEETING`]; empty: not known.
pub(crate) fn meeting_values(tie: &TieMeeting) -> [String; 10] {
    let year = |year: Option<i64>| year.map(|year| year.to_string()).unwrap_or_default();
    let claims: Vec<String> = tie.claims.iter().map(ToString::to_string).collect();
    [
        tie.layer.word().to_owned(),
        tie.through.id.to_string(),
        tie.through.name.clone(),
        state(tie.state).to_owned(),
        tie.basis.to_owned(),
        year(tie.first_year),
        year(tie.last_year),
        (if tie.dated { "yes" } else { "no" }).to_owned(),
        if tie.layer == Layer::Agreements { tie.sources.to_string() } else { String::new() },
        claims.join(" "),
    ]
}

/// The columns of the edges of this graph.
pub(crate) fn of_edges(graph: &TieGraph) -> &'static [GraphColumn] {
    match graph.of {
        TieGraphOf::Links => &LINK,
        TieGraphOf::Shared => &SHARED,
        TieGraphOf::Meetings => &MEETING,
    }
}

/// In the order of [`NODE`]; empty: not known.
pub(crate) fn node_values(node: &EntityRef, existence: Option<&TieSpell>) -> Vec<String> {
    let (lat, lon) =
        node.point.map_or_else(Default::default, |point| (point.lat().to_string(), point.lon().to_string()));
    let what = [node.kind.to_string(), node.what.clone(), node.place.clone(), node.country.clone(), lat, lon];
    let days = existence.map_or([None; 4], |spell: &TieSpell| {
        [spell.start_earliest, spell.start_latest, spell.end_earliest, spell.end_latest]
    });
    what.into_iter().chain(days.map(written)).collect()
}

fn written(day: Option<Day>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// In the order of [`of_edges`]; empty: not known.
pub(crate) fn edge_values(edge: &TieEdge) -> Vec<String> {
    match &edge.what {
        TieWhat::Shared { count, newman, jaccard } => [count, newman, jaccard].map(f64::to_string).to_vec(),
        TieWhat::Meeting(meeting) => meeting_values(meeting).to_vec(),
        TieWhat::Link(link) => {
            let first = |of: fn(&TieSpell) -> Option<Day>| link.spells.iter().map(of).min().flatten();
            let claims: Vec<String> = link.claims.iter().map(ToString::to_string).collect();
            vec![
                link.kind.to_string(),
                link.layer.word().to_owned(),
                state(link.standing.state).to_owned(),
                link.attributes.clone(),
                link.period.clone(),
                written(first(|spell| spell.start_earliest)),
                written(first(|spell| spell.start_latest)),
                written(last(&link.spells, |spell| spell.end_earliest)),
                written(last(&link.spells, |spell| spell.end_latest)),
                claims.join(" "),
            ]
        }
    }
}

/// The latest of these days; `None` where one of them is open.
fn last(spells: &[TieSpell], of: fn(&TieSpell) -> Option<Day>) -> Option<Day> {
    let days: Option<Vec<Day>> = spells.iter().map(of).collect();
    days.and_then(|days| days.into_iter().max())
}

pub(crate) fn state(state: TieState) -> &'static str {
    match state {
        TieState::OnRecord => "on-record",
        TieState::Happened => "happened",
        TieState::Suspended => "suspended",
        TieState::Contested => "contested",
        TieState::SourcesDisagree => "sources-disagree",
        TieState::Expired => "expired",
        TieState::PresumedEnded => "presumed-ended",
        TieState::Ended => "ended",
        TieState::NotYet => "not-yet",
        TieState::Denied => "denied",
        TieState::Planned => "planned",
        TieState::OutcomeUnknown => "outcome-unknown",
        TieState::NotPlaced => "not-placed",
    }
}
