//! The answer to any question, as plain data: eight shapes of their own, and the sheet that all others share.

mod between;
mod compare;
mod conflicts;
mod coverage;
mod growth;
mod members;
mod profile;
mod rolled_up;
mod section;
mod section_table;
mod sections;
mod timeline;
mod with;

use std::borrow::Cow;

use schemars::{Schema, SchemaGenerator};
use serde::Serialize;

use crate::report::{About, Chart, Report, Table};

pub use between::{Between, Chain, Shared, SharedSide, Step, ThirdParty};
pub use compare::{Compare, ComparedTie};
pub use conflicts::Conflicts;
pub use coverage::{Counted, CountedFigure, CoverageAnswer, CoverageInShort, NetworkCoverage};
pub use growth::{Growth, GrowthBasis, GrowthPoint, LifeGroup, LifeSort};
pub use members::{CountryRow, Members};
pub use profile::{AgreementInShort, AttributeRow, EventInShort, EvidenceSpread, Profile, StatedValue};
pub use rolled_up::RolledUp;
pub use section::{Body, FactRow, FactValue, IfEmpty, LeadsTo, Section, TableName, TiedPair, pairs};
pub use timeline::{Timeline, TimelineRow};
pub use with::{NetworkMet, NetworksShared, Peers, PleaseCheck, Those, With};

/// An answer to any question; its JSON carries the question's name as `question`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[expect(clippy::large_enum_variant, reason = "one answer at a time is alive; a box would only hide it")]
pub enum Answer {
    Profile(Profile),
    Members(Members),
    Between(Between),
    With(With),
    Compare(Compare),
    Timeline(Timeline),
    Conflicts(Conflicts),
    Coverage(CoverageAnswer),
    /// Every other question: figures, tables and pictures.
    Report(Report),
}

impl From<Report> for Answer {
    fn from(report: Report) -> Self {
        Self::Report(report)
    }
}

impl Answer {
    /// What the JSON of every answer to a question looks like; the rest of the questions share the sheet.
    pub fn schema_for(question: &str, generator: &mut SchemaGenerator) -> Schema {
        match question {
            "profile" => generator.subschema_for::<Profile>(),
            "members" => generator.subschema_for::<Members>(),
            "between" => generator.subschema_for::<Between>(),
            "with" => generator.subschema_for::<With>(),
            "compare" => generator.subschema_for::<Compare>(),
            "timeline" => generator.subschema_for::<Timeline>(),
            "conflicts" => generator.subschema_for::<Conflicts>(),
            "coverage" => generator.subschema_for::<CoverageAnswer>(),
            _ => generator.subschema_for::<Report>(),
        }
    }

    /// What stands around it, whatever the question.
    pub fn about(&self) -> &About {
        match self {
            Self::Profile(answer) => &answer.about,
            Self::Members(answer) => &answer.about,
            Self::Between(answer) => &answer.about,
            Self::With(answer) => &answer.about,
            Self::Compare(answer) => &answer.about,
            Self::Timeline(answer) => &answer.about,
            Self::Conflicts(answer) => &answer.about,
            Self::Coverage(answer) => &answer.about,
            Self::Report(answer) => &answer.about,
        }
    }

    /// The answer in a sentence or two: the same on a page, in text and in JSON.
    pub fn summary(&self) -> &str {
        match self {
            Self::Profile(answer) => &answer.summary,
            Self::Members(answer) => &answer.summary,
            Self::Between(answer) => &answer.summary,
            Self::With(answer) => &answer.summary,
            Self::Compare(answer) => &answer.summary,
            Self::Timeline(answer) => &answer.summary,
            Self::Conflicts(answer) => &answer.summary,
            Self::Coverage(answer) => &answer.summary,
            Self::Report(answer) => &answer.summary,
        }
    }

    /// Its parts, in the order in which a reader wants them.
    pub fn sections(&self) -> Vec<Section<'_>> {
        match self {
            Self::Profile(answer) => answer.sections(),
            Self::Members(answer) => answer.sections(),
            Self::Between(answer) => answer.sections(),
            Self::With(answer) => answer.sections(),
            Self::Compare(answer) => answer.sections(),
            Self::Timeline(answer) => answer.sections(),
            Self::Conflicts(answer) => answer.sections(),
            Self::Coverage(answer) => answer.sections(),
            Self::Report(answer) => answer.sections(),
        }
    }

    /// Its tables, for who wants rows rather than a page.
    pub fn tables(&self) -> Vec<Table> {
        section_table::tables(&self.sections())
    }

    /// Its pictures; each shows the values of one of the tables.
    pub fn charts(&self) -> Vec<Chart> {
        self.sections().into_iter().flat_map(|section| section.charts).map(Cow::into_owned).collect()
    }
}
