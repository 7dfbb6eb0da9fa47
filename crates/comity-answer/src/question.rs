//! The questions there are, in plain words, with what each wants to be told.

use schemars::JsonSchema;
use serde::Serialize;

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError, Form};
use crate::cached_snapshot::CachedSnapshot;

pub(crate) use crate::arguments::{AT, Argument, LIMIT, Range, may, need, rows};

/// One question of the house; each stands in a file of its own.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
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

/// Questions that belong together, in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
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

impl Question {
    pub(crate) fn form(&self) -> Form {
        Form { id: self.id, takes: self.arguments, example: self.example }
    }
}
