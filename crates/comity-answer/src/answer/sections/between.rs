//! What ties two, part by part.

use std::borrow::Cow;

use comity_messages::{Message, message, say};
use comity_snapshot::wording::number;

use crate::answer::section::{Body, Section, TableName};
use crate::answer::section_table::shared;
use crate::answer::{Between, Step};

impl Between {
    pub(crate) fn sections(&self) -> Vec<Section<'_>> {
        let third = self.third_parties.iter().flat_map(|party| [&party.with_a, &party.with_b]);
        vec![
            Section::summary(self.summary.as_str()),
            Section::of_group("direct", &self.direct, "/direct")
                .or_say(message!("none-found"))
                .filed("direct", message!("between-direct-ties")),
            Section::of_table(Cow::Owned(shared(BOTH, &self.shared)), "/shared")
                .counted(number(&self.shared_total), "/shared")
                .cut(self.shared_left_out),
            Section::new("third", say!("between-tied-to-both"), Body::Pairs(third.collect()))
                .counted(number(&self.third_parties_total), "/third_parties")
                .cut(2 * self.third_parties_left_out)
                .or_say(message!("none-found"))
                .filed("third", message!("between-tied-to-both")),
            Section::new("strength", say!("between-strength"), Body::Indicators(&self.strength))
                .counted("", "/strength")
                .filed("strength", message!("between-strength")),
            way(&self.path),
        ]
    }
}

const BOTH: TableName = TableName { id: "shared", title: message!("between-what-both-are-in") };

const WAY: Message = message!("between-way");

fn way(steps: &[Step]) -> Section<'_> {
    let figure = if steps.is_empty() { String::new() } else { say!("count-steps", n = steps.len()) };
    Section::new("way", WAY.text(), Body::Path { steps, over: message!("between-way-over") })
        .counted(figure, "")
        .or_say(message!("between-no-way"))
        .filed("way", WAY)
}
