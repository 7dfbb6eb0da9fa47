//! The program killed at some moment of everything that writes: nothing that was answered may be lost, and the
//! register must be sound.

mod deeds;
mod scene;

use anyhow::{Result, ensure};

use super::Outcome;
use super::options::Options;
use super::target::Target;
use deeds::DEEDS;
use scene::Scene;

pub(super) fn attack(target: &Target, options: &Options) -> Result<Outcome> {
    let there: Vec<_> = DEEDS.iter().filter(|deed| target.has(deed.verb)).collect();
    for deed in DEEDS.iter().filter(|deed| !target.has(deed.verb)) {
        eprintln!("kills: SKIPPED {}: the program has no `comity {}`", deed.name, deed.verb);
    }
    ensure!(!there.is_empty(), "the program writes nothing");
    let mut scene = Scene::open(target, options)?;
    let mut counts = vec![0_u64; there.len()];
    for kill in 0..options.kills {
        let turn = usize::try_from(kill)? % there.len();
        counts[turn] += 1;
        (there[turn].strike)(&mut scene, kill)?;
        scene.check(there[turn].name, kill)?;
    }
    let each: Vec<String> =
        there.iter().zip(&counts).map(|(deed, count)| format!("{count} × {}", deed.name)).collect();
    for fault in &scene.faults {
        eprintln!("kills: {fault}");
    }
    let figure = format!(
        "{} kills ({}), {} of them in the midst of it; {} faults; {} batches and decisions answered, all there: {}",
        options.kills,
        each.join(", "),
        scene.in_the_midst,
        scene.faults.len(),
        scene.answered.len(),
        scene.faults.is_empty(),
    );
    let command = format!("cargo xtask attack kills --kills {} --seed {}", options.kills, options.seed);
    Ok(Outcome { command, held: scene.faults.is_empty(), figure })
}
