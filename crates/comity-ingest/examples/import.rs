//! How fast a file is imported: `cargo run --release -p comity-ingest --example import -- comity.gaz FILE …`.
#![expect(clippy::print_stdout, reason = "a measurement is printed")]

use std::path::Path;
use std::time::Instant;

use comity_gazetteer::Gazetteer;
use comity_ingest::{ImportOptions, import};
use comity_register::Register;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut paths = std::env::args().skip(1);
    let gazetteer = Gazetteer::open(std::fs::read(paths.next().ok_or("which gazetteer?")?)?)?;
    let folder = tempfile::tempdir()?;
    let register = Register::open(&folder.path().join("measured.db").to_string_lossy().parse()?).await?;
    let options = ImportOptions {
        reading: comity_source::ReadOptions::default(),
        by: "bench".parse()?,
        at: "2026-01-01T00:00:00Z".parse()?,
        dry_run: false,
    };
    for path in paths {
        let bytes = std::fs::read(&path)?;
        let file = Path::new(&path).file_name().unwrap_or_default().to_string_lossy().into_owned();
        let start = Instant::now();
        let report = import(&register, &gazetteer, &file, &bytes, &options, &mut |_| {}).await?;
        let seconds = start.elapsed().as_secs_f64();
        println!("{file}: {seconds:.2} s; {} rows", report.rows);
        println!(
            "  accepted {}, to review {}, problems {}",
            report.accepted, report.to_review, report.problem_rows
        );
        println!("  reasons {:?}", report.review_reasons);
        println!("  added {:?}, unchanged {}", report.added, report.unchanged);
    }
    Ok(())
}
