//! The page of a network: how it grew, who led and who backs it; an agreement by each side's word; what can be chosen of a table.

use comity_answer::{Answer, Body, LifeGroup, Section, render_text};
use expect_test::expect;

use crate::{answer, world};

/// Three counts and a list of ten, a chair that a later one closes, and backers of whom one is undated.
fn network() -> String {
    let cities =
        (0..10).map(|n| format!("city city-{n} \"Town {n}\" country=FR\ncity-{n} member n 2019 per list"));
    std::iter::once(HEAD.to_owned()).chain(cities).collect::<Vec<_>>().join("\n")
}

const HEAD: &str = r#"
    network n "Cities of the sea"
    person ann "Ann Other"
    person ben "Ben Next"
    organisation fund "The Fund"
    organisation gift "The Gift"
    source old press 2005 "Old news"
    source mid press 2012 "News"
    source new press 2021 "New news"
    source list official-list 2019 "The list"
    source page official-page "A page"
    count 4 members per old link=member object.entity=n wording="members"
    count 8 members per mid link=member object.entity=n wording="members"
    count 12 members per new link=member object.entity=n wording="members"
    ann holds n 2005/ per mid post=chair
    ben holds n 2014/ per new post=chair
    fund backs n 2011/2013 per mid kind=money
    gift backs n per page kind=money
"#;

