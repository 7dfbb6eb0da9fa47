//! Lists that nobody here wrote, from their bytes to the ledger.

use comity_fixtures::shared;

use crate::Desk;

#[tokio::test]
async fn most_twin_towns_are_settled_without_a_person() {
    let Some(path) = shared("data/twin-cities-wikipedia/twin_cities_raw.csv") else { return };
    let desk = Desk::open().await;
    let report = desk.import("twin_cities_raw.csv", &std::fs::read(path).unwrap()).await;
    assert_eq!((report.rows, report.problem_rows), (26_114, 3));
    assert!(report.accepted * 100 >= report.rows * 65, "{} accepted", report.accepted);
}

#[tokio::test]
async fn members_of_climate_networks_are_settled() {
    let Some(path) = shared("data/cdp-disclosing/2019_Cities_Disclosing_to_CDP.csv") else { return };
    let desk = Desk::open().await;
    let report = desk.import("2019_Cities_Disclosing_to_CDP.csv", &std::fs::read(path).unwrap()).await;
    assert_eq!((report.rows, report.claims, report.problem_rows), (861, 1_504, 0));
    assert!(report.accepted * 100 >= report.rows * 65, "{} accepted", report.accepted);
}
