//! The page of an entity, part by part.

use comity_snapshot::wording::number;

use super::timeline::happened;
use crate::answer::section::{Body, FactRow, FactValue, LeadsTo, Section, claimed};
use crate::answer::{AttributeRow, Profile, StatedValue};

impl Profile {
    pub(crate) fn sections(&self) -> Vec<Section<'_>> {
        let mut sections = vec![
            Section::summary(self.tells_apart.as_str()),
            Section::new("facts", "", Body::Facts(self.facts())),
        ];
        for (place, group) in self.ties.iter().enumerate() {
            let section = Section::of_group(format!("ties-{place}"), group, format!("/ties/{place}"));
            sections.push(section.filed("ties", "Ties"));
        }
        sections.extend([
            self.none_on_file(),
            claimed(&self.claimed),
            Section::new("conflicts", "Where sources disagree", Body::Conflicts(&self.conflicts))
                .counted(self.conflicts.len().to_string(), "/conflicts"),
            Section::new("opinions", "Opinions", Body::Opinions(&self.opinions))
                .counted(self.opinions.len().to_string(), "/opinions"),
            happened("history", &self.history)
                .titled("What happened when")
                .cut(self.history_left_out)
                .folded(),
        ]);
        sections
    }

    fn none_on_file(&self) -> Section<'static> {
        let none = "No tie is on file. That does not mean that there is none: see what was looked at, below.";
        Section::warning("none", if self.ties.is_empty() { none } else { "" }).filed("ties", "Ties")
    }

    fn facts(&self) -> Vec<FactRow<'_>> {
        let within = self.within.iter().map(|place| FactValue::new(place.full(), LeadsTo::Entity(&place.id)));
        let names = self.names.iter();
        let names = names.map(|name| FactValue::new(name.text.as_str(), LeadsTo::Language(&name.lang)));
        let mut rows = vec![
            FactRow::new("what", vec![FactValue::new(self.entity.what.as_str(), LeadsTo::Nothing)]),
            FactRow::new("in", within.collect()),
            FactRow::new("also called", names.collect()),
        ];
        rows.extend(self.attributes.iter().map(AttributeRow::fact));
        let id = &self.entity.id;
        if let Some(people) = self.population {
            let page = id.as_geonames().map(|number| format!("https://www.geonames.org/{number}"));
            let page = page.map_or(LeadsTo::Nothing, LeadsTo::Address);
            let people =
                FactValue::new(number(&people), page).detail("the gazetteer's; to tell namesakes apart");
            rows.push(FactRow::new("inhabitants", vec![people]));
        }
        if !self.wikidata.is_empty() {
            let page = LeadsTo::Address(format!("https://www.wikidata.org/wiki/{}", self.wikidata));
            rows.push(FactRow::new("Wikidata", vec![FactValue::new(self.wikidata.as_str(), page)]));
        }
        rows.push(FactRow::new("number", vec![FactValue::new(id.to_string(), LeadsTo::Nothing)]));
        rows.retain(|row| !row.values.is_empty());
        rows
    }
}

impl AttributeRow {
    fn fact(&self) -> FactRow<'_> {
        let values = self.values.iter().map(StatedValue::fact).collect();
        FactRow::new(self.label.as_str(), values)
    }
}

impl StatedValue {
    fn fact(&self) -> FactValue<'_> {
        let text = format!("{} {}", self.value, self.unit).trim_end().to_owned();
        FactValue::new(text, LeadsTo::Claims(&self.evidence)).detail(self.when.as_str())
    }
}
