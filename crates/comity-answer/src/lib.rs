#![doc = include_str!("../README.md")]

mod act;
mod act_counts;
mod actors;
mod acts;
mod acts_and_twins;
mod answer;
mod arguments;
mod ask;
mod backbone;
mod backing;
mod before_after;
mod between;
mod bridges;
mod bursts;
mod catalogue;
mod certain_possible;
mod change;
mod checked;
mod communities;
mod compare;
mod conflict;
mod conflicts;
mod connected;
mod counts;
mod coverage;
mod door;
mod duplicates;
mod fact;
pub mod file_args;
mod first;
mod fold;
mod generations;
mod history;
mod indirect;
mod joined;
mod lapsed;
mod layers;
mod lifetime;
mod lineage;
mod map;
mod members;
mod memberships;
mod offices;
mod panel;
mod part;
mod partners;
mod presence;
mod profile;
mod question;
mod queue;
mod ranking;
mod reciprocity;
mod robustness;
mod sameness;
mod scope;
mod seats;
mod series;
mod snapshot;
mod stage;
mod stage_tables;
mod stated;
mod statement_time;
mod text;
mod tie_graph;
mod timeline;
mod weight;
mod what_if;
mod with;
mod withdrawal;
mod words;
mod world;

pub use answer::{
    Answer, AttributeRow, Between, Compare, CompareWaiting, Compared, Conflicts, CountryRow, Coverage,
    CoverageInShort, Members, NetworkCoverage, NetworkMet, NetworksShared, Peers, PleaseCheck, Profile,
    Shared, SharedSide, StatedValue, Step, ThirdParty, Those, Timeline, TimelineRow, With,
};
pub use arguments::AskError;
pub use ask::{ask, ask_beside};
pub use between::{BetweenArgs, between};
pub use catalogue::questions;
pub use compare::{CompareArgs, Sides, compare};
pub use conflict::{Conflict, Matter, Nature, Side};
pub use conflicts::{ConflictsArgs, conflicts};
pub use coverage::{CoverageArgs, coverage, coverage_in_short};
pub use door::Door;
pub use duplicates::{Duplicates, DuplicatesArgs, Ground, Moves, Pair, duplicates};
pub use map::{Map, MapArgs, MapPlace, MapTie, map};
pub use members::{MembersArgs, members};
pub use panel::{Panel, PanelArgs, PanelCode, PanelRow, panel};
pub use part::{
    About, At, BadAt, Bar, Cell, Chart, Claimed, ClaimedAndHeld, Column, Curve, Dot, EntityRef, Evidence,
    Figure, IntervalRow, LastSeen, Layer, Looked, LookedAt, MatrixCell, Measure, Method, Moment, Picture,
    Row, Sheet, SourceRef, Span, State, Table, Tie, TieGroup, Waiting, grouped, in_figures,
};
pub use profile::{ProfileArgs, profile};
pub use question::{Argument, Group, Question};
pub use queue::{
    Asked, BadBand, Band, Facet, FacetValue, Other, OtherEntity, Queue, QueueArgs, alike, queue, stretch,
};
pub use snapshot::Snapshot;
pub use text::render_text;
pub use tie_graph::{
    ProjectionArgs, TieEdge, TieGraph, TieGraphArgs, TieLink, TieSpell, TieWhat, projection, tie_graph,
};
pub use timeline::{TimelineArgs, timeline};
pub use with::{WithArgs, with};
pub use words::{
    date as date_in_words, mention as mention_in_words, period as period_in_words,
    written as written_in_words,
};
pub use world::{Called, Found, World};
