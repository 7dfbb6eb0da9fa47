//! Who could be a partner, with reasons that name what is shared.

use expect_test::expect;

use crate::{page, try_answer, world};

/// Lyon shares two partners with Nantes, one with Turin and a network with Kobe; a law of France bars Elbonia.
const WORLD: &str = r#"
    nation france country=FR
    nation italy country=IT
    nation japan country=JP
    nation elbonia country=EL
    city lyon in france pop=500000 at=45.76,4.84
    city nantes in france pop=320000 at=47.22,-1.55
    city turin in italy pop=850000 at=45.07,7.69
    city leipzig pop=600000 at=51.34,12.37
    city leeds at=53.80,-1.55
    city kobe in japan pop=1500000 at=34.69,135.20
    city mudburg in elbonia pop=500000
    city oldtown in italy pop=500000 at=45.1,4.9
    network c40
    act ban-act "Act 1" class=ban-on-ties
    source list third-party-list 2020 "A list"
    source code official-list 2019 "Code"
    source doubt press 2020 "A doubter"
    lyon — leipzig 1981/.. per list
    lyon — leeds per list
    nantes — leipzig 1990/.. per list
    nantes — leeds per list
    turin — leeds 1985/.. per list
    mudburg — leeds 1999/.. per list
    oldtown — leipzig 1970/.. per list
    lyon — oldtown 1970/1990 per list
    kobe — leeds 1971/1999 per list
    lyon member c40 2006/.. per list
    kobe member c40 2007/.. per list
    not kobe member c40 2020/.. per doubt
    france adopts ban-act 2018/.. per code
    ban-act concerns elbonia stance=against 2018/.. per code
"#;

#[test]
fn reasons_name_what_is_shared() {
    expect![[r#"
        WHO COULD BE A PARTNER OF LYON?
        as of 2020

        Of 4 places compared, Nantes, Oldtown and Turin look most like the places that Lyon is tied to.
          places compared: 4
              Sources: A list (2020), row 3: sister city, date unknown
                       A list (2020), row 7: sister city, date unknown
                       A list (2020), row 1: sister city, since 1981
                       A list (2020), row 13: sister city, since 1970
              and       4 more

        Suggestions, best first
          Place  ·  Why  ·  All together  ·  Resource allocation  ·  Adamic–Adar  ·  Overlap of partners  ·  Degree product  ·  Paths of three steps  ·  Distance  ·  Size  ·  Networks shared  ·  Other ties of the two countries
          Nantes, France  ·  both are tied to Leeds and Leipzig; 515 km apart; of similar size: 500,000 and 320,000 inhabitants  ·  0.65  ·  0.58  ·  1.6  ·  1  ·  4  ·  0  ·  515  ·  0.64  ·  0  ·  0
              Sources: A list (2020), row 3: sister city, date unknown
          Oldtown, Italy  ·  both are tied to Leipzig; 74 km apart; of similar size: 500,000 and 500,000 inhabitants; were tied before  ·  0.60  ·  0.33  ·  0.91  ·  0.50  ·  2  ·  0  ·  74  ·  1  ·  0  ·  0
              Sources: A list (2020), row 1: sister city, since 1981
          Turin, Italy  ·  both are tied to Leeds; 235 km apart; of similar size: 500,000 and 850,000 inhabitants  ·  0.46  ·  0.25  ·  0.72  ·  0.50  ·  2  ·  0  ·  235  ·  1.7  ·  0  ·  0
              Sources: A list (2020), row 3: sister city, date unknown
          Kobe, Japan  ·  9,777 km apart; of another size: 500,000 and 1,500,000 inhabitants; both are in C40  ·  0.29  ·  0  ·  0  ·  0  ·  0  ·  0  ·  9777  ·  3  ·  1  ·  0
              Sources: A list (2020), row 19: since 2006

        Ruled out by law
          A ban on ties that the place, or what it lies in, adopted, and that is about the other's country.
          Place  ·  Law  ·  In force
          Mudburg, Elbonia  ·  Act 1  ·  on record
              Sources: Code (2019), row 22: since 2018

        What each sign weighs
          Set, not learnt: too few ties are on file.
          Reason  ·  Weight
          Resource allocation  ·  0.11
          Adamic–Adar  ·  0.11
          Overlap of partners  ·  0.11
          Degree product  ·  0.11
          Paths of three steps  ·  0.11
          Distance  ·  0.11
          Size  ·  0.11
          Networks shared  ·  0.11
          Other ties of the two countries  ·  0.11

        Searched
          Agreements: A list (2020): 3 found, completeness unknown
          Networks: A list (2020): 1 found, completeness unknown

        To keep in mind
          A suggestion says who looks like those that are tied already: not that a tie would do good, nor that anyone wants it. Shared partners that are not on file are not counted.
          2 places that it is tied to already are left out.
    "#]].assert_eq(&page(&world(WORLD), "partners lyon at=2020 limit=4"));
}

#[test]
fn a_ban_that_is_not_yet_in_force_bars_nobody() {
    let page = page(&world(WORLD), "partners lyon at=2016");
    assert!(page.contains("Mudburg, Elbonia  ·  both are tied to Leeds"));
    assert!(page.contains("Ruled out by law") && page.contains("nothing on file"));
}

#[test]
fn a_place_without_ties_or_networks_has_nobody_near() {
    let text = "city a\n city b\n network n\n source s report 2024 \"S\"\n b member n per s";
    assert!(page(&world(text), "partners a").contains("No agreement and no network of A"));
    assert!(
        try_answer(&world(text), "partners n").unwrap_err().to_string().contains("a city, county or state")
    );
    assert!(try_answer(&world(text), "partners b limit=0").is_err());
}
