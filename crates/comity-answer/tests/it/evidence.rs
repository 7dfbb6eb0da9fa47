//! A number on a page leads to its claims: every row of every table of every question, and every figure above them.

use comity_answer::{Answer, Cell, Row, Table};

use crate::{answer, world};

/// Enough of everything that no table of the questions below is empty.
pub(crate) const WORLD: &str = r#"
    nation us "United States" country=US
    nation france country=FR
    nation germany country=DE
    state texas in us
    city austin in texas,us pop=960000 at=30.27,-97.74
    city boston in us pop=650000 at=42.36,-71.06
    city dallas in texas,us pop=1300000 at=32.78,-96.80
    city lyon in france pop=520000 at=45.76,4.84
    city paris in france pop=2100000 at=48.86,2.35
    city bonn in germany pop=330000 at=50.73,7.10
    city ulm in germany pop=126000 at=48.40,9.99
    network old "Old union"
    network young "Young union"
    network league "Texas league"
    organisation fund "The fund" class=philanthropy
    organisation firm "The firm" class=firm
    person ana "Ana"
    event summit-1 "First summit"
    event summit-2 "Second summit"
    act law-1 class=divestment
    act law-2 class=divestment
    act law-3 class=divestment
    act law-4 class=divestment
    act law-5 class=divestment
    act law-6 class=divestment
    act policy
    office bureau in france
    event mission-1 "Texas in France 2011" class=mission
    programme scheme "A scheme"
    organisation desk "International desk" class=unit
    source list official-list 2024 "A list"
    source note report 2025 "A note"
    source book report 2010 "A book"
    attribute old founded 1950 per book
    attribute young founded 2005 per book
    attribute old issue-area "climate and environment" per book
    attribute young issue-area "human rights" per book
    attribute league issue-area "trade" per book
    attribute old dissolved 2015 per note
    young succeeds old 2015 per note
    mission-1 within paris per book
    texas takes-part mission-1 2011-09 per book role=leader
    attribute mission-1 date 2011-09 per book
    attribute mission-1 sector tourism per book
    desk within austin per book
    attribute desk staff 3 2010 per book unit=people
    attribute lyon seeks health per book
    attribute austin offers health per book
    count 75 USD 2010 per book subject.level=state subject.within=us counting=money purpose=exports wording="what states spend"
    attribute us price-index 218 2010 per book unit="USD, 1982-84 = 100"
    lyon runs scheme 2010/.. per list
    austin member old 1990/2012 per list
    austin member old 1990/.. per note
    austin member young 2006/.. per list role=board
    boston member old 1991/.. per list
    boston member young 2007/.. per list
    dallas member young 2008/.. per list
    dallas member league 1980/.. per list
    boston member league 1985/.. per list
    league member young 2009/.. per list
    lyon member old 1960/.. per list
    lyon member young 2006/.. per list
    paris member old 1960/.. per list role=presidency
    paris member young per note
    bonn member old 1970/.. per list
    ulm member young 2010/.. per list
    firm member young 2010/.. per list
    ana holds young 2010/.. per list post=board on-behalf-of=austin
    fund backs young 2006/.. per note kind=money amount=60 currency=USD
    firm backs young 2007/.. per note kind=money amount=40 currency=USD
    fund coordinates boston 2006/2015 per note kind=advice
    austin — lyon 1985/.. per list
    lyon — austin 1985/.. per note
    boston — paris 1985/2005 per note
    dallas — bonn 1999/.. per list
    dallas — ulm 2001/ per book
    bonn — lyon 1987/.. per list
    austin takes-part summit-1 1992 per list
    lyon takes-part summit-1 1992 per list
    boston takes-part summit-2 1996 per list role=host
    paris takes-part summit-2 1996 per note
    austin adopts law-1 1985 per list
    boston adopts law-2 1986 per list
    dallas adopts law-3 1988 per list
    austin adopts law-4 1989 per list
    boston adopts law-5 1990 per list
    dallas adopts law-6 1992 per list
    boston adopts law-2 1987 per note
    law-1 concerns policy 1985/.. per list stance=against
    law-2 concerns policy 1986/.. per list stance=against
    texas keeps bureau 1982/.. per list
    looked takes-part per list object=summit-1 completeness=complete found=2
    count 8 cities per note link=member object.entity=young wording="members"
    count 3 cities per note link=member subject.within=us object.entity=young wording="US members"
    count 5 cities per note link=adopts subject.within=us object.class=divestment wording="divestment acts"
    count 9 offices per note link=keeps counting=links subject.within=us wording="offices abroad"
    count 7 offices per book link=keeps counting=links subject.within=us wording="offices abroad" observed=2018
    absence "no big US city" 1985/2004 per note link=member subject.within=us subject.population_from=500000 object.entity=old label=S37
    attribute us urban-population-share 0.06 2018 per book
    attribute france urban-population-share 0.01 2018 per book
    open "Rochester" party per note country="United States" other=bonn why="two places"
    distinct lyon paris by="Ana" why="two cities"
