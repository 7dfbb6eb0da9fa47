//! What ties two, part by part.

use std::borrow::Cow;

use comity_snapshot::wording::{many, number};

use crate::answer::section::{Body, Section, TableName};
use crate::answer::section_table::shared;
use crate::answer::{Between, Step};

impl Between {
    pub(crate) fn sections(&self) -> Vec<Section<'_>> {
        let third = self.third_parties.iter().flat_map(|party| [&party.with_a, &party.with_b]);
        vec![
            Section::summary(self.summary.as_str()),
            Section::of_group("direct", &self.direct, "/direct")
                .or_say("none found")
                .filed("direct", "Direct ties"),
            Section::of_table(Cow::Owned(shared(BOTH, &self.shared)), "/shared")
                .counted(number(&self.shared_total), "/shared")
                .cut(self.shared_left_out),
            Section::new("third", "Tied to both", Body::Pairs(third.collect()))
                .counted(number(&self.third_parties_total), "/third_parties")
                .cut(2 * self.third_parties_left_out)
                .or_say("none found")
                .filed("third", "Tied to both"),
            Section::new("strength", "How strong it is", Body::Indicators(&self.strength))
                .counted("", "/strength")
                .filed("strength", "How strong it is"),
            way("way", "Shortest way from one to the other", "what is on record", &self.path),
        ]
    }
}

const BOTH: TableName = TableName { id: "shared", title: "What both are in" };

fn way<'a>(id: &str, title: &'static str, over: &'static str, steps: &'a [Step]) -> Section<'a> {
    let figure = if steps.is_empty() { String::new() } else { many(steps.len() as u64, "step") };
    Section::new(id, title, Body::Path { steps, over })
        .counted(figure, "")
        .or_say("no way over what is on file")
        .filed("way", "Shortest way from one to the other")
}
