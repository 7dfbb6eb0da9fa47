//! All that ties one place to another, part by part.

use std::borrow::Cow;

use comity_messages::{message, say};
use comity_snapshot::Layer;
use comity_snapshot::wording::{bounded, number};

use super::between::ways;
use crate::answer::section::{Body, IfEmpty, Section, TableName, claimed, rules};
use crate::answer::section_table::shared;
use crate::answer::{NetworksShared, With};
use crate::report::{Cell, Chart, Dot, Picture, TieGroup, as_number};

impl With {
    pub(crate) fn sections(&self) -> Vec<Section<'_>> {
        let about = &self.about;
        let mut sections = vec![
            Section::summary(self.summary.as_str()),
            self.ties(&self.ties, "ties", "/ties").or_not_searched(Layer::Agreements, about),
            self.by_place(),
            Section::new("please-check", say!("with-unconfirmed"), Body::Check(&self.please_check))
                .counted(number(&self.please_check.len()), "")
                .beside(say!("with-not-counted"))
                .filed("please-check", message!("with-unconfirmed-file")),
        ];
        let ended = self.ties(&self.ended, "ended", "/ended").counted(number(&self.ended.total), "/ended");
        // Eleven that ended are not looked for below a hundred that did not.
        let place = if self.ended.total < self.ties.total { 1 } else { sections.len() };
        sections.insert(place, ended);
        sections.extend(self.chains.as_deref().map(ways));
        sections.extend(self.in_networks());
        let acts = say!("with-acts-about", name = self.object.name.as_str());
        sections.extend([
            Section::of_table(Cow::Owned(shared(EVENTS, &self.events)), "/events")
                .counted(number(&self.events_total), "/events")
                .cut(self.events_left_out)
                .or_not_searched(Layer::Events, about),
            self.ties(&self.offices, "offices", "/offices").or_not_searched(Layer::Offices, about),
            self.ties(&self.acts, "acts", "/acts").titled(acts).or_not_searched(Layer::Acts, about),
            rules(&self.rules, about),
            self.ties(&self.others, "others", "/others"),
        ]);
        sections.extend(self.nearby());
        sections.push(claimed(&self.claimed));
        sections
    }

    fn ties<'a>(&'a self, group: &'a TieGroup, id: &'static str, pointer: &'static str) -> Section<'a> {
        Section::of_group(id, group, pointer)
            .beside("")
            .of(&self.subject)
            .filed("ties", message!("ties-file"))
    }

    fn by_place(&self) -> Section<'_> {
        let names =
            say!("with-places-of", one = self.subject.name.as_str(), other = self.object.name.as_str());
        let all = self.places.rows.len() as u64 + self.places.left_out;
        let rows = self.places.rows.iter().take(BARS);
        let bars: Vec<Dot> = rows
            .filter_map(|row| match row.cells.as_slice() {
                [Cell::Entity(place), Cell::Count(n)] => Some(Dot::plain(place.name.clone(), as_number(*n))),
                _ => None,
            })
            .collect();
        let chart = Chart {
            id: "places",
            title: names.clone(),
            caption: say!("with-places-caption", shown = bars.len(), all = all),
            table: "places",
            picture: Picture::Bars { rows: bars, unit: say!("with-places-unit") },
        };
        let charts = (!self.places.rows.is_empty()).then_some(Cow::Owned(chart));
        let section =
            Section::of_table(Cow::Borrowed(&self.places), "/places/rows").titled(names).drawn(charts).twin();
        Section { if_empty: IfEmpty::LeaveOut, ..section }
    }

    fn in_networks(&self) -> [Section<'_>; 2] {
        let NetworksShared { count, looked_at, networks, .. } = self.networks;
        let searched = say!("with-networks-searched", held = looked_at, all = networks);
        let met = Section::new("networks", say!("with-networks-shared"), Body::Networks(self))
            .counted(bounded(count), "/networks")
            .beside(searched)
            .cut(self.networks.left_out)
            .filed("networks", message!("with-networks-shared"));
        let memberships = &self.networks.memberships;
        let met = if memberships.rows.is_empty() { met.or_say(message!("none-found")) } else { met };
        let members = Section::of_group("members", memberships, "/networks/memberships");
        [met, members.beside("").naming_both().filed("ties", message!("ties-file"))]
    }

    fn nearby(&self) -> Option<Section<'_>> {
        let of = self.peers.of.as_ref()?;
        let (place, object) = (of.name.as_str(), self.object.name.as_str());
        let title = say!("with-nearby", place = place, object = object);
        let rows = self.peers.ties.iter().collect();
        let section = Section::new("peers", title, Body::Pairs(rows));
        let section = section.counted(number(&self.peers.pairs), "/peers").cut(self.peers.left_out);
        Some(section.or_say(message!("none-found")).filed("around", message!("with-nearby-file")))
    }
}

/// More could not be read in one picture.
const BARS: usize = 15;

const EVENTS: TableName = TableName { id: "events", title: message!("with-events") };
