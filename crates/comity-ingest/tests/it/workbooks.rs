//! Workbooks of offices and columns of codes, from their bytes to the places they mean.

use comity_fixtures::{case, shared};
use comity_ingest::ImportReport;
use comity_model::Slot;

use crate::Desk;
use crate::files::held;

/// The report, and the ties: both places by their ids, `?` where a person must say, and since when.
async fn ties(file: &str, bytes: &[u8]) -> (ImportReport, Vec<String>) {
    let desk = Desk::open().await;
    let report = desk.import(file, bytes).await;
    let mut lines = Vec::new();
    for held in held(&desk).await {
        let mentions = held.claim.mentions();
        let place = |slot: Slot| {
            let own =
                mentions.iter().find(|(other, _)| *other == slot).and_then(|(_, mention)| mention.id.clone());
            let read = held.readings.iter().find(|reading| reading.slot == slot);
            let id = own.or_else(|| read.and_then(|reading| reading.entity.clone()));
            id.map_or_else(|| "?".to_owned(), |id| id.to_string())
        };
        let (subject, partner) = (place(Slot::Subject), place(Slot::With(0)));
        lines.push(format!("{subject} – {partner} {}", held.claim.valid.as_str()));
    }
    (report, lines)
}

async fn of_field_case(path: &str) -> Option<(ImportReport, Vec<String>)> {
    let bytes = std::fs::read(shared(&format!("data/field-cases/{path}"))?).unwrap();
    Some(ties(path, &bytes).await)
}

#[tokio::test]
async fn days_of_both_date_systems_reach_the_ledger() {
    for path in ["06-excel-dates/dates_1900.xlsx", "06-excel-dates/dates_1904.xlsx"] {
        let Some((report, ties)) = of_field_case(path).await else { return };
        assert_eq!((report.rows, report.accepted), (5, 5), "{path}");
        let expect = [
            "gn2996944 – gn2879139 1981-11-25/",
            "gn2996944 – gn3165524 1967/",
            "gn2996944 – gn2655603 1951/",
            "gn2996944 – gn3173435 1967-03-04/",
            "gn2996944 – gn2925533 1960/",
        ];
        assert_eq!(ties, expect, "{path}");
    }
}

#[tokio::test]
async fn a_consulates_ties_keep_their_hosts_and_days() {
    let folder = "hiroshima-consulate-korean-ties";
    let Some((report, ties)) = of_field_case(&format!("{folder}/with_headers_merged.xlsx")).await else {
        return;
    };
    assert_eq!((report.rows, report.problem_rows, ties.len()), (21, 0, 21));
    // Hiroshima–Daegu, Fukuyama–Pohang, Yamaguchi–Gongju, Shimonoseki–Busan, Matsuyama–Pyeongtaek.
    for day in ["1997-05-02", "1979-01-19", "1993-02-23", "1976-10-11", "2004-10-25"] {
        assert!(ties.iter().any(|tie| tie.ends_with(&format!("{day}/"))), "{day}: {ties:#?}");
    }
    let Some((filled, same)) = of_field_case(&format!("{folder}/filled.csv")).await else { return };
    assert_eq!((filled.accepted, same), (report.accepted, ties));
    let Some((report, ties)) = of_field_case(&format!("{folder}/as_published.xlsx")).await else { return };
    assert_eq!((report.rows, report.problem_rows, ties.len()), (22, 1, 21));
}

#[tokio::test]
async fn a_students_workbook_is_a_list_of_places() {
    let Some((report, _)) = of_field_case("bellingham-sca-xlsx/SCASisterCities.xlsx").await else { return };
    assert_eq!((report.format.as_str(), report.rows, report.problem_rows), ("entities", 6, 0));
    assert!(report.accepted >= 5, "{report:?}");
}

#[tokio::test]
async fn codes_beside_names_say_which_place_is_meant() {
    let (report, ties) = ties("codes.csv", &case("source/pairs-codes/input.csv")).await;
    let expect = ["gn2911298 – gn2995469 ", "gn2996944 – gn2879139 ", "gn2661552 – gn3143244 "];
    assert_eq!(ties, expect, "{report:?}");
}

#[tokio::test]
async fn a_code_in_another_country_decides_nothing() {
    let file = "city1,country1,geonames1,city2,country2\nLyon,France,5128581,Leipzig,Germany\nNice,France,7,Cuneo,Italy\n";
    let (report, ties) = ties("codes.csv", file.as_bytes()).await;
    assert_eq!(ties, ["gn2996944 – gn2879139 ", "gn2990440 – gn3177700 "]);
    let notes: Vec<String> = report.notes.iter().map(|(note, times)| format!("{note}: {times}")).collect();
    let expect = [
        "identifiers of places in another country than stated; the names were read: 1",
        "identifiers that are not known; the names were read: 1",
    ];
    assert_eq!(notes, expect);
}

#[tokio::test]
async fn codes_are_countries_where_the_names_beside_them_agree() {
    for (code, expect) in [
        ("GM|SZ", "country of the partner"),
        ("DE|CH", "country of the partner"),
        ("DEU|CHE", "country of the partner"),
        ("276|756", "country of the partner"),
        ("Germany|Switzerland", "country of the partner"),
        ("TO|GE", ""),
        ("17|18", ""),
    ] {
        let (german, swiss) = code.split_once('|').unwrap();
        let rows = format!("Lyon,Leipzig,{german}\nNice,Basel,{swiss}\nLille,Nuremberg,{german}\n");
        let (report, _) = ties("codes.csv", format!("city,sister city,x\n{rows}").as_bytes()).await;
        let role = report.columns.iter().map(|column| column.role.as_str()).next_back();
        assert_eq!(role, Some(expect), "{code}: {report:?}");
    }
}
