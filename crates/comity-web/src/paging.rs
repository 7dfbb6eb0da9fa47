//! Long lists, a page at a time, with a cursor that stays right while the list grows.

use comity_answer::{Argument, Range, may};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::address::link;
use crate::error::WebError;

/// What an address says about paging.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Turn {
    #[serde(default)]
    after: String,
    #[serde(default)]
    limit: String,
}

/// A stretch of a list: `next` is the `after` of the following one, if any.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "{T}List")]
pub(crate) struct Stretch<T> {
    pub(crate) items: Vec<T>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) next: Option<String>,
}

const USUAL: u32 = 50;
const MOST: u32 = 500;

pub(crate) const LIMIT: Argument =
    may("limit", Range::Whole { least: 1, most: MOST as u64 }, "items in a stretch; 50 if left out");
pub(crate) const AFTER: Argument =
    may("after", Range::Text { of: "the `next` of the stretch before" }, "where to go on");

impl Turn {
    /// How many items a page holds: 50, or what the address says.
    pub(crate) fn limit(&self) -> u32 {
        self.limit.trim().parse().unwrap_or(USUAL).min(MOST)
    }

    /// The cursor, as the list it belongs to reads it; `None` at the start.
    pub(crate) fn after<T: std::str::FromStr>(&self) -> Result<Option<T>, WebError> {
        let bad = || WebError::Field { field: "after", cause: "expected what `next` said".to_owned() };
        match self.after.as_str() {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| bad()),
        }
    }
}

impl<T> Stretch<T> {
    /// From one item more than fits, so that it is known whether another page follows.
    pub(crate) fn cut(mut items: Vec<T>, limit: u32, cursor: impl Fn(&T) -> String) -> Self {
        let limit = limit as usize;
        let more = items.len() > limit;
        items.truncate(limit);
        let next = if more { items.last().map(cursor) } else { None };
        Self { items, next }
    }
}

/// The address of the stretch that follows.
pub(crate) fn next(here: &str, after: &str) -> String {
    link(here, &[("after", after)])
}

/// `limit` items from place `after` on, where the whole list is at hand; the cursor is a place.
pub(crate) fn cut_at<T>(items: Vec<T>, after: usize, limit: u32) -> Stretch<T> {
    let reached = after.saturating_add(limit as usize);
    let next = (reached < items.len()).then(|| reached.to_string());
    Stretch { items: items.into_iter().skip(after).take(limit as usize).collect(), next }
}