fn group<'a>(sections: &'a [Section<'a>], id: &str) -> &'a LifeGroup {
    let section = sections.iter().find(|section| section.id == id);
    match section.map(|section| &section.body) {
        Some(Body::Lives(group)) => group,
        _ => panic!("no lines called {id}"),
    }
}

/// Each line with what is drawn of it: from–to, with the years between which it began and ended, and its mark.
fn drawn(answer: &Answer, id: &str) -> String {
    let sections = answer.sections();
    let year = |year: Option<f64>| year.map_or("?".to_owned(), |year| format!("{year}"));
    let lines = group(&sections, id).lines.iter().map(|line| {
        let spans = line.spans.iter().map(|span| {
            let starts = [span.start_earliest, span.start_latest].map(year).join("..");
            let ends = [span.end_earliest, span.end_latest].map(year).join("..");
            format!("\n    {starts} to {ends}, {:?}", span.mark)
        });
        format!("{} ({}): {}{}\n", line.who.name, line.role, line.when, spans.collect::<String>())
    });
    lines.collect()
}

#[test]
fn a_network_opens_with_how_it_grew() {
    let text = render_text(&answer(&world(&network()), "profile n at=2026"));
    let opening = text.split("\n\nMembers: ").next().unwrap_or_default();
    expect![[r#"
        CITIES OF THE SEA
        as of 2026

        12 members in 2021, says one source. We can name none of them; 10 more are named without a date that places them here.

        From 4 to 12 members
          When  ·  Members  ·  How  ·  According to
          as of 2005  ·  4  ·  counted by a source  ·  Old news
              Sources: Old news (2005), row 1: 4 members: members
          as of 2012  ·  8  ·  counted by a source  ·  News
              Sources: News (2012), row 2: 8 members: members
          2019  ·  10  ·  named by a source  ·  The list
              Sources: The list (2019), row 8: 2019
          as of 2021  ·  12  ·  counted by a source  ·  New news
              Sources: New news (2021), row 3: 12 members: members

        Who led it
          Ann Other (chair)  ·  from 2005, presumably until 2013 to 2014
              Sources: News (2012), row 4: since 2005
          Ben Next (chair)  ·  from 2014, last reported 2021, not counted
              Sources: New news (2021), row 5: since 2014

        Who backs it
          The Fund (money)  ·  from 2011, term over, renewal unknown
              Sources: News (2012), row 6: 2011 to 2013
          The Gift (money)  ·  undated: may or may not have held then
              Sources: A page (undated), row 7: date unknown"#]].assert_eq(opening);
}

#[test]
fn a_later_chair_closes_an_earlier_one_and_an_undated_backer_has_no_line() {
    let answer = answer(&world(&network()), "profile n at=2026");
    expect![[r#"
        Ann Other (chair): from 2005, presumably until 2013 to 2014
            2005..2005.99 to 2013..2014.99, Observed
        Ben Next (chair): from 2014, last reported 2021, not counted
            2014..2014.99 to 2021.99..2021.99, Observed
            2022..2022 to 2025.99..?, Carried
    "#]]
    .assert_eq(&drawn(&answer, "leaders"));
    expect![[r#"
        The Fund (money): from 2011, term over, renewal unknown
            2011..2011.99 to 2012.99..2012.99, Observed
            2013..2013 to 2013.99..?, Carried
        The Gift (money): undated: may or may not have held then
    "#]]
    .assert_eq(&drawn(&answer, "backers"));
}

const PAIR: &str = r#"
    city lyon country=FR
    city leipzig country=DE
    city turin country=IT
    source city-of-lyon official-list 2015 "City of Lyon" issuer=lyon
    source paper press 2022 "A paper"
    source list third-party-list "A list"
    lyon — leipzig 1981/.. per city-of-lyon
    lyon — leipzig 1981/2021 per paper
    lyon — turin per list
"#;

#[test]
fn an_agreement_by_all_sources_and_by_the_word_of_a_side() {
    let world = world(PAIR);
    let agreement = |other: &str| {
        let Answer::Profile(lyon) = answer(&world, "profile lyon") else { panic!("a profile") };
        let ties = lyon.ties.iter().flat_map(|group| &group.rows);
        let via = ties.filter(|tie| tie.other.name == other).find_map(|tie| tie.via.clone());
        via.map(|via| via.id.to_string()).unwrap_or_default()
    };
    let dated = answer(&world, &format!("profile {} at=2026", agreement("Leipzig")));
    expect![[r#"
        Leipzig – Lyon (by all sources): 1981–2021
            1981..1981.99 to 2021..2021.99, Observed
        Lyon (by its own word): since 1981
            1981..1981.99 to 2015.99..2015.99, Observed
            2016..2016 to ?..?, Carried
    "#]]
    .assert_eq(&drawn(&dated, "sides"));
    let undated = answer(&world, &format!("profile {} at=2026", agreement("Turin")));
    assert!(undated.sections().iter().all(|section| section.id != "sides"), "nothing to draw");
}

/// Seven partners in two countries, of two decades.
fn partners() -> String {
    let city = |n: usize| {
        let country = if n < 3 { "FR" } else { "DE" };
        let year = if n.is_multiple_of(2) { "1985" } else { "1992" };
        format!("city c{n} \"Town {n}\" country={country}\nrome — c{n} {year}/.. per list")
    };
    let head = "city rome country=IT\nsource list press 2020 \"A list\"".to_owned();
    std::iter::once(head).chain((0..7).map(city)).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check_choices(asked: &str, expect: &expect_test::Expect) {
    let Answer::Profile(rome) = answer(&world(&partners()), asked) else { panic!("a profile") };
    let group = &rome.ties[0];
    let choices = group.choices.as_ref().expect("there is something to choose");
    let facets = choices.facets.iter().map(|facet| {
        let star = |is_chosen| if is_chosen { "*" } else { "" };
        let values = facet.values.iter();
        let values = values.map(|one| format!("{} {}{}", one.value, one.n, star(one.is_chosen)));
        format!("{}: {}\n", facet.by.name(), values.collect::<Vec<_>>().join(", "))
    });
    expect.assert_eq(&format!("{} of {}\n{}", group.total, choices.all, facets.collect::<String>()));
}

#[test]
fn what_can_be_chosen_is_counted_by_what_else_is_chosen() {
    check_choices(
        "profile rome",
        &expect![[r#"
        7 of 7
        country: DE 4, FR 3
        period: 1980s 4, 1990s 3
    "#]],
    );
    check_choices(
        "profile rome country=DE",
        &expect![[r#"
        4 of 7
        country: DE 4*, FR 3
        period: 1980s 2, 1990s 2
    "#]],
    );
    check_choices(
        "profile rome country=DE period=1980s",
        &expect![[r#"
        2 of 7
        country: DE 2*, FR 2
        period: 1980s 2*, 1990s 2
    "#]],
    );
    check_choices(
        "profile rome country=XX",
        &expect![[r#"
        0 of 7
        country: XX 0*, DE 4, FR 3
    "#]],
    );
}

#[test]
fn what_is_said_of_all_is_so_whatever_is_chosen_and_cut() {
    let world = world(&partners());
    let rome = |rest: &str| match answer(&world, &format!("profile rome {rest}")) {
        Answer::Profile(rome) => rome,
        _ => panic!("a profile"),
    };
    let chosen = rome("country=DE period=1980s limit=1");
    assert_eq!((chosen.ties[0].rows.len(), chosen.ties[0].total, chosen.ties[0].on_file()), (1, 2, 7));
    assert_eq!((chosen.partners.len(), chosen.summary), (7, rome("").summary));
    let before = "No tie of Rome is placed on this day; 7 are on file.";
    assert_eq!(rome("at=1970 country=FR").summary, before);
    assert_eq!(rome("at=1970 country=XX").summary, before);
}

#[test]
fn values_of_an_attribute_stand_in_order_of_time() {
    let world = world(
        r#"
        city lyon country=FR
        source a report "A report"
        attribute lyon population 1 2001 per a
        attribute lyon population 2 2015 per a
        attribute lyon population 3 per a
        attribute lyon population 4 2010 per a
    "#,
    );
    let Answer::Profile(lyon) = answer(&world, "profile lyon") else { panic!("a profile") };
    let values: Vec<&str> = lyon.attributes[0].values.iter().map(|value| value.value.as_str()).collect();
    assert_eq!(values, ["2", "4", "1", "3"]);
}

/// Of one day the larger number is told, whichever title comes first, at either end of the line.
#[test]
fn a_network_grew_from_and_to_what_the_line_is_drawn_through() {
    let more = r#"
        source a press 2021 "A paper"
        source z press 2005 "Z paper"
        count 97 members per a link=member object.entity=n wording="members"
        count 5 members per z link=member object.entity=n wording="members"
    "#;
    let answer = answer(&world(&format!("{}\n{more}", network())), "profile n at=2026");
    let sections = answer.sections();
    let growth = sections.iter().find(|section| section.id == "growth").expect("it grew");
    assert_eq!(growth.title, "From 5 to 97 members");
    assert_eq!(growth.charts[0].title, growth.title);
}

#[test]
fn a_nation_and_its_cities_are_one_country_and_a_vague_date_has_its_decade() {
    let world = world(
        r#"
        city rome country=IT
        nation france country=FR
        city lyon in france country=FR
        city nice in france country=FR
        city bonn country=DE
        state hesse country=DE
        city mainz in hesse country=DE
        source list press 2020 "A list"
        rome — france 198X/.. per list
        rome — lyon [1984,1986]/.. per list
        rome — nice [1979,1981]/.. per list
        rome — bonn 1981/.. per list
        rome — mainz 1992~/.. per list
        rome — hesse per list
        "#,
    );
    let Answer::Profile(rome) = answer(&world, "profile rome country=FR") else { panic!("a profile") };
    let choices = rome.ties[0].choices.as_ref().expect("there is something to choose");
    let facets = choices.facets.iter().map(|facet| {
        let values = facet.values.iter().map(|one| format!("{} ({}) {}", one.words, one.value, one.n));
        format!("{}: {}\n", facet.by.name(), values.collect::<Vec<_>>().join(", "))
    });
    expect![[r#"
        country: France (FR) 3, DE (DE) 3
        period: 1980s (1980s) 2, decade not known (undated) 1
    "#]]
    .assert_eq(&facets.collect::<String>());
    let text = render_text(&answer(&world, "profile rome country=FR"));
    assert!(text.contains("only France: 3 of 6"), "{text}");
    let Answer::Profile(rome) = answer(&world, "profile rome period=1980s") else { panic!("a profile") };
    assert_eq!(rome.ties[0].total, 3);
}
