//! The page of an entity.

use super::page::Page;
use super::{conflicts, timeline};
use crate::answer::{AttributeRow, Profile};

pub(super) fn write(page: &mut Page, profile: &Profile) {
    page.line(0, &facts(profile));
    if !profile.tells_apart.is_empty() {
        page.line(0, &profile.tells_apart);
    }
    let names: Vec<&str> = profile.names.iter().take(12).map(|name| name.text.as_str()).collect();
    if !names.is_empty() {
        page.line(0, &format!("also: {}", names.join(" · ")));
    }
    if !profile.attributes.is_empty() {
        page.heading("What sources say of it");
        profile.attributes.iter().for_each(|row| attribute(page, row));
    }
    page.claimed(&profile.claimed);
    profile.ties.iter().for_each(|group| page.group(group));
    if !profile.conflicts.is_empty() {
        page.heading("Where sources disagree");
        profile.conflicts.iter().for_each(|conflict| conflicts::one(page, conflict));
    }
    if !profile.opinions.is_empty() {
        page.heading("Opinions");
        profile.opinions.iter().for_each(|opinion| page.line(1, &super::page::one_line(opinion)));
    }
    if !profile.history.is_empty() {
        page.heading("History");
        profile.history.iter().for_each(|row| timeline::one(page, row));
        page.left_out(profile.history_left_out);
    }
}

fn facts(profile: &Profile) -> String {
    let people = profile.population.map(|people| format!("{people} inhabitants (gazetteer)"));
    let parts = [Some(profile.entity.what.clone()), people, Some(profile.entity.id.to_string())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn attribute(page: &mut Page, row: &AttributeRow) {
    for value in &row.values {
        let unit = if value.unit.is_empty() { String::new() } else { format!(" {}", value.unit) };
        page.line(1, &format!("{}: {}{unit} ({})", row.label, value.value, value.when));
        page.proof(3, &value.evidence);
    }
}
