//! Pages and maps as sources: what their headings mean is told by what they name, and every table is accounted for.

use comity_source::ReadOptions;

use crate::Desk;
use crate::files::held;

/// Who with whom and since when, by the ids of the places, `?` and the words where a person must say; then the report.
pub(crate) async fn told(file: &str, bytes: &[u8], reading: ReadOptions) -> String {
    let desk = Desk::open().await;
    let report = match desk.import_as(file, bytes, reading).await {
        Ok(report) => report,
        Err(error) => return error.to_string(),
    };
    let mut lines = vec![format!("{}: {}, {} rows", report.encoding, report.format, report.rows)];
    for held in held(&desk).await {
        let ends = held.claim.mentions().into_iter().map(|(slot, mention)| {
            let read = held.reading(Some(slot)).and_then(|reading| reading.entity.clone());
            let Some(id) = read.or_else(|| mention.id.clone()) else { return format!("?{}", mention.text) };
            let place = desk.gazetteer.place(&id);
            place.map_or_else(|| id.to_string(), |place| format!("{} {}", place.name(), place.country()))
        });
        let ends: Vec<String> = ends.collect();
        let line = format!("{} {}", ends.join(" ↔ "), held.claim.valid.as_str());
        let kept =
            if held.claim.caveat.is_empty() { String::new() } else { format!(" [{}]", held.claim.caveat) };
        lines.push(format!("{}{kept}", line.trim_end()));
    }
    lines.extend(report.columns.iter().map(|column| format!("column {}: {}", column.name, column.role)));
    lines.extend(report.problems.iter().map(|problem| format!("problem: {problem}")));
    lines.extend(report.notes.iter().map(|(note, times)| format!("note: {note}: {times}")));
    lines.join("\n")
}

#[tokio::test]
async fn headings_that_are_places_are_hosts() {
    let page = "== B ==\n'''[[Bonn]]'''\n* {{flagicon|MNG}} [[Ulaanbaatar]], Mongolia (1993)\n\
        * {{flagicon|BLR}} [[Minsk]], Belarus (1993, suspended)<ref>x</ref>\n\
        == L ==\n'''[[Leipzig]]'''\n* {{flagicon|FRA}} [[Lyon]], France (1981)\n* [[Turin|Torino]], Italy\n\
        == References ==\n* [https://example.org a page]\n";
    let told = told("List_of_twin_towns_in_Germany.wiki", page.as_bytes(), ReadOptions::default()).await;
    let expect = "wikitext in UTF-8, table 1: list: pairs, 4 rows
Bonn DE ↔ Ulan Bator MN 1993/
Bonn DE ↔ Minsk BY 1993/ [remark of the entry: suspended]
Leipzig DE ↔ Lyon FR 1981/
Leipzig DE ↔ Turin IT [partner (link): Turin]
column host: name of the first
column partner: name of the partner
column since: start
column remark of the entry: kept as words
column partner (link): linked page of the partner
column partner (flag): country of the partner
column host country: country of the first
note: addresses left out: 1
note: entries under references and links, not read: 1
note: footnotes left out: 1
note: the hosts are in Germany, as the title says: 1";
    assert_eq!(told, expect);
}

#[tokio::test]
async fn headings_that_are_countries_say_where_the_entries_lie() {
    let page = "<h1>Our partners</h1><h2>France</h2><ul><li>Lyon (1981)<li>Nantes</ul><h2>Italy</h2><ul><li>Turin</ul>";
    let host = Some("Leipzig, Germany".to_owned());
    let told = told("partners.html", page.as_bytes(), ReadOptions { host, ..ReadOptions::default() }).await;
    let expect = "HTML in UTF-8, table 1: list: pairs, 3 rows
Leipzig DE ↔ Lyon FR 1981/
Leipzig DE ↔ Nantes FR
Leipzig DE ↔ Turin IT
column country: country of the partner
column name: name of the partner
column since: start";
    assert_eq!(told, expect);
}

#[tokio::test]
async fn a_table_of_a_page_is_chosen_as_a_sheet_is() {
    let page = "{|\n! Office !! Telephone\n|-\n| Protocol || 12\n|-\n| Culture || 13\n|-\n| Press || 14\n|}\n\
        == Partners ==\n{|\n! City !! Country !! Partner city !! Partner country\n|-\n| Lyon || France || Leipzig || Germany\n|}\n";
    let sheet = Some("Partners".to_owned());
    let told_of = |sheet: Option<String>| {
        told("page.wiki", page.as_bytes(), ReadOptions { sheet, ..ReadOptions::default() })
    };
    let expect = "wikitext in UTF-8, table 2: Partners: pairs, 1 rows
Lyon FR ↔ Leipzig DE
column City: name of the first
column Country: country of the first
column Partner city: name of the partner
column Partner country: country of the partner
note: another sheet or table, not read: table 1: 1";
    assert_eq!(told_of(sheet).await, expect);
    let refused = told_of(Some("3".to_owned())).await;
    assert_eq!(refused, "page.wiki has no sheet `3`; it has: table 1, table 2: Partners");
}

