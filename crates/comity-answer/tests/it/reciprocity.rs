//! Agreements told from both sides, from one, and with a side nobody listened to.

use expect_test::expect;

use crate::{page, world};

/// Yokohama's list is on file and leaves Lyon's other partner out; Sapporo's and Otaru's lists are not.
const WORLD: &str = r#"
    nation france country=FR
    nation japan country=JP
    city lyon in france
    city nantes in france
    city yokohama in japan
    city sapporo in japan
    city otaru in japan
    source list third-party-list 2020 "A list"
    source old third-party-list 1990 "An old list"
    lyon — yokohama 1959/.. per list
    yokohama — lyon 1960/.. per list
    yokohama — nantes 1990/.. per list
    nantes — sapporo per list
    nantes — otaru 1980/2001 per list
    lyon — sapporo 1985/.. per old
"#;

#[test]
fn an_unheard_side_is_not_a_silent_one() {
    expect![[r#"
        AGREEMENTS LISTED BY BOTH SIDES
        as of 2020

        4 agreements of two parties: 1 listed by both sides, 1 by one side only, 2 with no list from the other side.
          listed by both sides, of those with a list of both: 0.50 (0.25 to 0.75) share from 0 to 1
              Sources: A list (2020), row 1: sister city, since 1959
                       A list (2020), row 3: sister city, since 1960
          agreements of two parties: 4
              Sources: A list (2020), row 7: sister city, date unknown
                       A list (2020), row 1: sister city, since 1959
                       A list (2020), row 3: sister city, since 1960
                       An old list (1990), row 11: sister city, since 1985
              and       1 more
          listed by both sides: 1
              Sources: A list (2020), row 1: sister city, since 1959
                       A list (2020), row 3: sister city, since 1960
          listed by one side only: 1
              Sources: A list (2020), row 5: sister city, since 1990
          with no list from the other side: 2
              Sources: A list (2020), row 7: sister city, date unknown
                       An old list (1990), row 11: sister city, since 1985

        Listed by one side only
          Listed by  ·  Not listed by  ·  What  ·  Since  ·  The other side
          Yokohama, Japan  ·  Nantes, France  ·  sister city  ·  since 1990  ·  has a list, without it
              Sources: A list (2020), row 5: sister city, since 1990
          Lyon, France  ·  Sapporo, Japan  ·  sister city  ·  since 1985  ·  not yet searched
              Sources: An old list (1990), row 11: sister city, since 1985
          Nantes, France  ·  Sapporo, Japan  ·  sister city  ·  date unknown  ·  not yet searched
              Sources: A list (2020), row 7: sister city, date unknown

        By country: of what others list, how much it lists too
          Country  ·  Listed by both  ·  Listed by the others only  ·  No list of its own  ·  Share it lists
          France  ·  1  ·  1  ·  0  ·  0.50
              Sources: A list (2020), row 1: sister city, since 1959
          Japan  ·  1  ·  0  ·  2  ·  1
              Sources: A list (2020), row 7: sister city, date unknown

        Searched
          Agreements: A list (2020): 5 found, completeness unknown
          Agreements: An old list (1990): 1 found, completeness unknown

        To keep in mind
          A list by city is the word of whoever runs it: that it names an agreement under a city is not the city's own word. A list that gives each pair only once makes every second side look silent.
    "#]].assert_eq(&page(&world(WORLD), "reciprocity at=2020"));
}

#[test]
fn only_of_a_place_and_day() {
    let world = world(WORLD);
    assert!(page(&world, "reciprocity nantes at=2020").contains("2 agreements of two parties"));
    // The list of 2020 has that of Nantes and Sapporo, and not since when.
    assert!(page(&world, "reciprocity nantes at=1999").contains("2 agreements of two parties"));
    assert!(page(&world, "reciprocity otaru at=2020").contains("No agreement of two parties"));
}

/// From none to all of the sides without a list; of those alone nothing is known.
#[test]
fn the_range_runs_over_sides_without_a_list() {
    let world = world(WORLD);
    let share = |asked: &str| {
        let text = page(&world, asked);
        text.lines().nth(4).unwrap_or_default().trim().to_owned()
    };
    let label = "listed by both sides, of those with a list of both";
    assert_eq!(share("reciprocity nantes at=2020"), format!("{label}: 0 (0 to 0.50) share from 0 to 1"));
    assert_eq!(share("reciprocity sapporo at=2020"), format!("{label}: not defined"));
    assert_eq!(share("reciprocity otaru at=1990"), format!("{label}: not defined"));
}
