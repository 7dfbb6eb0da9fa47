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
                found.profile.lines().skip_while(|line| !line.starts_with('[')).collect();
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
        "[pairs]\na = { name = \"Wer\", country = \"wo\" }\nb = { name = \"mit wem\", country = \"dort\" }\n\
        Wer: name of the first\nwo: country of the first\nmit wem: name of the partner\ndort: country of the partner\n\
        seit wann: start\nAnm. \"x\": \n2 rows",
    );
    let one = "Wo\tLand x\nLeipzig\tGermany\nTurin\tItaly\n";
    check(
        &gazetteer,
        one,
        None,
        "[entities]\nentity = { name = \"Wo\", country = \"Land x\" }\nWo: name\nLand x: country\n2 rows",
    );
    check(
        &gazetteer,
        "Wo;wann\nLeipzig;1981-11-25\nTurin;1967\n",
        None,
        "[pairs]\n# host = \"City, Country\"\nb = { name = \"Wo\" }\n0 rows\n\
        no column says whose partners or members these are: --host \"City, Country\" or --network NAME does, \
        or `host` or `network` in the profile",
    );
    check(
        &gazetteer,
        one,
        Some("Lyon, France"),
        "[pairs]\nhost = \"Lyon, France\"\nb = { name = \"Wo\", country = \"Land x\" }\n\
        Wo: name of the partner\nLand x: country of the partner\n2 rows",
    );
    check(
        &gazetteer,
        "Wer,mit wem\nLyon,Leipzig\n",
        None,
        "[pairs]\na = { name = \"Wer\" }\nb = { name = \"mit wem\" }\nWer: name of the first\nmit wem: name of the partner\n1 rows",
    );
    check(
        &gazetteer,
        "Wer,wo,Netze\nLyon,France,ICLEI; C40\nTurin,Italy,Eurocities\n",
        None,
        "[members]\nmember = { name = \"Wer\", country = \"wo\" }\nunknown = \"network\"\nlist = \"Netze\"\n\
        separators = [\";\", \"|\", \"\\n\"]\n\
        Wer: name of the member\nwo: country of the member\nNetze: networks\n2 rows",
    );
    check(
        &gazetteer,
        "Lyon\nLeipzig\nTurin\n",
        None,
        "[table]\nheader = false\n\n\
        # Places alone. --host \"City, Country\" makes them its partners, --network NAME its members.\n[entities]\nentity = { name = \"1\" }\n1: name\n3 rows",
    );
    let reading = ReadOptions { network: Some("Our Cities".to_owned()), ..ReadOptions::default() };
    let found = propose(&gazetteer, "list.csv", "Wo,Land x\nTurin,Italy\nLyon,France\n".as_bytes(), &reading)
        .unwrap();
    let found = found.unwrap();
    assert!(
        found.profile.ends_with("unknown = \"network\"\nnetwork = \"Our Cities\"\n"),
        "{}",
        found.profile
    );
    assert_eq!((found.rows.len(), found.lacking), (2, ""));
    check(&gazetteer, "colour,taste\nred,sweet\n", None, "nothing");
}