#[tokio::test]
async fn the_state_above_a_host_says_where_it_lies() {
    let page = "= List of sister cities in the United States =\n== Alabama ==\n'''Athens'''\n* Stonehaven, Scotland\n\
        == Alaska ==\n* Juneau:\n** {{flagicon|CAN}} Whitehorse, Canada\n** {{flagicon|PHL}} Kalibo, Philippines\n";
    let told = told("page.wiki", page.as_bytes(), ReadOptions::default()).await;
    let expect = "wikitext in UTF-8, table 1: list: pairs, 3 rows
Athens US ↔ Stonehaven GB
Juneau US ↔ Whitehorse CA
Juneau US ↔ Kalibo PH
column host region: division of the first
column host: name of the first
column partner: name of the partner
column partner (flag): country of the partner
column host country: country of the first
note: the hosts are in United States, as the title says: 1";
    assert_eq!(told, expect);
}

#[tokio::test]
async fn menus_are_no_places() {
    let page = "<h2>About us</h2><ul><li>How we work<li>Contact the office<li>Sign up for news</ul>";
    let told = told("home.html", page.as_bytes(), ReadOptions::default()).await;
    let expect = "home.html holds no table, and few of the entries of its lists are places; `--sheet list` reads them all the same";
    assert_eq!(told, expect);
}

/// The ends of the ties of a map whose lines go from Texas to Illinois, and from Leipzig to Lyon.
async fn ends_of_lines(source: [&str; 2], target: [&str; 2]) -> Vec<String> {
    let line = |place: usize, from: &str, to: &str| {
        let (source, target) = (source[place], target[place]);
        format!(
            r#"{{"type":"Feature","properties":{{"source":"{source}","target":"{target}"}},
            "geometry":{{"type":"LineString","coordinates":[{from},{to}]}}}}"#
        )
    };
    let lines = [line(0, "[-95.55,33.66]", "[-89.64,39.8]"), line(1, "[12.37,51.34]", "[4.84,45.75]")];
    let map = format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, lines.join(","));
    let told = told("links.geojson", map.as_bytes(), ReadOptions::default()).await;
    told.lines().filter(|line| line.contains('↔')).map(str::to_owned).collect()
}

#[tokio::test]
async fn the_ends_of_a_line_say_which_namesakes_are_meant() {
    let ends = ends_of_lines(["Paris", "Leipzig"], ["Springfield", "Lyon"]).await;
    assert_eq!(ends, ["Paris US ↔ Springfield US", "Leipzig DE ↔ Lyon FR"]);
    let wrong_way = ends_of_lines(["Springfield", "Lyon"], ["Paris", "Leipzig"]).await;
    assert_eq!(wrong_way, ["?Springfield ↔ ?Paris", "?Lyon ↔ ?Leipzig"]);
}

#[tokio::test]
async fn flags_of_all_sorts_stand_beside_names() {
    let page = "* {{flagicon|SCO}} [[Stonehaven]], Scotland\n* {{flagicon|GER}} [[Worms, Germany|Worms]]\n\
        * {{flagicon|ENG}} [[Liverpool]], England\n* {{flag|South Korea}} [[Daegu]]\n* {{POL|#}} [[Łódź]]\n\
        * {{flagicon|JPN}} [[Kyoto|Kioto]], Japan (since 1963)\n* {{flagicon|FRA}} [[Geneva]]\n";
    let told = told(
        "partners.wiki",
        page.as_bytes(),
        ReadOptions { host: Some("Bonn, Germany".to_owned()), ..ReadOptions::default() },
    )
    .await;
    let expect = "wikitext in UTF-8, table 1: list: pairs, 7 rows
Bonn DE ↔ Stonehaven GB
Bonn DE ↔ Worms DE
Bonn DE ↔ Liverpool GB
Bonn DE ↔ Daegu KR
Bonn DE ↔ Łódź PL
Bonn DE ↔ Kyoto JP 1963/ [name (link): Kyoto]
Bonn DE ↔ ?Geneva
column name: name of the partner
column since: start
column name (link): linked page of the partner
column name (flag): country of the partner
note: flags that name no country: 3
note: names written as the pages they lead to are called: 1";
    assert_eq!(told, expect);
}

