//! Real lists: every row has a fate, a second import adds nothing, undo gives everything back.

use comity_fixtures::{gazetteer_bytes, shared};
use comity_gazetteer::Gazetteer;
use comity_ingest::{Options, Report, import};
use comity_register::Register;

use crate::{home, noon};

fn options() -> Options {
    Options { reading: comity_source::Options::default(), by: "ana".parse().unwrap(), at: noon(), dry_run: false }
}

async fn bring(register: &Register, gazetteer: &Gazetteer, path: &str, options: &Options) -> Option<Report> {
    let path = shared(path)?;
    let file = path.file_name().unwrap().to_string_lossy().into_owned();
    let bytes = std::fs::read(&path).unwrap();
    let report = import(register, gazetteer, &file, &bytes, options, &mut |_| {}).await.unwrap();
    assert_eq!(report.rows, report.accepted + report.to_review + report.problem_rows, "{file}");
    Some(report)
}

#[tokio::test]
async fn the_four_lists_add_up() {
    let Some(gazetteer) = gazetteer_bytes().map(|bytes| Gazetteer::open(bytes).unwrap()) else { return };
    let home = home().await;
    for (path, rows) in [
        ("data/twin-cities-wikipedia/twin_cities_raw.csv", 26_114),
        ("data/sister-cities-worldlist/sister_cities.csv", 25_817),
        ("data/climate-networks-2022/subnational_contextuals_database_Dec2022.csv", 14_706),
        ("data/cdp-disclosing/2019_Cities_Disclosing_to_CDP.csv", 861),
    ] {
        let dry = Options { dry_run: true, ..options() };
        let Some(report) = bring(&home.register, &gazetteer, path, &dry).await else { return };
        eprintln!("{path}: {} accepted, {} to review, {} problems; {:?}", report.accepted, report.to_review, report.problem_rows, report.review_reasons);
        assert_eq!(report.rows, rows, "{path}");
        assert_eq!(report.batch, None);
    }
    assert_eq!(home.register.head().await.unwrap().seq.0, 0, "a dry run records nothing");
}

#[tokio::test]
async fn a_list_comes_in_once_and_goes_out_whole() {
    let Some(gazetteer) = gazetteer_bytes().map(|bytes| Gazetteer::open(bytes).unwrap()) else { return };
    let home = home().await;
    let register = &home.register;
    comity_ingest::fill(register, noon()).await.unwrap();
    let before = register.holdings(register.head().await.unwrap().seq).await.unwrap();
    let list = "data/twin-cities-wikipedia/twin_cities_raw.csv";
    let Some(report) = bring(register, &gazetteer, list, &options()).await else { return };
    assert!(report.accepted * 100 >= report.rows * 65, "{} of {} accepted", report.accepted, report.rows);
    let again = bring(register, &gazetteer, list, &options()).await.unwrap();
    assert_eq!((again.batch, again.accepted), (None, report.accepted));
    register.undo(report.batch.unwrap(), "a test", "ana", noon()).await.unwrap();
    let after = register.holdings(register.head().await.unwrap().seq).await.unwrap();
    assert_eq!((&after.entities, &after.links), (&before.entities, &before.links));
    assert_eq!(after.waiting, before.waiting);
}
