//! What the explorer shows, to be taken away: which ties, and how each stands.

use comity_answer::{AT, Layer, MapScope, TieView, TieViewArgs, Undated, ViewSubject, tie_view, view_graph};
use expect_test::{Expect, expect};

use crate::{today, world};

/// Dated and undated ties, one that ended, one suspended, and a network.
const TIES: &str = r#"
    nation france country=FR
    nation germany country=DE
    city lyon in france country=FR at=45.76,4.84
    city leipzig in germany country=DE at=51.34,12.37
    city ulm in germany country=DE at=48.4,9.99
    city graz country=AT at=47.07,15.44
    network n
    source s report 2020 "S"
    source list third-party-list seen=2026-02 "List"
    lyon — leipzig 1981/.. per s
    lyon — ulm 1970/1999 per s
    lyon — graz per list
    leipzig member n 1990/.. per s
    ulm member n per list
"#;

struct Look {
    at: &'static str,
    entity: &'static str,
    of: &'static str,
    layers: Vec<Layer>,
    undated: Option<Undated>,
    stopped: Option<bool>,
}

fn look() -> Look {
    Look { at: "", entity: "", of: "", layers: Vec::new(), undated: None, stopped: None }
}

fn view(look: &Look) -> TieView {
    let Look { at, entity, of, layers, undated, stopped } = look;
    let day = if at.is_empty() { today().to_string() } else { (*at).to_owned() };
    let args = TieViewArgs {
        at: AT.date(&day, today()).expect("a date"),
        is_today: at.is_empty(),
        scope: MapScope { entity: entity.parse().ok(), with: None },
        layers: layers.clone(),
        of: ViewSubject::read(of).expect("a subject"),
        undated: *undated,
        stopped: *stopped,
    };
    let world = world(TIES);
    let view = tie_view(&world, &args).expect("all are on file");
    let graph = view_graph(&world, &view).expect("all are on file");
    assert_eq!((graph.edges.len(), view.ties.len()), (view.counts.shown(), view.counts.shown()));
    view
}

fn check(look: &Look, expect: &Expect) {
    let view = view(look);
    let year = |year: Option<i64>| year.map_or("?".to_owned(), |year| year.to_string());
    let ties = view.ties.iter().map(|tie| {
        let [a, b] = [tie.a, tie.b].map(|place| view.places[place].id.to_string());
        let one = &tie.meeting;
        let state = serde_json::to_value(one.state).expect("plain data");
        let state = state.as_str().expect("a word").to_owned();
        let through = one.through.id.as_str().len();
        assert!(through > 0 && !one.claims.is_empty(), "{a} – {b} says what ties them, and who says so");
        let (first, last) = (year(one.first_year), year(one.last_year));
        format!("\n{a} – {b} {} {state} {} {first}/{last} {}", one.layer.word(), one.basis, one.sources)
    });
    expect.assert_eq(&format!("{}{}", view.summary, ties.collect::<String>()));
}

#[test]
fn today_has_the_undated_too() {
    check(
        &look(),
        &expect![[r#"
        24 November 2026: 2 ties on record. 1 ended, suspended or in dispute.
        lyon – ulm agreements ended  1970/1999 1
        leipzig – lyon agreements on-record carried 1981/? 1
        graz – lyon agreements on-record carried ?/? 1"#]],
    );
}

#[test]
fn a_day_of_the_past_leaves_the_undated_out_until_they_are_asked_for() {
    check(
        &Look { at: "1985", ..look() },
        &expect![[r#"
        1985: 2 ties on record. 1 undated, left out.
        leipzig – lyon agreements on-record observed 1981/? 1
        lyon – ulm agreements on-record observed 1970/1999 1"#]],
    );
    check(
        &Look { at: "1985", undated: Some(Undated::All), ..look() },
        &expect![[r#"
        1985: 2 ties on record. 1 undated, which may or may not have held then.
        leipzig – lyon agreements on-record observed 1981/? 1
        lyon – ulm agreements on-record observed 1970/1999 1
        graz – lyon agreements not-placed  ?/? 1"#]],
    );
}

#[test]
fn a_list_of_a_day_has_the_undated_that_are_on_record_since_they_were_read() {
    for at in ["1985", "2026-11-23"] {
        let view = view(&Look { at, undated: Some(Undated::OnRecord), ..look() });
        let has_graz = view.ties.iter().any(|tie| view.places[tie.a].name == "Graz");
        assert_eq!((has_graz, view.counts.undated), (at != "1985", 0), "{at}: {}", view.summary);
    }
}

#[test]
fn what_ended_is_left_out_when_it_is_put_away() {
    check(
        &Look { at: "2010", stopped: Some(false), ..look() },
        &expect![[r#"
        2010: 1 tie on record. 1 undated, left out. 1 ended, suspended or in dispute, left out.
        leipzig – lyon agreements on-record observed 1981/? 1"#]],
    );
}

#[test]
fn countries_places_and_layers_narrow_it() {
    check(
        &Look { of: "DE-FR", ..look() },
        &expect![[r#"
        24 November 2026: 1 tie on record. 1 ended, suspended or in dispute.
        lyon – ulm agreements ended  1970/1999 1
        leipzig – lyon agreements on-record carried 1981/? 1"#]],
    );
    check(
        &Look { of: "AT", ..look() },
        &expect![[r#"
        24 November 2026: 1 tie on record.
        graz – lyon agreements on-record carried ?/? 1"#]],
    );
    check(
        &Look { of: "ulm", entity: "lyon", ..look() },
        &expect![[r#"
        24 November 2026: 0 ties on record. 1 ended, suspended or in dispute.
        lyon – ulm agreements ended  1970/1999 1"#]],
    );
    check(
        &Look { entity: "leipzig", layers: vec![Layer::Networks], ..look() },
        &expect!["24 November 2026: 0 ties on record."],
    );
}

#[test]
fn of_a_network_its_members() {
    check(
        &Look { entity: "n", ..look() },
        &expect![[r#"
        24 November 2026: 1 member on record.
        ulm – ulm networks on-record carried ?/? 0"#]],
    );
    assert_eq!(view(&Look { entity: "n", ..look() }).members_of.expect("the network").id.as_str(), "n");
}

#[test]
fn what_is_no_subject_is_refused() {
    assert!(ViewSubject::read("two words").is_err());
    assert_eq!(ViewSubject::read("US-RU"), Ok(ViewSubject::Countries("US".to_owned(), "RU".to_owned())));
}
