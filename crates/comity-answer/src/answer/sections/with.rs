//! All that ties one place to another, part by part.

use std::borrow::Cow;

use comity_snapshot::Layer;
use comity_snapshot::wording::{bounded, number};

use crate::answer::section::{Body, Section, TableName, claimed, rules};
use crate::answer::section_table::shared;
use crate::answer::{NetworksShared, With};
use crate::report::TieGroup;

impl With {
    pub(crate) fn sections(&self) -> Vec<Section<'_>> {
        let about = &self.about;
        let mut sections = vec![
            Section::summary(self.summary.as_str()),
            self.ties(&self.ties, "ties", "/ties").or_not_searched(Layer::Agreements, about),
            Section::new("please-check", "Unconfirmed matches", Body::Check(&self.please_check))
                .counted(number(&self.please_check.len()), "")
                .beside("not counted")
                .filed("please-check", "Unconfirmed matches, not counted"),
            self.ties(&self.ended, "ended", "/ended").counted(number(&self.ended.total), "/ended"),
        ];
        sections.extend(self.in_networks());
        let acts = format!("Resolutions or laws that concern {}", self.object.name);
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
        Section::of_group(id, group, pointer).beside("").of(&self.subject).filed("ties", "Ties")
    }

    fn in_networks(&self) -> [Section<'_>; 2] {
        let NetworksShared { count, looked_at, networks, .. } = self.networks;
        let searched = format!("members of {looked_at} of {networks} networks are on file");
        let met = Section::new("networks", "Networks both sides are in", Body::Networks(self))
            .counted(bounded(count), "/networks")
            .beside(searched)
            .cut(self.networks.left_out)
            .filed("networks", "Networks both sides are in");
        let memberships = &self.networks.memberships;
        let met = if memberships.rows.is_empty() { met.or_say("none found") } else { met };
        let members = Section::of_group("members", memberships, "/networks/memberships");
        [met, members.beside("").naming_both().filed("ties", "Ties")]
    }

    fn nearby(&self) -> Option<Section<'_>> {
        let of = self.peers.of.as_ref()?;
        let title = format!("Others in {} with ties to {}", of.name, self.object.name);
        let rows = self.peers.ties.iter().collect();
        let section = Section::new("peers", title, Body::Pairs(rows));
        let section = section.counted(number(&self.peers.pairs), "/peers").cut(self.peers.left_out);
        Some(section.or_say("none found").filed("around", "Others nearby with ties there"))
    }
}

const EVENTS: TableName = TableName { id: "events", title: "Events both sides attended" };
