//! The page of an entity, part by part.

use std::borrow::Cow;

use comity_messages::{message, say};
use comity_model::{EntityAttribute, EntityKind, FuzzyDate, Period};
use comity_snapshot::Layer;
use comity_snapshot::wording::{date, number, period, stated};

use super::members::by_country;
use super::timeline::happened;
use crate::answer::section::{Body, FactRow, FactValue, LeadsTo, Section, claimed, rules};
use crate::answer::{AttributeRow, Growth, LifeGroup, Profile, RolledUp, StatedValue};
use crate::report::TieGroup;

impl Profile {
    /// A network opens with how it grew and who is in it; all others with the facts.
    pub(crate) fn sections(&self) -> Vec<Section<'_>> {
        let mut sections = vec![
            Section::summary(self.summary.as_str()),
            Section::summary(self.tells_apart.as_str()).named("tells-apart"),
        ];
        sections.extend(self.growth.as_ref().map(Growth::section));
        let lives = self.lives.iter().map(LifeGroup::section);
        let facts = Section::new("facts", "", Body::Facts(self.facts()));
        if self.entity.kind == EntityKind::Network {
            sections.extend(lives.chain(self.ties()));
            sections.push(by_country(&self.countries, self.entity.name.as_str()).twin());
            sections.push(facts.titled(say!("facts-title")));
        } else {
            sections.extend([facts].into_iter().chain(lives));
            sections.extend(self.rolled_up.iter().flat_map(RolledUp::sections));
            sections.extend(self.ties());
        }
        sections.extend(self.rules.as_ref().map(|table| rules(table, &self.about)));
        sections.extend([
            claimed(&self.claimed),
            Section::new("conflicts", say!("conflicts-title"), Body::Conflicts(&self.conflicts))
                .counted(number(&self.conflicts.len()), "/conflicts"),
            Section::new("opinions", say!("profile-opinions"), Body::Opinions(&self.opinions))
                .counted(number(&self.opinions.len()), "/opinions"),
            happened("history", &self.history)
                .titled(say!("happened-title"))
                .cut(self.history_left_out)
                .folded(),
        ]);
        sections
    }

    /// By kind, and that there is none.
    fn ties(&self) -> impl Iterator<Item = Section<'_>> {
        let own = self.ties.iter().enumerate().map(|(place, group)| self.own(place, group));
        own.chain([self.none_on_file()])
    }

    /// Ties of its own, beside those of the places within it.
    fn own<'a>(&'a self, place: usize, group: &'a TieGroup) -> Section<'a> {
        let section = Section::of_group(format!("ties-{place}"), group, format!("/ties/{place}"));
        let section = section.filed("ties", message!("ties-file"));
        let section = if self.is_of_itself(group) { section.counted("", "").beside("") } else { section };
        let section = match &self.rolled_up {
            Some(_) => section.titled(say!(
                "profile-own-ties",
                name = self.entity.name.as_str(),
                kind = group.title.to_lowercase()
            )),
            None => section,
        };
        let is_of_declarations = group.layer == Layer::Agreements
            && self.co_signers > 0
            && !group.rows.is_empty()
            && group.rows.iter().all(|tie| tie.via.is_none());
        if is_of_declarations { section.beside(self.co_signed()) } else { section }
    }

    /// Whose an act or an office is makes no number of acts or offices.
    fn is_of_itself(&self, group: &TieGroup) -> bool {
        let pair = (self.entity.kind, group.layer);
        matches!(pair, (EntityKind::Act, Layer::Acts) | (EntityKind::Office, Layer::Offices))
    }

    /// "45 co-signatures by 30 others".
    fn co_signed(&self) -> String {
        say!("profile-co-signed", n = self.co_signatures, others = self.co_signers)
    }

    fn none_on_file(&self) -> Section<'_> {
        let none = match (self.ties.is_empty(), &self.rolled_up) {
            (false, _) => String::new(),
            (true, Some(_)) => say!("profile-no-own-tie", name = self.entity.name.as_str()),
            (true, None) => say!("profile-no-tie"),
        };
        Section::warning("none", none).filed("ties", message!("ties-file"))
    }

    fn facts(&self) -> Vec<FactRow<'_>> {
        let within = self.within.iter().map(|place| FactValue::new(place.full(), LeadsTo::Entity(&place.id)));
        let names = self.names.iter();
        let names = names.map(|name| FactValue::new(name.text.as_str(), LeadsTo::Language(&name.lang)));
        let mut rows = vec![
            FactRow::new(
                say!("fact-what"),
                vec![FactValue::new(self.entity.what.as_str(), LeadsTo::Nothing)],
            ),
            FactRow::new(say!("fact-in"), within.collect()),
            FactRow::new(say!("fact-also-called"), names.collect()),
        ];
        rows.extend(self.attributes.iter().map(AttributeRow::fact));
        let id = &self.entity.id;
        if let Some(people) = self.population {
            let page = id.as_geonames().map(|number| format!("https://www.geonames.org/{number}"));
            let page = page.map_or(LeadsTo::Nothing, LeadsTo::Address);
            let people = FactValue::new(number(&people), page).detail(say!("fact-geonames"));
            rows.push(FactRow::new(say!("fact-population"), vec![people]));
        }
        if !self.wikidata.is_empty() {
            let page = LeadsTo::Address(format!("https://www.wikidata.org/wiki/{}", self.wikidata));
            rows.push(FactRow::new(
                say!("fact-wikidata"),
                vec![FactValue::new(self.wikidata.as_str(), page)],
            ));
        }
        rows.push(FactRow::new(say!("fact-id"), vec![FactValue::new(id.to_string(), LeadsTo::Nothing)]));
        rows.retain(|row| !row.values.is_empty());
        rows
    }
}

impl RolledUp {
    fn sections(&self) -> [Section<'_>; 2] {
        let is_none = self.domestic == 0;
        let domestic = if is_none { String::new() } else { say!("rolled-up-domestic", n = self.domestic) };
        [
            Section::of_table(Cow::Borrowed(&self.by_country), "/rolled_up/by_country/rows").noted(domestic),
            Section::of_table(Cow::Borrowed(&self.most_tied), "/rolled_up/most_tied/rows"),
        ]
    }
}

impl AttributeRow {
    fn fact(&self) -> FactRow<'_> {
        let values = self.values.iter().map(|value| value.fact(self.attribute)).collect();
        FactRow::new(self.label.as_str(), values)
    }
}

impl StatedValue {
    /// A day in words, with how many say so; another value with the time that it is of.
    fn fact(&self, attribute: EntityAttribute) -> FactValue<'_> {
        let leads_to = LeadsTo::Claims(&self.evidence);
        match self.day(attribute) {
            Some(day) if self.evidence.len() > 1 => {
                FactValue::new(day, leads_to).detail(say!("count-sources", n = self.evidence.len()))
            }
            Some(day) => FactValue::new(day, leads_to),
            None => FactValue::new(stated(&self.value, &self.unit), leads_to).detail(self.when.as_str()),
        }
    }

    /// `None` of what is no day on which it began, ended or took place.
    fn day(&self, attribute: EntityAttribute) -> Option<String> {
        let is_day = matches!(
            attribute,
            EntityAttribute::Founded | EntityAttribute::Dissolved | EntityAttribute::Date
        );
        let one_day = || self.value.parse().ok().map(|day: FuzzyDate| date(&day));
        let several = || self.value.parse().ok().map(|days: Period| period(&days));
        if is_day { one_day().or_else(several) } else { None }
    }
}
