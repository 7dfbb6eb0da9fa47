//! What is proposed for tables that nobody has described, and what is not.

use comity_gazetteer::Gazetteer;
use comity_ingest::propose;
use comity_source::ReadOptions;

/// The mapping of one table, or what it lacks, and what becomes of its first row.
fn check(gazetteer: &Gazetteer, text: &str, host: Option<&str>, expected: &str) {
    let reading = ReadOptions { host: host.map(str::to_owned), ..ReadOptions::default() };
    let found = propose(gazetteer, "list.csv", text.as_bytes(), &reading).unwrap();
    let shown = found.map_or_else(
        || "nothing".to_owned(),
        |found| {
            let mapping: Vec<&str> =
                found.profile.lines().skip_while(|line| *line != "[pairs]").skip(1).collect();
            let roles = found.columns.iter().map(|column| format!("{}: {}", column.name, column.role));
            let rows = format!("{} rows", found.rows.iter().filter(|row| row.problems.is_empty()).count());
            let lines = mapping.into_iter().map(str::to_owned).chain(roles).chain([rows]);
            lines.chain([found.lacking.to_owned()]).collect::<Vec<_>>().join("\n").trim_end().to_owned()
        },
    );
    assert_eq!(shown, expected, "{text}");
}

#[tokio::test]
async fn columns_are_told_by_their_cells() {
    let gazetteer = Gazetteer::open(comity_fixtures::gazetteer_bytes()).unwrap();
    let two = "Wer,wo,mit wem,dort,seit wann,\"Anm. \"\"x\"\"\"\nLyon,France,Leipzig,Germany,1981,gut\nNice,France,Cuneo,Italy,1964,\n";
    check(
        &gazetteer,
        two,
        None,
        "a = { name = \"Wer\", country = \"wo\" }\nb = { name = \"mit wem\", country = \"dort\" }\n\
        Wer: name of the first\nwo: country of the first\nmit wem: name of the partner\ndort: country of the partner\n\
        seit wann: start\nAnm. \"x\": \n2 rows",
    );
    let one = "Wo\tLand x\nLeipzig\tGermany\nTurin\tItaly\n";
    check(
        &gazetteer,
        one,
        None,
        "# host = \"City, Country\"\nb = { name = \"Wo\", country = \"Land x\" }\n0 rows\n\
        no column says whose partners these are: --host \"City, Country\" does, or `host` in the profile",
    );
    check(
        &gazetteer,
        one,
        Some("Lyon, France"),
        "host = \"Lyon, France\"\nb = { name = \"Wo\", country = \"Land x\" }\n\
        Wo: name of the partner\nLand x: country of the partner\n2 rows",
    );
    check(
        &gazetteer,
        "Wer,mit wem\nLyon,Leipzig\n",
        None,
        "a = { name = \"Wer\" }\nb = { name = \"mit wem\" }\nWer: name of the first\nmit wem: name of the partner\n1 rows",
    );
    check(&gazetteer, "colour,taste\nred,sweet\n", None, "nothing");
}
