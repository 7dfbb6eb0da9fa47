//! The questions there are, in plain words, with what each wants to be told.

use comity_messages::{Message, message};
use schemars::JsonSchema;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError, Form};
use crate::cached_snapshot::CachedSnapshot;

pub(crate) use crate::arguments::{AT, Argument, LIMIT, Range, may, need, rows};

/// One question of the house; each stands in a file of its own.
#[derive(Debug, Clone, Copy, JsonSchema)]
pub struct Question {
    /// Its name in addresses and on the command line.
    pub id: &'static str,
    #[schemars(with = "String")]
    pub title: Message,
    /// Where a reader looks for it.
    pub group: Group,
    #[schemars(with = "String")]
    pub help: Message,
    /// In the order in which a command line takes them without names.
    pub arguments: &'static [Argument],
    /// What to tell it for example, by the names of its arguments.
    #[schemars(with = "String", description = "A whole command.")]
    pub example: &'static [(&'static str, &'static str)],
    #[schemars(skip)]
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
}

impl Group {
    pub fn title(self) -> Message {
        match self {
            Self::WhoAndWhen => message!("group-who"),
            Self::Weight => message!("group-weight"),
            Self::Bursts => message!("group-bursts"),
            Self::Connectivity => message!("group-connectivity"),
            Self::WhatIf => message!("group-what-if"),
            Self::Partners => message!("group-partners"),
            Self::Trust => message!("group-trust"),
        }
    }
}

impl Question {
    /// The example as a whole command.
    pub fn command(&self) -> String {
        self.form().command()
    }

    pub(crate) fn form(&self) -> Form {
        Form { id: self.id, takes: self.arguments, example: self.example }
    }
}

impl Serialize for Question {
    /// With its example as the command that asks it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Question", 6)?;
        fields.serialize_field("id", self.id)?;
        fields.serialize_field("title", &self.title.text())?;
        fields.serialize_field("group", &self.group)?;
        fields.serialize_field("help", &self.help.text())?;
        fields.serialize_field("arguments", self.arguments)?;
        fields.serialize_field("example", &self.command())?;
        fields.end()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use comity_model::Day;

    #[test]
    fn every_example_can_be_asked() {
        let today = Day::from_ymd(2026, 11, 29);
        for question in crate::questions() {
            let given =
                question.example.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            let given: BTreeMap<String, String> = given.collect();
            assert_eq!(crate::check(today, question.id, &given), Ok(()), "{}", question.command());
        }
    }

    #[test]
    fn an_example_is_a_command() {
        let command = |id| crate::questions().iter().find(|question| question.id == id).unwrap().command();
        assert_eq!(command("with"), "comity ask with rochester-new-york japan");
        assert_eq!(command("series"), "comity ask series united-states \"c40 summit\"");
        assert_eq!(command("history"), "comity ask history \"#100\" --entity c40");
    }
}
