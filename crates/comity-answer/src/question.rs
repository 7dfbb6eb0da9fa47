//! The questions there are, in plain words, with what each wants to be told.

use serde::Serialize;

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;

/// One question of the house; each stands in a file of its own.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Question {
    /// Its name in addresses and on the command line.
    pub id: &'static str,
    pub title: &'static str,
    /// Where a reader looks for it.
    pub group: Group,
    pub help: &'static str,
    /// In the order in which a command line takes them without names.
    pub arguments: &'static [Argument],
    /// A whole command.
    pub example: &'static str,
    #[serde(skip)]
    pub(crate) answer: fn(&CachedSnapshot, &Arguments<'_>) -> Result<Answer, AskError>,
}

/// One thing a question wants to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Argument {
    pub name: &'static str,
    pub help: &'static str,
    pub required: bool,
}

/// Questions that belong together, in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    WhoAndWhen,
    Weight,
    Bursts,
    Connectivity,
    WhatIf,
    Partners,
    Trust,
    Desk,
}

impl Group {
    pub fn title(self) -> &'static str {
        match self {
            Self::WhoAndWhen => "Who and when",
            Self::Weight => "Weight and presence",
            Self::Bursts => "Bursts and acts",
            Self::Connectivity => "Connectivity",
            Self::WhatIf => "What if",
            Self::Partners => "Partners",
            Self::Trust => "Trust in the data",
            Self::Desk => "The desk",
        }
    }
}

pub(crate) const fn need(name: &'static str, help: &'static str) -> Argument {
    Argument { name, help, required: true }
}

pub(crate) const fn may(name: &'static str, help: &'static str) -> Argument {
    Argument { name, help, required: false }
}

pub(crate) const AT: Argument =
    may("at", "the day, month, year or stretch asked about (EDTF); today if left out");
pub(crate) const LIMIT: Argument = may("limit", "at most so many rows a table, up to 5000; 200 if left out");
