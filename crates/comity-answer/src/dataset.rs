//! Whole parts of a state as data: for a map, for a program of networks, for a table of years.

pub mod arguments;
pub(crate) mod country_flows;
pub(crate) mod map;
pub(crate) mod map_columns;
pub(crate) mod meetings;
pub(crate) mod panel;
pub(crate) mod tie_graph;
pub(crate) mod tie_view;
