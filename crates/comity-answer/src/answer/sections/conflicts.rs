//! Where sources disagree, by nature.

use comity_messages::{message, say};
use comity_snapshot::conflict::Conflict;
use comity_snapshot::wording::number;

use crate::answer::Conflicts;
use crate::answer::section::{Body, Section};

impl Conflicts {
    pub(crate) fn sections(&self) -> Vec<Section<'_>> {
        let [contradictions, tensions, readings] = self.left_out();
        vec![
            Section::summary(self.summary.as_str()),
            part("contradictions", say!("conflicts-contradictions"), &self.contradictions)
                .noted(say!("conflicts-contradictions-note"))
                .counted(number(&self.contradictions_total), "/contradictions")
                .cut(contradictions),
            part("tensions", say!("conflicts-tensions"), &self.tensions)
                .noted(say!("conflicts-tensions-note"))
                .counted(number(&self.tensions_total), "/tensions")
                .cut(tensions),
            part("disputed-readings", say!("conflicts-copying-errors"), &self.disputed_readings)
                .noted(say!("conflicts-copying-errors-note"))
                .counted(number(&self.disputed_readings_total), "/disputed_readings")
                .cut(readings),
        ]
    }
}

fn part<'a>(id: &'static str, title: String, rows: &'a [Conflict]) -> Section<'a> {
    Section::new(id, title, Body::Conflicts(rows))
        .or_say(message!("none-found"))
        .filed("conflicts", message!("conflicts-title"))
}
