//! Where sources disagree, by nature.

use comity_snapshot::conflict::Conflict;
use comity_snapshot::wording::number;

use crate::answer::Conflicts;
use crate::answer::section::{Body, Section};

impl Conflicts {
    pub(crate) fn sections(&self) -> Vec<Section<'_>> {
        let [contradictions, tensions, readings] = self.left_out();
        vec![
            Section::summary(self.summary.as_str()),
            part("contradictions", "Contradictions", &self.contradictions)
                .noted("one source says what another denies")
                .counted(number(&self.contradictions_total), "/contradictions")
                .cut(contradictions),
            part("tensions", "Tensions", &self.tensions)
                .noted("numbers or dates of about the same time that cannot both be right")
                .counted(number(&self.tensions_total), "/tensions")
                .cut(tensions),
            part("disputed-readings", "Possible copying errors", &self.disputed_readings)
                .noted("statements that someone found to be probably garbled")
                .counted(number(&self.disputed_readings_total), "/disputed_readings")
                .cut(readings),
        ]
    }
}

fn part<'a>(id: &'static str, title: &'static str, rows: &'a [Conflict]) -> Section<'a> {
    Section::new(id, title, Body::Conflicts(rows))
        .or_say("none found")
        .filed("conflicts", "Where sources disagree")
}