#[tokio::test]
async fn tables_under_countries_are_one_and_say_where_their_places_lie() {
    let table = |country: &str, rows: &str| {
        format!("<h2>{country}</h2><table><tr><th>Partner city<th>Since<th>Town{rows}</table>")
    };
    let page = table("France", "<tr><td>Lyon<td>1981<td>Leipzig<tr><td>Arras<td>1967<td>Herten")
        + &table("Italy", "<tr><td>Turin<td>1973<td>Leipzig");
    let both = told("a.html", page.as_bytes(), ReadOptions::default()).await;
    assert!(both.contains("column heading: country of the partner\n"), "{both}");
    let other_way = page.replace("Partner city", "X").replace("Town", "Partner city").replace('X', "Town");
    let other_way = told("a.html", other_way.as_bytes(), ReadOptions::default()).await;
    assert!(other_way.contains("column heading: country of the first\n"), "{other_way}");
    let page = page.replace("<th>Town", "").replace("<td>Leipzig", "").replace("<td>Herten", "");
    let host = Some("Leipzig, Germany".to_owned());
    let hosted = told("a.html", page.as_bytes(), ReadOptions { host, ..ReadOptions::default() }).await;
    let under_hosts =
        page.replace("France", "Bonn").replace("Italy", "Leipzig").replace("Partner city", "City");
    let under_hosts = told("a.html", under_hosts.as_bytes(), ReadOptions::default()).await;
    assert!(under_hosts.contains("\nLeipzig DE ↔ Turin IT 1973/\n"), "{under_hosts}");
    let expect = "HTML in UTF-8, table 1: France, Italy: pairs, 3 rows
Leipzig DE ↔ Lyon FR 1981/
Leipzig DE ↔ Arras FR 1967/
Leipzig DE ↔ Turin IT 1973/
column country: country of the partner
column Partner city: name of the partner
column Since: start
note: rows that head the rows below them: 2
note: tables with the same heads, read as one: 2";
    assert_eq!(hosted, expect);
}

#[tokio::test]
async fn a_cell_of_several_places_is_a_row_for_each() {
    let page = "<table><tr><th>City<th>Country<th>Partners</tr>\
        <tr><td>Kassel<td>Germany<td>Mulhouse, France (1965)<sup>[1]</sup><br>Florence, Italy (1952)<br/>Västerås, Sweden</tr>\
        <tr><td>Darmstadt<td>Germany<td><ul><li>Alkmaar, Netherlands (1958, dormant)<li>Brescia, Italy [a]</ul></tr>\
        <tr><td>Fulda<td>Germany<td>Como, Italy (1960)</tr></table>";
    let expect = "HTML in UTF-8, table 1: pairs, 6 rows
Kassel DE ↔ Mulhouse FR 1965/
Kassel DE ↔ Florence IT 1952/
Kassel DE ↔ Västerås SE
Darmstadt DE ↔ Alkmaar NL 1958/ [remark of the entry: dormant]
Darmstadt DE ↔ Brescia IT
Fulda DE ↔ Como IT 1960/
column City: name of the first
column Country: country of the first
column Partners: name of the partner
column since: start
column remark of the entry: kept as words
note: footnotes and raised signs left out: 1
note: rows with a list of places in a cell, each place read as a row: 2";
    assert_eq!(told("partners.html", page.as_bytes(), ReadOptions::default()).await, expect);
}

#[tokio::test]
async fn cells_of_as_many_lines_go_together() {
    let page = "<table><tr><th>Partner city<th>Country<th>Since<th>Remark</tr>\
        <tr><td>Mulhouse<br>Florence<br>Västerås<td>France<br>Italy<br>Sweden<td>1965<br>1952<br>1972<td>a<br>b</tr>\
        <tr><td>Biel<br>Bienne<td>Switzerland<td>1990<td></tr></table>";
    let host = Some("Kassel, Germany".to_owned());
    let told = told("partners.html", page.as_bytes(), ReadOptions { host, ..ReadOptions::default() }).await;
    let expect = "HTML in UTF-8, table 1: pairs, 4 rows
Kassel DE ↔ Mulhouse FR 1965/
Kassel DE ↔ Florence IT 1952/
Kassel DE ↔ Västerås SE 1972/
Kassel DE ↔ Biel/Bienne CH 1990/
column Partner city: name of the partner
column Country: country of the partner
column Since: start
column Remark: \nnote: rows with a list of places in a cell, each place read as a row: 1";
    assert_eq!(told, expect);
}

#[tokio::test]
async fn what_a_paragraph_breaks_into_lines_are_partners_of_its_heading() {
    let page = "<h1>Twin towns in Hesse</h1><h2>Kassel</h2><p>Mulhouse, France (1965)<br>Florence, Italy<br>Västerås, Sweden</p>\
        <h2>Fulda</h2><p>Como, Italy (1960)<br>Arles, France*</p>";
    let expect = "HTML in UTF-8, table 1: list: pairs, 5 rows
Kassel DE ↔ Mulhouse FR 1965/
Kassel DE ↔ Florence IT
Kassel DE ↔ Västerås SE
Fulda DE ↔ Como IT 1960/
Fulda DE ↔ Arles FR
column host: name of the first
column partner: name of the partner
column since: start
note: marks of footnotes left out: 1
note: paragraphs with a line for each entry, read as lists: 2";
    assert_eq!(told("partners.html", page.as_bytes(), ReadOptions::default()).await, expect);
}
