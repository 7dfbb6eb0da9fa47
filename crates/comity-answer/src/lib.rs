#![doc = include_str!("../README.md")]

mod answer;
mod arguments;
mod ask;
mod cached_snapshot;
mod catalogue;
mod curation;
mod dataset;
mod question;
mod questions;
mod report;
mod snapshot_store;
mod text;

pub use comity_search::{
    FoundBy, LONGEST, NameResolution, PlacePair, Search, SearchHit, SearchResults, Typing,
};
pub use comity_snapshot::claims_on_same_subject;
pub use comity_snapshot::conflict::{Conflict, ConflictKind, ConflictSide, Topic};
pub use comity_snapshot::record::{Basis, Bound, BoundedCount, EvidenceGrade, Rung, TieStanding, TieState};
pub use comity_snapshot::timeslice::Timeslice;
pub use comity_snapshot::wording;
pub use comity_snapshot::{EntityRef, Evidence, LastSeen, Layer, NameMatch, Snapshot, SourceRef};

pub use answer::{
    AgreementInShort, Answer, AttributeRow, Between, Body, Chain, Compare, ComparedTie, Conflicts, Counted,
    CountedFigure, CountryRow, CoverageAnswer, CoverageInShort, EventInShort, EvidenceSpread, FactRow,
    FactValue, Growth, GrowthBasis, GrowthPoint, IfEmpty, LeadsTo, LifeGroup, LifeSort, Members,
    NetworkCoverage, NetworkMet, NetworksShared, Peers, PleaseCheck, Profile, RolledUp, Section, Shared,
    SharedSide, StatedValue, Step, TableName, ThirdParty, Those, TiedPair, Timeline, TimelineRow, With,
    pairs,
};
pub use arguments::{AT, Argument, AskError, KNOWN, MOST_ROWS, Range, USUAL_ROWS, may};
pub use ask::{ask, ask_beside, check, working_examples};
pub use cached_snapshot::CachedSnapshot;
pub use catalogue::questions;
pub use comity_graph::cancel;
pub use curation::duplicates::{Duplicates, DuplicatesArgs, LikenessReason, Moves, Pair, duplicates};
pub use curation::queue::{
    BadBand, Band, Facet, FacetValue, GroupLimits, OtherEnd, OtherEntity, Queue, QueueArgs, QueueGroup,
    QueueItem, alike, queue, queue_groups,
};
pub use dataset::arguments as file_args;
pub use dataset::country_flows::{CountryAbroad, CountryFlow, CountryFlows, country_flows};
pub use dataset::map::{Map, MapArgs, MapPlace, MapScope, MapTie, map};
pub use dataset::map_columns::{MapColumns, MapHead, map_columns};
pub use dataset::panel::{Panel, PanelArgs, PanelCode, PanelRow, panel};
pub use dataset::tie_graph::{
    ProjectionArgs, TieEdge, TieGraph, TieGraphArgs, TieGraphOf, TieLink, TieMeeting, TieSpell, TieWhat,
    projection, tie_graph,
};
pub use dataset::tie_view::{
    TieInView, TieView, TieViewArgs, TieViewCounts, Undated, ViewSubject, tie_view, view_graph,
};

pub use question::{Group, Question};
pub use questions::quality::checked::{
    CheckedArgs, CheckedDocument, VerdictGroup, WeighedPart, WeighedStatement, checked_about,
    checked_document,
};
pub use questions::quality::coverage::coverage_in_short;
pub use questions::who::between::{BetweenArgs, between};
pub use questions::who::members::{MembersArgs, members};
pub use questions::who::profile::{ProfileArgs, profile};
pub use questions::who::timeline::{TimelineArgs, timeline};
pub use questions::who::with::{WithArgs, with};
pub use report::years::{FIRST_YEAR, YEARS_AHEAD, Years};
pub use report::{
    About, AsOf, At, Bar, Cell, Chart, Claimed, ClaimedAndHeld, Column, CoverageReport, Curve, Dot, Figure,
    GrowthDot, Indicator, IntervalRow, LifeLine, Mark, MatrixCell, Method, PairSources, Picture,
    RecordInShort, RegisterInShort, Report, Row, SearchedSource, Span, StateCount, TIE_FILTER, Table, Tie,
    TieChoices, TieFacet, TieFacetBy, TieFacetValue, TieFilter, TieGroup, UndatedBar, Waiting,
    sources_by_pair,
};
pub use snapshot_store::{SnapshotFile, SnapshotFileState, SnapshotStore};
pub use text::{SourceNotes, TerminalOptions, render_terminal, render_text};
