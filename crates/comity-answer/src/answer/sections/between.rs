//! What ties two, part by part.

use std::borrow::Cow;

use comity_messages::{message, say};
use comity_snapshot::wording::number;

use crate::answer::section::{Body, Section, TableName};
use crate::answer::section_table::shared;
use crate::answer::{Between, Chain};

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
            ways(&self.chains),
        ]
    }
}

const BOTH: TableName = TableName { id: "shared", title: message!("between-what-both-are-in") };

const WAYS: TableName = TableName { id: "way", title: message!("between-way") };

/// The shortest ways from one to the other, or that there is none.
pub(super) fn ways(chains: &[Chain]) -> Section<'_> {
    let steps = chains.first().map_or(0, |chain| chain.steps.len());
    let figure = if steps == 0 { String::new() } else { say!("count-steps", n = steps) };
    Section::new("way", WAYS.title.text(), Body::Chains(chains))
        .counted(figure, "")
        .or_say(message!("between-no-way"))
        .filed(WAYS.id, WAYS.title)
}
