//! Scenarios and real endings on a world small enough to count by hand.

use std::fmt::Write;

use expect_test::expect;

use crate::{page, try_answer, world};

/// The funding and membership of the golden withdrawal: X gives most of N1 and N2.
const GOLDEN: &str = r#"
    network n1
    network n2
    network n3
    network n4
    organisation x class=philanthropy
    organisation y class=philanthropy
    organisation z class=philanthropy
    organisation dues class=firm
    organisation giver-f class=philanthropy
    city a
    city b
    city c
    city d
    city e
    city f
    city g
    source s report 2024 "S"
"#;

/// Fund backs the council with another, the forum alone; the unit coordinates until a paper closes it.
const WORLD: &str = r#"
    nation us country=US
    nation russia country=RU
    city austin in us
    city reno in us
    city boston in us
    city kazan in russia
    city oryol in russia
    city lyon country=FR
    network council
    network forum
    organisation fund class=philanthropy
    organisation giver class=philanthropy
    organisation unit class=unit
    person ann "Ann"
    source list third-party-list 2020 "A list"
    source paper press 2022 "A paper"
    austin member council 2010/.. per list
    lyon member council 2011/.. per list
    reno member forum 2015/.. per list
    boston member forum per list
    fund backs council kind=money 2012/.. per list
    giver backs council kind=money per list
    fund backs forum kind=money amount=100 currency=USD 2015/.. per list
    austin — kazan 1988/.. per list
    reno — oryol 1990/2005 per list
    reno — kazan 1991/.. per list
    unit coordinates us kind=advice 2015/.. per list
    ann holds unit post=head 2015/2021 per paper
    attribute forum dissolved 2022-03 per paper
"#;

