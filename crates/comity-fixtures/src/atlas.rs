//! The packaged atlas as it is in the checkout, to what a register that holds it would hand over.

use std::path::{Path, PathBuf};

use comity_model::{Holdings, Record, Shape, Statement, read_jsonl};

use crate::small_world::World;

/// Judgements are left out: a doubted reading stands here.
///
/// # Panics
/// Where a file of it is missing or wrong.
pub fn atlas() -> Holdings {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/atlas"));
    let mut files = files_of(&folder);
    files.sort();
    let mut world = World { may_wait: true, ..World::default() };
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{error}"));
        let (records, problems) = read_jsonl(&path.display().to_string(), &text);
        assert!(problems.is_empty(), "{problems:?}");
        for record in records {
            add(&mut world, record);
        }
    }
    world.held.entities.sort_by(|a, b| a.id.cmp(&b.id));
    world.finish()
}

/// The files of a theme lie in its folder, those that all share beside them.
fn files_of(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            files.extend(files_of(&path));
        } else if path.extension().is_some_and(|ending| ending == "jsonl") {
            files.push(path);
        }
    }
    files
}

fn add(world: &mut World, record: Record) {
    match record {
        Record::Source(source) => world.held.sources.push(source),
        Record::Entity(entity) => world.held.entities.push(entity),
        Record::Coverage(coverage) => world.held.coverage.push(coverage),
        Record::Judgement(_) => {}
        Record::Claim(claim) if matches!(claim.shape, Shape::Link { .. }) => world.claims.push(claim),
        Record::Claim(claim) => {
            let (id, standing) = (claim.id(), claim.standing);
            world.held.statements.push(Statement { id, claim, standing });
        }
    }
}
