//! Statements that someone found to be probably garbled, with the reason.

use comity_model::{Certainty, Dispute, Link};

use super::contradiction::{once, statement_entities};
use super::{Conflict, Matter, Nature, Side};
use crate::snapshot::{EntityRef, Evidence, World};
use crate::words;

pub(super) fn readings(world: &World) -> Vec<Conflict> {
    world.disputes().iter().filter_map(|dispute| reading(world, dispute)).collect()
}

fn reading(world: &World, dispute: &Dispute) -> Option<Conflict> {
    let statement = world.statements().iter().find(|statement| statement.id == dispute.claim);
    let (what, entities, evidence): (String, Vec<EntityRef>, Vec<Evidence>) =
        if let Some(statement) = statement {
            let proof = vec![world.prove_statement(statement)];
            (words::statement(&statement.claim), statement_entities(world, statement), proof)
        } else {
            of_links(world, dispute)?
        };
    let says = format!("{} ({})", dispute.why, dispute.by);
    Some(Conflict {
        nature: Nature::DisputedReading,
        matter: Matter::Reading,
        sides: vec![Side::new(what.clone(), evidence), Side::new(says, Vec::new())],
        what,
        certainty: Certainty::Possible,
        entities,
        parameter: String::new(),
    })
}

fn of_links(world: &World, dispute: &Dispute) -> Option<(String, Vec<EntityRef>, Vec<Evidence>)> {
    let links: Vec<_> = world.all_links().filter(|(link, _, _)| link.claim == dispute.claim).collect();
    let (first, subject, object): (&Link, _, _) = links.first().copied()?;
    let what = format!("{} {} {}", world.name(subject), words::link_phrase(first, true), world.name(object));
    let mut entities: Vec<EntityRef> =
        links.iter().flat_map(|(_, subject, object)| [world.refer(*subject), world.refer(*object)]).collect();
    once(&mut entities);
    Some((what, entities, vec![world.prove(first)]))
}
