//! What was on file earlier about a day, and what changed since.

use std::collections::BTreeMap;

use comity_answer::{ask, ask_beside, render_text};
use expect_test::expect;

use crate::{today, world};

const THEN: &str = r#"
    city lyon country=FR
    city leipzig country=DE
    city leeds country=GB
    network c40
    source list third-party-list 2020 "A list"
    lyon — leipzig 1981/.. per list
    lyon — leeds 1970/.. per list
    lyon member c40 per list
    count 2 partners per list link=party subject.entity=lyon wording="partners of Lyon"
"#;

/// Since then a paper ended one tie, another one was found, a wrong membership was undone, a count disputed.
const NOW: &str = r#"
    city lyon country=FR
    city leipzig country=DE
    city leeds country=GB
    network c40
    agreement ag-LYON-LEEDS "Leeds – Lyon" class=sister-city
    source list third-party-list 2020 "A list"
    source paper press 2021 "A paper"
    lyon — leipzig 1981/.. per list
    lyon — leeds 1970/.. per list
    leipzig — leeds 1996/.. per paper
    not lyon party ag-LYON-LEEDS 2019/.. per paper
    count 2 partners per list link=party subject.entity=lyon wording="partners of Lyon" standing=disputed locator="row 4"
"#;

fn arguments(all: &[(&str, &str)]) -> BTreeMap<String, String> {
    all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn ties_come_go_and_stand_otherwise() {
    let agreement =
        comity_model::EntityId::agreement(&["lyon".parse().unwrap(), "leeds".parse().unwrap()], None);
    let now = world(&NOW.replace("ag-LYON-LEEDS", agreement.as_str()));
    let asked = arguments(&[("since", "#1"), ("at", "2020")]);
    let answer = ask_beside(&now, Some(&world(THEN)), today(), "history", &asked).unwrap();
    let text = render_text(&answer);
    expect![[r#"
        WHAT CHANGED ON FILE SINCE ENTRY 1
        as of 2020

        Since entry 1, 5 ties and 2 other statements changed on file.
          ties on record on the day: now, of then 5: 4
              Sources: A list (2020), row 5: date unknown
                       A list (2020), row 3: sister city, since 1970
                       A paper (2021), row 5: sister city, since 1996
                       A paper (2021), row 5: sister city, since 1996
              and       8 more
          ties that nothing rules out on the day: now, of then 5: 6
              Sources: A list (2020), row 5: date unknown
                       A list (2020), row 3: sister city, since 1970
                       A paper (2021), row 5: sister city, since 1996
                       A paper (2021), row 5: sister city, since 1996
              and       8 more
          statements that are no ties: now, of then 1: 1
              Sources: A list (2020), row 5: date unknown
                       A list (2020), row 3: sister city, since 1970
                       A paper (2021), row 5: sister city, since 1996
                       A paper (2021), row 5: sister city, since 1996
              and       8 more
          sources in the register: now, of then 1: 2
              Sources: A list (2020), row 5: date unknown
                       A list (2020), row 3: sister city, since 1970
                       A paper (2021), row 5: sister city, since 1996
                       A paper (2021), row 5: sister city, since 1996
              and       8 more

        How much is on file
          Counted over all that was on file; the statements that made the difference stand in the rows below.
          What  ·  Then  ·  Now
          ties on record on the day  ·  5  ·  4
              Sources: A list (2020), row 5: date unknown
          ties that nothing rules out on the day  ·  5  ·  6
              Sources: A list (2020), row 5: date unknown
          statements that are no ties  ·  1  ·  1
              Sources: A list (2020), row 5: date unknown
          sources in the register  ·  1  ·  2
              Sources: A list (2020), row 5: date unknown

        Ties that changed
          Who  ·  Relation  ·  What  ·  Then  ·  Now
          Lyon, FR  ·  is a member of  ·  C40  ·  on record  ·  not on file
              Sources: A list (2020), row 5: date unknown
          Leeds, GB  ·  signed  ·  Leeds – Lyon  ·  on record  ·  sources disagree
              Sources: A list (2020), row 3: sister city, since 1970
          Leeds, GB  ·  signed  ·  Leeds – Leipzig  ·  not on file  ·  on record
              Sources: A paper (2021), row 5: sister city, since 1996
          Leipzig, DE  ·  signed  ·  Leeds – Leipzig  ·  not on file  ·  on record
              Sources: A paper (2021), row 5: sister city, since 1996
          Lyon, FR  ·  signed  ·  Leeds – Lyon  ·  on record  ·  sources disagree
              Sources: A paper (2021), row 7: is not so (since 2019)

        Other statements that were added, removed or decided on
          Statement  ·  Then  ·  Now
          2 partners: partners of Lyon  ·  not on file  ·  looks miscopied
              Sources: A list (2020), row 4: 2 partners: partners of Lyon
          2 partners: partners of Lyon  ·  accepted  ·  not on file
              Sources: A list (2020), row 6: 2 partners: partners of Lyon

        To keep in mind
          The earlier side is the register up to entry 1, head 9f3a.
          What was added since may be old news: that it was not on file says nothing of whether it was so.
    "#]]
    .assert_eq(text.split("\nHow this was found").next().unwrap());
}

#[test]
fn of_one_thing_alone_and_not_without_a_moment() {
    let (then, now) = (world(THEN), world(THEN));
    let asked = arguments(&[("since", "#1"), ("entity", "c40")]);
    let answer = render_text(&ask_beside(&now, Some(&then), today(), "history", &asked).unwrap());
    assert!(answer.contains("Nothing that was asked about has changed on file"));
    let error = ask(&now, today(), "history", &arguments(&[])).unwrap_err();
    assert!(error.to_string().contains("history needs `since`"));
}
