//! The snapshot file at two sizes: a first answer and a first page with it and without, after an import, and its size.

use std::path::Path;

use anyhow::Result;

use super::import::{first_page, pairs};
use super::watched::watched;
use super::worlds::{World, exponent, worlds};

/// Rows imported before the last answer: what the snapshot lacks then.
const FEW: usize = 100;

const FIGURES: [&str; 7] = [
    "answer, snapshot made, s",
    "answer, snapshot opened, s",
    "import of 100 rows, s",
    "answer after it, s",
    "first page, snapshot made, s",
    "first page, snapshot opened, s",
    "snapshot file, MiB",
];

pub(super) fn bench(root: &Path) -> Result<()> {
    let worlds = worlds(root)?;
    let mut columns = Vec::new();
    for world in &worlds {
        let copy = world.copy()?;
        columns.push(measured(root, &copy)?);
        copy.remove()?;
    }
    print!("{:<32}", "links");
    for world in &worlds {
        print!(" {:>10}", world.links);
    }
    println!(" {:>9}", "exponent");
    for (n, figure) in FIGURES.iter().enumerate() {
        let row: Vec<f64> = columns.iter().map(|column| column[n]).collect();
        print!("{figure:<32}");
        for value in &row {
            print!(" {value:>10.3}");
        }
        println!(" {:>9.2}", exponent(&row));
    }
    Ok(())
}

fn measured(root: &Path, world: &World) -> Result<[f64; 7]> {
    let few = world.register.with_extension("few.csv");
    std::fs::write(&few, pairs(root, FEW)?)?;
    let answer = || watched(world.comity().args(["ask", "profile", "synville-1"])).map(|run| run.seconds);
    let made = answer()?;
    let opened = answer()?;
    #[expect(clippy::cast_precision_loss, reason = "a size for people")]
    let size = world.snapshot().metadata()?.len() as f64 / f64::from(1 << 20);
    let imported = watched(world.comity().arg("import").arg(&few))?.seconds;
    let after = answer()?;
    let page_opened = first_page(&mut world.comity())?;
    world.forget()?;
    let page_made = first_page(&mut world.comity())?;
    std::fs::remove_file(few)?;
    Ok([made, opened, imported, after, page_made, page_opened, size])
}
