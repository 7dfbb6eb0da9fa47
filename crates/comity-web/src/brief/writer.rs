//! The lines of a brief: a tie, several of a kind, rows of a table; each with the numbers of its sources.

use std::collections::BTreeMap;

use comity_answer::{Cell, EntityRef, Layer, Row, Snapshot, Table, Tie, TieGroup, TieState};
use comity_messages::say;
use comity_model::EntityId;

use super::part::{BriefLine, BriefPart};
use super::sources::NumberedSources;
use crate::words;

/// A brief while it is written.
pub(super) struct BriefWriter<'a> {
    pub(super) snapshot: &'a Snapshot,
    /// Whose brief it is: it need not be named in each line.
    pub(super) side: &'a EntityRef,
    /// What is known of an agreement in a sentence or two, where there is room for that.
    pub(super) told: BTreeMap<EntityId, String>,
    pub(super) sources: NumberedSources,
}

/// The page of an entity.
pub(super) fn page_of(one: &EntityRef) -> String {
    format!("/entities/{}", one.id)
}

impl BriefWriter<'_> {
    /// The first of a group as the lines of a part.
    pub(super) fn group(&mut self, part: BriefPart, group: &TieGroup, most: usize) -> BriefPart {
        let lines = group.rows.iter().take(most).map(|tie| self.tie(tie)).collect();
        part.lines(lines, group.total)
    }

    /// With whom or what, since when, how well it is proved, how it stands.
    pub(super) fn tie(&mut self, tie: &Tie) -> BriefLine {
        let told = tie.via.as_ref().and_then(|via| self.told.get(&via.id));
        // An office or an act is a side's own: it ties nobody to it as an agreement does.
        let is_own = matches!(tie.layer, Layer::Offices | Layer::Acts);
        let says = match told {
            Some(told) => say!("brief-told", kind = words::capitalised(&tie.kind), told = told.as_str()),
            None if is_own => own_in_short(tie),
            None => in_short(tie),
        };
        BriefLine {
            name: if is_own { tie.other.name.clone() } else { self.name(tie) },
            href: page_of(&tie.other),
            says,
            claims: words::claims(tie),
            sources: self.sources.of(&tie.evidence),
        }
    }

    /// "Hamamatsu, Shizuoka, Japan (population 791,707)"; of a place within the side, both: "Buffalo – Kanazawa".
    fn name(&self, tie: &Tie) -> String {
        if tie.near.id != self.side.id {
            return format!("{} – {}", tie.near.name, tie.other.name);
        }
        let people = self.snapshot.entity_by_id(&tie.other.id).and_then(|place| place.population);
        match people {
            Some(people) => say!("brief-place", name = tie.other.full(), n = people),
            None => tie.other.full(),
        }
    }

    /// Names alone, one after the other, each leading to its claims.
    pub(super) fn names(&mut self, part: BriefPart, group: &TieGroup, most: usize) -> BriefPart {
        let lines = group.rows.iter().take(most).map(|tie| self.named(tie)).collect();
        part.lines(lines, group.total).run_on()
    }

    fn named(&mut self, tie: &Tie) -> BriefLine {
        BriefLine {
            name: tie.other.name.clone(),
            href: page_of(&tie.other),
            says: match tie.record.standing.state {
                TieState::OnRecord => words::evidence(&tie.record.evidence),
                _ => words::tie_state(tie),
            },
            claims: words::claims(tie),
            sources: self.sources.of(&tie.evidence),
        }
    }

    /// Rules over a place: the act, what it is, by whom, about whom.
    pub(super) fn rules(&mut self, part: BriefPart, rules: &Table, most: usize) -> BriefPart {
        let lines = rules.rows.iter().take(most).map(|row| self.rule(row)).collect();
        part.lines(lines, rules.rows.len() as u64 + rules.left_out)
    }

    fn rule(&mut self, row: &Row) -> BriefLine {
        let cell = |place: usize| row.cells.get(place).map(ToString::to_string).unwrap_or_default();
        let (name, href) = match row.cells.first() {
            Some(Cell::Entity(act)) => (act.name.clone(), page_of(act)),
            _ => (cell(0), String::new()),
        };
        BriefLine {
            name,
            href,
            says: match cell(3) {
                about if about.is_empty() => say!("brief-rule", what = cell(1), by = cell(2)),
                about => say!("brief-rule-about", what = cell(1), by = cell(2), about = about),
            },
            claims: words::proofs(&row.evidence),
            sources: self.sources.of(&row.evidence),
        }
    }
}

/// "of Florida, since 1987; 1 source; last reported 2014".
fn own_in_short(tie: &Tie) -> String {
    say!(
        "brief-own-thing",
        who = tie.near.name.as_str(),
        since = tie.since.as_str(),
        evidence = words::evidence(&tie.record.evidence),
        stands = stands(tie)
    )
}

/// "sister city, since 1996; a side says so, 1 source; last reported 6 July 2016".
fn in_short(tie: &Tie) -> String {
    say!(
        "brief-tie",
        kind = tie.kind.as_str(),
        since = tie.since.as_str(),
        evidence = words::evidence(&tie.record.evidence),
        stands = stands(tie)
    )
}

/// What is on record by its last report, all else by its state.
fn stands(tie: &Tie) -> String {
    match (&tie.last_seen, tie.record.standing.state) {
        (Some(seen), TieState::OnRecord) => say!("brief-reported", when = seen.words.as_str()),
        (None, TieState::OnRecord) => say!("brief-undated"),
        _ => words::tie_state(tie),
    }
}
