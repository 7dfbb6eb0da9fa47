#![doc = include_str!("../README.md")]

mod act;
mod act_counts;
mod actors;
mod acts;
mod acts_and_twins;
mod ask;
mod backbone;
mod backing;
mod before_after;
mod between;
mod bridges;
mod bursts;
mod change;
mod checked;
mod communities;
mod compare;
mod conflicts;
mod connected;
mod counts;
mod coverage;
mod door;
mod duplicates;
mod fact;
pub mod file_args;
mod first;
mod generations;
mod history;
mod indirect;
mod joined;
mod lapsed;
mod layers;
mod lifetime;
mod lineage;
mod map;
mod member_list;
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
mod text;
mod tie_graph;
mod ties;
mod timeline;
mod weight;
mod what_if;
mod with;
mod withdrawal;
mod words;
mod world;
mod worlds;

pub use ask::{Answer, AskError, ask, ask_beside};
pub use comity_graph::cancel;

pub use between::{Between, BetweenArgs, Shared, SharedSide, Step, ThirdParty, between};
pub use compare::{Compare, CompareArgs, CompareWaiting, Compared, Sides, compare};
pub use conflicts::{Conflict, Conflicts, ConflictsArgs, Matter, Nature, Side, conflicts};
pub use coverage::{
    ClaimedAndHeld, Coverage, CoverageArgs, CoverageInShort, NetworkCoverage, coverage, coverage_in_short,
};
pub use door::Door;
pub use duplicates::{Duplicates, DuplicatesArgs, Ground, Moves, Pair, duplicates};
pub use map::{Map, MapArgs, MapPlace, MapTie, map};
pub use members::{CountryRow, Members, MembersArgs, members};
pub use panel::{Panel, PanelArgs, PanelCode, PanelRow, panel};
pub use part::{
    About, At, Bar, Cell, Chart, Claimed, Column, Curve, Dot, EntityRef, Evidence, Figure, IntervalRow,
    LastSeen, Layer, Looked, LookedAt, MatrixCell, Measure, Method, Moment, Picture, Row, Sheet, SourceRef,
    Span, State, Table, Tie, TieGroup, Waiting, grouped, in_figures,
};
pub use profile::{AttributeRow, Profile, ProfileArgs, StatedValue, profile};
pub use question::{Argument, Group, Question, questions};
pub use queue::{
    Asked, BadBand, Band, Facet, FacetValue, Other, OtherEntity, Queue, QueueArgs, alike, queue, stretch,
};
pub use snapshot::Snapshot;
pub use text::render_text;
pub use tie_graph::{
    ProjectionArgs, TieEdge, TieGraph, TieGraphArgs, TieLink, TieSpell, TieWhat, projection, tie_graph,
};
pub use timeline::{Timeline, TimelineArgs, TimelineRow, timeline};
pub use with::{NetworkMet, NetworksShared, Peers, PleaseCheck, Those, With, WithArgs, with};
pub use words::{
    date as date_in_words, mention as mention_in_words, period as period_in_words,
    written as written_in_words,
};
pub use world::{Called, Found, World};