#[test]
fn a_backer_goes_and_takes_what_it_backs_alone() {
    expect![[r#"
        WHAT IF FUND WENT?
        as of 2020

        7 ties on record would end, among them those through Council and Forum, which would lose their backing; 2 places would meet nobody any more: Boston and Lyon.
          ties that end: 7
              Sources: A list (2020), row 1: since 2010
                       A list (2020), row 4: date unknown
                       A list (2020), row 2: since 2011
                       A list (2020), row 3: since 2015
              and       3 more
          places that meet nobody any more: 2
              Sources: A list (2020), row 1: since 2010
                       A list (2020), row 4: date unknown
                       A list (2020), row 2: since 2011
                       A list (2020), row 3: since 2015
              and       3 more

        Before and after
          Figure  ·  Before  ·  After  ·  Change
          places tied to another  ·  5  ·  3  ·  −2
              Sources: A list (2020), row 1: since 2010
          ties between places  ·  4  ·  2  ·  −2
              Sources: A list (2020), row 1: since 2010
          separate groups of places  ·  1  ·  1  ·  none
              Sources: A list (2020), row 1: since 2010
          places in the largest group  ·  5  ·  3  ·  −2
              Sources: A list (2020), row 1: since 2010
          pairs of places with a path between them  ·  10  ·  3  ·  −7
              Sources: A list (2020), row 1: since 2010
          memberships, signatures and presences  ·  8  ·  4  ·  −4
              Sources: A list (2020), row 1: since 2010
          backings  ·  3  ·  0  ·  −3
              Sources: A list (2020), row 1: since 2010
          ties of coordination  ·  1  ·  1  ·  none
              Sources: A list (2020), row 1: since 2010

        Networks that lose members or backing
          Network  ·  Members before  ·  Members after  ·  Share of its backing lost  ·  From  ·  Taken to fail
          Council  ·  2  ·  0  ·  0.50  ·  no amounts on file, only who backs it  ·  yes
              Sources: A list (2020), row 5: since 2012
          Forum  ·  2  ·  0  ·  1  ·  amounts on file  ·  yes
              Sources: A list (2020), row 7: since 2015

        Places that meet nobody any more
          Place  ·  Met others in
          Boston, Us  ·  1
              Sources: A list (2020), row 4: date unknown
          Lyon, FR  ·  1
              Sources: A list (2020), row 2: since 2011

        Who loses a coordinator
          nothing on file

        What ends
          Who  ·  Relation  ·  What
          Austin, Us  ·  is in (networks)  ·  Council
              Sources: A list (2020), row 1: since 2010
          Boston, Us  ·  is in (networks)  ·  Forum
              Sources: A list (2020), row 4: date unknown
          Lyon, FR  ·  is in (networks)  ·  Council
              Sources: A list (2020), row 2: since 2011
          Reno, Us  ·  is in (networks)  ·  Forum
              Sources: A list (2020), row 3: since 2015
          Fund  ·  funds or supports  ·  Council
              Sources: A list (2020), row 5: since 2012
          Fund  ·  funds or supports  ·  Forum
              Sources: A list (2020), row 7: since 2015
          Giver  ·  funds or supports  ·  Council
              Sources: A list (2020), row 6: date unknown

        How many fail, by what is taken to end a network
          1 of them by equal shares, as no amounts are on file.
          If a network fails on losing this share  ·  So many fail
          0.50  ·  2
              Sources: A list (2020), row 5: since 2012
          1  ·  1
              Sources: A list (2020), row 7: since 2015

        Searched
          Agreements: A list (2020): 3 found, completeness unknown
          Networks: A list (2020): 4 found, completeness unknown
          Funds, supports or coordinates: A list (2020): 4 found, completeness unknown
          Posts: A paper (2022): 1 found, completeness unknown

        Not yet searched: events, offices abroad, resolutions and laws, programmes and foundings, places, before and after

        To keep in mind
          Assumes a network fails at 50 % loss; the curve shows how many would at any other share.
          A scenario knows no reaction: that nobody steps in, and that members do not meet elsewhere, is assumed too.
    "#]].assert_eq(&page(&world(WORLD), "what-if remove=fund at=2020"));
}

#[test]
fn all_ties_with_a_country_end() {
    let world = world(WORLD);
    let page = page(&world, "what-if country=russia of=us at=2020");
    assert!(page.contains("ALL AGREEMENTS OF US WITH RUSSIA ENDED"), "{page}");
    assert!(
        page.contains("4 ties on record would end; one place would meet nobody any more: Kazan"),
        "{page}"
    );
}

#[test]
fn ties_are_added_and_asked_for_in_words_that_exist() {
    let world = world(WORLD);
    assert!(
        page(&world, "what-if add=oryol~lyon at=2020").contains("places tied to another  ·  5  ·  6  ·  +1")
    );
    let wrong = |asked: &str| try_answer(&world, asked).unwrap_err().to_string();
    assert!(wrong("what-if").contains("what-if needs `remove`"));
    assert!(wrong("what-if remove=nobody").contains("nothing on file is called `nobody`"));
    assert!(wrong("what-if remove=fund threshold=2").contains("a number from 0.001 to 1"));
    assert!(wrong("what-if add=lyon").contains("pairs such as lyon~leipzig"));
}

#[test]
fn what_history_shows() {
    expect![[r#"
        BEFORE AND AFTER THE END OF FORUM
        as of 28 February 2021 to 1 April 2023

        It ended March 2022. Afterwards one place has no other to meet on record: Boston.
          ties that end: 3
              Sources: A list (2020), row 4: date unknown
                       A list (2020), row 3: since 2015
                       A list (2020), row 7: since 2015
          places that meet nobody any more: 1
              Sources: A list (2020), row 4: date unknown
                       A list (2020), row 3: since 2015
                       A list (2020), row 7: since 2015

        Its own ties
          With  ·  Relation  ·  Before  ·  After  ·  Its other ties of the kind before  ·  and after
          Boston, Us  ·  member  ·  on record  ·  its network or party ended 2022  ·  0  ·  0
              Sources: A list (2020), row 4: date unknown
          Reno, Us  ·  member  ·  on record  ·  its network or party ended 2022  ·  0  ·  0
              Sources: A list (2020), row 3: since 2015
          Fund  ·  backed by (100 USD)  ·  on record  ·  its network or party ended 2022  ·  1  ·  1
              Sources: A list (2020), row 7: since 2015

        Before and after
          Figure  ·  Before  ·  After  ·  Change
          places tied to another  ·  5  ·  4  ·  −1
              Sources: A paper (2022), row 16: dissolved: 2022-03
          ties between places  ·  4  ·  3  ·  −1
              Sources: A paper (2022), row 16: dissolved: 2022-03
          separate groups of places  ·  1  ·  1  ·  none
              Sources: A paper (2022), row 16: dissolved: 2022-03
          places in the largest group  ·  5  ·  4  ·  −1
              Sources: A paper (2022), row 16: dissolved: 2022-03
          pairs of places with a path between them  ·  10  ·  6  ·  −4
              Sources: A paper (2022), row 16: dissolved: 2022-03
          memberships, signatures and presences  ·  8  ·  6  ·  −2
              Sources: A paper (2022), row 16: dissolved: 2022-03
          backings  ·  2  ·  1  ·  −1
              Sources: A paper (2022), row 16: dissolved: 2022-03
          ties of coordination  ·  1  ·  1  ·  none
              Sources: A paper (2022), row 16: dissolved: 2022-03

        Places that meet nobody any more
          Place  ·  Met others in
          Boston, Us  ·  1
              Sources: A list (2020), row 4: date unknown

        What ends
          Who  ·  Relation  ·  What
          Boston, Us  ·  is in (networks)  ·  Forum
              Sources: A list (2020), row 4: date unknown
          Reno, Us  ·  is in (networks)  ·  Forum
              Sources: A list (2020), row 3: since 2015
          Fund  ·  funds or supports  ·  Forum
              Sources: A list (2020), row 7: since 2015

        Searched
          Networks: A list (2020): 2 found, completeness unknown
          Funds, supports or coordinates: A list (2020): 1 found, completeness unknown

        Not yet searched: agreements, events, offices abroad, resolutions and laws, programmes and foundings, posts, places, before and after

        To keep in mind
          What changed in the same years need not have changed because of it. Where nobody has searched since, fewer ties after the end are no loss by themselves.
    "#]].assert_eq(&page(&world(WORLD), "before-after forum"));
    let unit = page(&world(WORLD), "before-after unit");
    assert!(unit.contains("It ended 2021"), "{unit}");
    assert!(
        page(&world(WORLD), "before-after council").contains("No source on file says when Council ended")
    );
}

#[test]
fn a_withdrawal_as_the_golden_has_it() {
    let golden: serde_json::Value = serde_json::from_str(&comity_fixtures::golden("withdrawal")).unwrap();
    let mut text = GOLDEN.to_owned();
    for (network, given) in golden["funding"].as_object().unwrap() {
        for (backer, amount) in given.as_object().unwrap() {
            let backer = if backer == "F" { "giver-f".to_owned() } else { backer.to_lowercase() };
            let network = network.to_lowercase();
            let gift = format!("kind=money amount={amount} currency=USD");
            let _ = writeln!(text, "{backer} backs {network} {gift} 2020/.. per s");
        }
    }
    for (network, cities) in golden["membership"].as_object().unwrap() {
        for city in cities.as_str().unwrap().to_lowercase().chars() {
            let _ = writeln!(text, "{city} member {} 2020/.. per s", network.to_lowercase());
        }
    }
    expect![[r#"
        IF X WITHDREW
        as of 2024

        If X withdrew, N1 and N2 would lose 50 % of their backing or more. 11 pairs of places would share no network any more.
          networks that fail: 2
              Sources: S (2024), row 3: since 2020
                       S (2024), row 1: since 2020
                       S (2024), row 2: since 2020
                       S (2024), row 4: since 2020
          ties lost: 11
              Sources: S (2024), row 3: since 2020
                       S (2024), row 1: since 2020
                       S (2024), row 2: since 2020
                       S (2024), row 4: since 2020
          ties thinned: 1
              Sources: S (2024), row 3: since 2020
                       S (2024), row 1: since 2020
                       S (2024), row 2: since 2020
                       S (2024), row 4: since 2020
          places left alone: 2
              Sources: S (2024), row 3: since 2020
                       S (2024), row 1: since 2020
                       S (2024), row 2: since 2020
                       S (2024), row 4: since 2020
          pairs of places that lose their last path: 17
              Sources: S (2024), row 3: since 2020
                       S (2024), row 1: since 2020
                       S (2024), row 2: since 2020
                       S (2024), row 4: since 2020

        What it backs
          Network  ·  Share of its backing  ·  Backers on file  ·  From
          N1  ·  0.60  ·  3  ·  amounts on file
              Sources: S (2024), row 3: since 2020
          N2  ·  1  ·  1  ·  amounts on file
              Sources: S (2024), row 4: since 2020

        Places that share no network any more
          Place
          B
              Sources: S (2024), row 10: since 2020
          C
              Sources: S (2024), row 11: since 2020

        What is assumed
          An assumption, not found in a source: change it with `threshold`.
          If a network fails on losing this share
          0.50

        By what is taken to end a network
          If a network fails on losing this share  ·  Networks fail  ·  Ties lost  ·  Places left alone  ·  Pairs that lose their last path
          1  ·  1  ·  2  ·  0  ·  0
              Sources: S (2024), row 3: since 2020
          0.60  ·  2  ·  11  ·  2  ·  17
              Sources: S (2024), row 3: since 2020

        Searched
          Funds, supports or coordinates: S (2024): 2 found, completeness unknown

        To keep in mind
          Assumes a network fails at 50 % loss (θ): the curve shows every other share.
    "#]].assert_eq(&page(&world(&text), "withdrawal x at=2024"));
    let backing = page(&world(&text), "backing at=2024");
    assert!(backing.contains("3  ·  Dues, X and Y  ·  0.46  ·  2.2  ·  amounts on file"), "{backing}");
}

#[test]
fn backers_are_counted_where_amounts_are_not_known() {
    expect![[r#"
        FUNDING CONCENTRATION
        as of 2020

        2 networks and other things have a backer on file, 2 different backers in all. Council has the most: 2.
          networks and other things with a backer: 2
              Sources: A list (2020), row 5: since 2012
                       A list (2020), row 6: date unknown
                       A list (2020), row 7: since 2015
          different backers: 2
              Sources: A list (2020), row 5: since 2012
                       A list (2020), row 6: date unknown
                       A list (2020), row 7: since 2015

        By network
          Network  ·  Backers  ·  Who  ·  Concentration  ·  Effective number of backers  ·  From
          Council  ·  2  ·  Fund and Giver  ·  –  ·  –  ·  no amounts on file, only who backs it
              Sources: A list (2020), row 5: since 2012
          Forum  ·  1  ·  Fund  ·  1  ·  1  ·  amounts on file
              Sources: A list (2020), row 7: since 2015

        By place, through its networks
          Place  ·  Backed networks it is in  ·  Different backers behind them  ·  Effective number of backers  ·  Largest of them
          Austin, Us  ·  1  ·  2  ·  2  ·  Fund
              Sources: A list (2020), row 5: since 2012
          Boston, Us  ·  1  ·  1  ·  1  ·  Fund
              Sources: A list (2020), row 7: since 2015
          Lyon, FR  ·  1  ·  2  ·  2  ·  Fund
              Sources: A list (2020), row 5: since 2012
          Reno, Us  ·  1  ·  1  ·  1  ·  Fund
              Sources: A list (2020), row 7: since 2015

        Searched
          Funds, supports or coordinates: A list (2020): 4 found, completeness unknown

        To keep in mind
          Amounts of all backers are on file for 1 of 2. Of the others only who backs them is: there may be more concentration than the number of backers shows, and no index is given.
    "#]].assert_eq(&page(&world(WORLD), "backing at=2020"));
}

#[test]
fn a_chain_breaks_sooner_under_attack_than_at_random() {
    let text = "city a\n city b\n city c\n city d\n city e\n source s report 2024 \"S\"\n source t report 2023 \"T\"
        a — b 1990/.. per s\n b — c 1991/.. per s\n c — d 1992/.. per t\n d — e per s\n a — e 1990/2000 per s";
    expect![[r#"
        HOW WELL THE PLACES HOLD TOGETHER
        as of 2024

        The largest group of 5 places is halved once the 2 most tied of them are lost, or 2 lost at random. The first to lose would be B, D and A.
          places with ties: 5
              Sources: S (2024), row 1: sister city, since 1990
                       S (2024), row 3: sister city, since 1991
                       T (2023), row 5: sister city, since 1992
                       S (2024), row 7: sister city, date unknown
              and       4 more
          lost, most tied first, until the largest group is halved: 2 places
              Sources: S (2024), row 1: sister city, since 1990
                       S (2024), row 3: sister city, since 1991
                       T (2023), row 5: sister city, since 1992
                       S (2024), row 7: sister city, date unknown
              and       4 more
          lost at random until the largest group is halved: 2 places
              Sources: S (2024), row 1: sister city, since 1990
                       S (2024), row 3: sister city, since 1991
                       T (2023), row 5: sister city, since 1992
                       S (2024), row 7: sister city, date unknown
              and       4 more
          R: places, most tied first: 0.24 share
              Sources: S (2024), row 1: sister city, since 1990
                       S (2024), row 3: sister city, since 1991
                       T (2023), row 5: sister city, since 1992
                       S (2024), row 7: sister city, date unknown
              and       4 more
          R: places, at random: 0.33 share
              Sources: S (2024), row 1: sister city, since 1990
                       S (2024), row 3: sister city, since 1991
                       T (2023), row 5: sister city, since 1992
                       S (2024), row 7: sister city, date unknown
              and       4 more

        The largest group as more is lost
          Lost  ·  Share lost  ·  Largest group
          places, most tied first  ·  0.20  ·  0.60
              Sources: S (2024), row 1: sister city, since 1990
          places, most tied first  ·  0.40  ·  0.20
              Sources: S (2024), row 1: sister city, since 1990
          places, most tied first  ·  0.60  ·  0.20
              Sources: S (2024), row 1: sister city, since 1990
          places, most tied first  ·  0.80  ·  0.20
              Sources: S (2024), row 1: sister city, since 1990
          places, most tied first  ·  1  ·  0
              Sources: S (2024), row 1: sister city, since 1990
          places, at random  ·  0.20  ·  0.67
              Sources: S (2024), row 1: sister city, since 1990
          places, at random  ·  0.40  ·  0.48
              Sources: S (2024), row 1: sister city, since 1990
          places, at random  ·  0.60  ·  0.29
              Sources: S (2024), row 1: sister city, since 1990
          places, at random  ·  0.80  ·  0.20
              Sources: S (2024), row 1: sister city, since 1990
          places, at random  ·  1  ·  0
              Sources: S (2024), row 1: sister city, since 1990

        Who is lost first
          Order  ·  Lost  ·  Largest group then
          places, most tied first  ·  B  ·  0.60
              Sources: S (2024), row 1: sister city, since 1990
          places, most tied first  ·  D  ·  0.20
              Sources: T (2023), row 5: sister city, since 1992
          places, most tied first  ·  A  ·  0.20
              Sources: S (2024), row 1: sister city, since 1990
          places, most tied first  ·  C  ·  0.20
              Sources: T (2023), row 5: sister city, since 1992
          places, most tied first  ·  E  ·  0
              Sources: S (2024), row 7: sister city, date unknown

        Searched
          Agreements: S (2024): 4 found, completeness unknown
          Agreements: T (2023): 1 found, completeness unknown

        Not yet searched: networks, events, offices abroad, resolutions and laws, programmes and foundings

        To keep in mind
          Counting cities, each for itself, by their agreements, networks, events, offices abroad, resolutions and laws and programmes and foundings.
    "#]].assert_eq(&page(&world(text), "robustness at=2024"));
}