"#;

pub(crate) const ASKED: &[&str] = &[
    "members young",
    "joined us",
    "first us",
    "memberships austin",
    "seats young",
    "lineage young",
    "indirect young",
    "presence young",
    "weight young at=2019",
    "generations us",
    "series us summit",
    "actors young",
    "bursts us sort=divestment",
    "acts",
    "act-counts divestment",
    "acts-and-twins policy france us",
    "offices",
    "lapsed",
    "missions",
    "capacity",
    "spending",
    "presence-of us france",
    "needs",
    "connected",
    "ranking cities=austin,boston of=us",
    "backbone",
    "communities at=2019",
    "bridges",
    "layers",
    "layers each=issue",
    "change from=1995 to=2010",
    "what-if remove=fund",
    "before-after old",
    "withdrawal fund",
    "backing",
    "robustness",
    "partners austin",
    "checked note",
    "history #1",
    "reciprocity",
    "sameness",
    "sameness lyon paris",
    "coverage",
    "conflicts",
    "timeline austin",
];

/// Figures that stand for claims need some; one of nothing has nothing to show, nor have years, labels and words.
fn states_a_figure(row: &Row) -> bool {
    row.cells.iter().any(|cell| match cell {
        Cell::Count(n) => *n > 0,
        Cell::Number(n) => n.abs() > 0.0,
        Cell::Range(count) => count.presumed > 0,
        Cell::Empty
        | Cell::Text(_)
        | Cell::Time { .. }
        | Cell::Entities(_)
        | Cell::Entity(_)
        | Cell::State { .. } => false,
    })
}

fn bare(table: &Table) -> usize {
    let declared = !table.computed_from.is_empty();
    table.rows.iter().filter(|row| !declared && states_a_figure(row) && row.evidence.is_empty()).count()
}

#[test]
fn every_row_with_a_figure_carries_claims_or_says_what_it_comes_from() {
    let world = world(WORLD);
    let mut found = Vec::new();
    for line in ASKED {
        let answer = answer(&world, line);
        if let Answer::Report(sheet) = &answer {
            let refused = !sheet.unanswerable.is_empty() && sheet.least.is_none();
            found.extend(refused.then(|| format!("{line}: {}", sheet.unanswerable)));
            let bare = sheet
                .indicators
                .iter()
                .filter(|one| one.evidence.is_empty() && one.value.is_some_and(|n| n > 0.0));
            found.extend(bare.map(|one| format!("{line}: {}", one.label)));
        }
        for table in &answer.tables() {
            let rows = bare(table);
            if rows > 0 {
                found.push(format!("{line}: {rows} of {} rows of {}", table.rows.len(), table.id));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

/// The tables whose figures are a model's, of a whole graph or set by hand: no others may do without claims.
#[test]
fn what_is_computed_says_so() {
    let world = world(WORLD);
    let mut declared: Vec<String> = Vec::new();
    for line in ASKED {
        let answer = answer(&world, line);
        let tables = answer.tables();
        let question = line.split(' ').next().unwrap_or_default();
        let own = tables.iter().filter(|table| !table.computed_from.is_empty());
        declared.extend(own.map(|table| format!("{question} {}", table.id)));
    }
    declared.sort();
    declared.dedup();
    assert_eq!(
        declared,
        [
            "actors diversity",
            "communities follow",
            "connected agreement",
            "connected confidence",
            "connected weights",
            "history counts",
            "partners weights",
            "weight weights",
            "withdrawal assumed",
        ]
    );
}
