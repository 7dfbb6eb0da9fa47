//! A small picture of each kind, as it is written; and what must hold for every one.

use comity_answer::{
    Bar, Chart, Curve, Dot, GrowthDot, IntervalRow, Mark, MatrixCell, Picture, Span, UndatedBar,
};
use comity_export::{draw, draw_on_page, render_png};
use expect_test::{Expect, expect};

const CITE: &str = "Comity 0.1.0, register entry 7, head 9f3a";

fn chart(picture: Picture) -> Chart {
    let (title, caption) = ("A title".to_owned(), "What to see.".to_owned());
    Chart { id: "one", title, caption, table: "rows", picture }
}

/// The drawing without its frame, which is the same for all.
#[track_caller]
fn check(picture: Picture, expect: &Expect) {
    let drawn = draw(&chart(picture), CITE).expect("there is something to draw");
    let (_, body) = drawn.split_once("fill=\"#ffffff\"/>\n").unwrap();
    expect.assert_eq(body);
}

fn dot(label: &str, value: f64, low: Option<f64>, high: Option<f64>) -> Dot {
    Dot { label: label.to_owned(), value, low, high, group: String::new() }
}

fn every_kind() -> Vec<Picture> {
    let span = |from: Option<f64>, to: Option<f64>, mark| Span {
        start_earliest: from,
        start_latest: from.map(|year| year + 1.0),
        end_earliest: to,
        end_latest: to,
        mark,
    };
    let marks = [
        Mark::Observed,
        Mark::Carried,
        Mark::Disputed,
        Mark::Over,
        Mark::Ahead,
        Mark::Unplaced,
        Mark::Denied,
    ];
    let row = |mark| IntervalRow {
        label: format!("{mark:?}"),
        spans: vec![span(Some(1981.0), Some(1990.5), mark), span(Some(2001.0), None, mark)],
    };
    let cell = |(row, mark)| MatrixCell { row, column: row % 2, weight: 0.3, mark };
    let groups = (0..7).map(|n| Dot { group: format!("group {n}"), ..dot("x", 1.5, Some(0.5), Some(4.0)) });
    let groups: Vec<Dot> = groups.collect();
    vec![
        Picture::Intervals { rows: marks.map(row).to_vec() },
        Picture::Dots {
            rows: groups.clone(), reference: Some(1.0), unit: "×".to_owned(), logarithmic: true
        },
        Picture::Bars { rows: groups, unit: "members".to_owned() },
        Picture::Strip {
            bars: (1975..1995)
                .map(|year| Bar {
                    year,
                    value: f64::from(year % 7),
                    possible: f64::from(year % 7 + 1),
                    burst: u8::from((1982..1988).contains(&year)),
                })
                .collect(),
            unit: "acts a year".to_owned(),
            undated: Some(UndatedBar {
                label: "59 more by August 1987, year unknown".to_owned(),
                value: 9.0,
            }),
        },
        Picture::Matrix {
            rows: (0..6).map(|n| format!("city {n}")).collect(),
            columns: vec!["C40".to_owned(), "Mayors for Peace".to_owned()],
            cells: (0..).zip(marks).map(cell).collect(),
        },
        Picture::Curves {
            lines: vec![
                Curve {
                    label: "sister cities".to_owned(),
                    points: vec![(0.0, 1.0), (5.0, 0.8), (10.0, 0.5)],
                    band: vec![(1.0, 1.0), (0.7, 0.9), (0.3, 0.7)],
                    observed: Vec::new(),
                },
                Curve {
                    label: "twins".to_owned(),
                    points: vec![(0.0, 1.0), (10.0, 0.5)],
                    band: Vec::new(),
                    observed: Vec::new(),
                },
            ],
            x: "years".to_owned(),
            y: "share still in force".to_owned(),
            steps: true,
        },
        growth(),
    ]
}

/// Two counts of one day, a list beside them, and nothing after 2021.
fn growth() -> Picture {
    let at = |year: f64, value: f64, words: &str| GrowthDot { year, value, words: words.to_owned() };
    Picture::Growth {
        counted: vec![
            at(2005.75, 18.0, "18"),
            at(2014.0, 69.0, "69"),
            at(2021.0, 91.0, "at least 91"),
            at(2021.0, 97.0, "97"),
        ],
        named: vec![at(2019.5, 93.0, "93")],
        until: 2026.9,
    }
}

#[test]
fn a_quotient_stands_between_the_ends_of_its_interval() {
    let rows = vec![
        dot("urban population", 2.0, Some(1.0), Some(4.0)),
        dot("economy", 0.5, None, None),
        dot("people", 1.0, None, None),
    ];
    check(
        Picture::Dots { rows, reference: Some(1.0), unit: "×".to_owned(), logarithmic: true },
        &expect![[r##"
            <text x="2" y="20" class="f-ink" fill="#1d2327" font-size="16" font-weight="600">A title</text>
            <line x1="138.4" y1="32" x2="138.4" y2="104" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="138.4" y="119" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">0.50</text>
            <line x1="371.6" y1="32" x2="371.6" y2="104" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="371.6" y="119" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">1</text>
            <line x1="604.8" y1="32" x2="604.8" y2="104" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="604.8" y="119" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">2</text>
            <line x1="138.4" y1="104" x2="838" y2="104" class="s-quiet" stroke="#586068" stroke-width="1"/>
            <line x1="371.6" y1="32" x2="371.6" y2="104" class="s-ink" stroke="#1d2327" stroke-width="1.5" stroke-dasharray="6 3"/>
            <text x="124.4" y="49" class="f-ink" fill="#1d2327" font-size="14" text-anchor="end">urban population</text>
            <text x="898" y="49" class="f-ink" fill="#1d2327" font-size="14" text-anchor="end">2</text>
            <line x1="371.6" y1="44" x2="838" y2="44" class="s-accent" stroke="#1a4f8b" stroke-width="1.5"/>
            <line x1="371.6" y1="40" x2="371.6" y2="48" class="s-accent" stroke="#1a4f8b" stroke-width="1.5"/>
            <line x1="838" y1="40" x2="838" y2="48" class="s-accent" stroke="#1a4f8b" stroke-width="1.5"/>
            <circle cx="604.8" cy="44" r="5" class="f-accent" fill="#1a4f8b"/>
            <text x="124.4" y="73" class="f-ink" fill="#1d2327" font-size="14" text-anchor="end">economy</text>
            <text x="898" y="73" class="f-ink" fill="#1d2327" font-size="14" text-anchor="end">0.50</text>
            <circle cx="138.4" cy="68" r="5" class="f-accent" fill="#1a4f8b"/>
            <text x="124.4" y="97" class="f-ink" fill="#1d2327" font-size="14" text-anchor="end">people</text>
            <text x="898" y="97" class="f-ink" fill="#1d2327" font-size="14" text-anchor="end">1</text>
            <circle cx="371.6" cy="92" r="5" class="f-accent" fill="#1a4f8b"/>
            <text x="485.2" y="134" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">×</text>
            <text x="2" y="160" class="f-quiet" fill="#586068" font-size="12">Comity 0.1.0, register entry 7, head 9f3a</text>
            </svg>
        "##]],
    );
}

#[test]
fn a_start_between_two_years_is_open_and_an_unknown_end_broken_off() {
    let span = Span {
        start_earliest: Some(1980.0),
        start_latest: Some(1985.0),
        end_earliest: Some(2000.0),
        end_latest: None,
        mark: Mark::Observed,
    };
    let rows = vec![IntervalRow { label: "Lyon".to_owned(), spans: vec![span; 3] }];
    check(
        Picture::Intervals { rows },
        &expect![[r##"
            <text x="2" y="20" class="f-ink" fill="#1d2327" font-size="16" font-weight="600">A title</text>
            <line x1="46.8" y1="32" x2="46.8" y2="56" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="46.8" y="71" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">1980</text>
            <line x1="242.5" y1="32" x2="242.5" y2="56" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="242.5" y="71" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">1985</text>
            <line x1="438.1" y1="32" x2="438.1" y2="56" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="438.1" y="71" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">1990</text>
            <line x1="633.8" y1="32" x2="633.8" y2="56" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="633.8" y="71" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">1995</text>
            <line x1="829.4" y1="32" x2="829.4" y2="56" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="829.4" y="71" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">2000</text>
            <line x1="46.8" y1="56" x2="892" y2="56" class="s-quiet" stroke="#586068" stroke-width="1"/>
            <text x="38.8" y="49" class="f-ink" fill="#1d2327" font-size="14" text-anchor="end">Lyon</text>
            <rect x="46.8" y="41" width="195.6" height="6" class="f-paper s-accent" fill="#ffffff" stroke="#1a4f8b" stroke-width="1.2" stroke-dasharray="3 2"/>
            <line x1="829.4" y1="44" x2="892" y2="44" class="s-accent" stroke="#1a4f8b" stroke-width="1.5" stroke-dasharray="4 3"/>
            <polyline points="887,40 892,44 887,48" fill="none" class="s-accent" stroke="#1a4f8b" stroke-width="1.5"/>
            <rect x="242.5" y="39" width="586.9" height="10" class="f-accent" fill="#1a4f8b"/>
            <rect x="46.8" y="41" width="195.6" height="6" class="f-paper s-accent" fill="#ffffff" stroke="#1a4f8b" stroke-width="1.2" stroke-dasharray="3 2"/>
            <line x1="829.4" y1="44" x2="892" y2="44" class="s-accent" stroke="#1a4f8b" stroke-width="1.5" stroke-dasharray="4 3"/>
            <polyline points="887,40 892,44 887,48" fill="none" class="s-accent" stroke="#1a4f8b" stroke-width="1.5"/>
            <rect x="242.5" y="39" width="586.9" height="10" class="f-accent" fill="#1a4f8b"/>
            <rect x="46.8" y="41" width="195.6" height="6" class="f-paper s-accent" fill="#ffffff" stroke="#1a4f8b" stroke-width="1.2" stroke-dasharray="3 2"/>
            <line x1="829.4" y1="44" x2="892" y2="44" class="s-accent" stroke="#1a4f8b" stroke-width="1.5" stroke-dasharray="4 3"/>
            <polyline points="887,40 892,44 887,48" fill="none" class="s-accent" stroke="#1a4f8b" stroke-width="1.5"/>
            <rect x="242.5" y="39" width="586.9" height="10" class="f-accent" fill="#1a4f8b"/>
            <rect x="2" y="85" width="20" height="9" class="f-accent" fill="#1a4f8b"/>
            <text x="28" y="94" class="f-quiet" fill="#586068" font-size="12">on record</text>
            <rect x="104.1" y="85" width="20" height="9" class="f-paper s-quiet" fill="#ffffff" stroke="#586068" stroke-width="1.2" stroke-dasharray="3 2"/>
            <text x="130.1" y="94" class="f-quiet" fill="#586068" font-size="12">within these years</text>
            <line x1="265" y1="89.5" x2="285" y2="89.5" class="s-quiet" stroke="#586068" stroke-width="1.5" stroke-dasharray="4 3"/>
            <text x="291" y="94" class="f-quiet" fill="#586068" font-size="12">start or end not known</text>
            <text x="2" y="117" class="f-quiet" fill="#586068" font-size="12">Comity 0.1.0, register entry 7, head 9f3a</text>
            </svg>
        "##]],
    );
}

#[test]
fn growth_has_three_marks_and_is_dotted_where_it_is_carried() {
    check(
        growth(),
        &expect![[r##"
        <text x="2" y="20" class="f-ink" fill="#1d2327" font-size="16" font-weight="600">A title</text>
        <line x1="44" y1="240" x2="696" y2="240" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
        <text x="36" y="244" class="f-quiet" fill="#586068" font-size="12" text-anchor="end">0</text>
        <line x1="44" y1="145" x2="696" y2="145" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
        <text x="36" y="149" class="f-quiet" fill="#586068" font-size="12" text-anchor="end">50</text>
        <line x1="44" y1="50" x2="696" y2="50" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
        <text x="36" y="54" class="f-quiet" fill="#586068" font-size="12" text-anchor="end">100</text>
        <text x="179" y="258" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">2010</text>
        <text x="321.3" y="258" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">2015</text>
        <text x="463.6" y="258" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">2020</text>
        <text x="605.9" y="258" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">2025</text>
        <polyline points="58,205.8 292.8,108.9 492.1,55.7" fill="none" class="s-accent" stroke="#1a4f8b" stroke-width="2.5"/>
        <line x1="492.1" y1="55.7" x2="660" y2="55.7" class="s-accent" stroke="#1a4f8b" stroke-width="2.5" stroke-dasharray="1 6"/>
        <circle cx="58" cy="205.8" r="5" class="f-accent" fill="#1a4f8b"/>
        <circle cx="292.8" cy="108.9" r="5" class="f-accent" fill="#1a4f8b"/>
        <circle cx="492.1" cy="67.1" r="5" class="f-accent" fill="#1a4f8b"/>
        <circle cx="492.1" cy="55.7" r="5" class="f-accent" fill="#1a4f8b"/>
        <circle cx="449.4" cy="63.3" r="4.6" class="f-paper s-networks" fill="#ffffff" stroke="#a86800" stroke-width="1.2"/>
        <text x="58" y="195.8" class="f-ink" fill="#1d2327" font-size="14" text-anchor="middle">18</text>
        <text x="492.1" y="45.7" class="f-ink" fill="#1d2327" font-size="14" text-anchor="middle">97</text>
        <circle cx="12" cy="275.5" r="5" class="f-accent" fill="#1a4f8b"/>
        <text x="28" y="280" class="f-quiet" fill="#586068" font-size="12">what sources count</text>
        <circle cx="181.1" cy="275.5" r="4.6" class="f-paper s-networks" fill="#ffffff" stroke="#a86800" stroke-width="1.2"/>
        <text x="197.1" y="280" class="f-quiet" fill="#586068" font-size="12">members that one source names</text>
        <line x1="423.8" y1="275.5" x2="443.8" y2="275.5" class="s-accent" stroke="#1a4f8b" stroke-width="2.5" stroke-dasharray="1 6"/>
        <text x="449.8" y="280" class="f-quiet" fill="#586068" font-size="12">no later count found</text>
        <text x="2" y="303" class="f-quiet" fill="#586068" font-size="12">Comity 0.1.0, register entry 7, head 9f3a</text>
        </svg>
    "##]],
    );
}

#[test]
fn a_burst_is_bracketed() {
    let bar = |year, value, possible, burst| Bar { year, value, possible, burst };
    let bars = vec![bar(1984, 1.0, 1.0, 0), bar(1985, 4.0, 5.0, 1), bar(1986, 4.0, 4.0, 1)];
    check(
        Picture::Strip { bars, unit: "acts".to_owned(), undated: None },
        &expect![[r##"
            <text x="2" y="20" class="f-ink" fill="#1d2327" font-size="16" font-weight="600">A title</text>
            <text x="2" y="40" class="f-quiet" fill="#586068" font-size="12">acts</text>
            <line x1="40" y1="248" x2="896" y2="248" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="34" y="252" class="f-quiet" fill="#586068" font-size="12" text-anchor="end">0</text>
            <line x1="40" y1="168" x2="896" y2="168" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="34" y="172" class="f-quiet" fill="#586068" font-size="12" text-anchor="end">2</text>
            <line x1="40" y1="88" x2="896" y2="88" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="34" y="92" class="f-quiet" fill="#586068" font-size="12" text-anchor="end">4</text>
            <rect x="68.5" y="208" width="228.3" height="40" class="f-programmes" fill="#5c6670"/>
            <rect x="353.9" y="88" width="228.3" height="160" class="f-accent" fill="#1a4f8b"/>
            <rect x="353.9" y="48" width="228.3" height="40" class="f-paper s-accent" fill="#ffffff" stroke="#1a4f8b" stroke-width="1.2"/>
            <rect x="639.2" y="88" width="228.3" height="160" class="f-accent" fill="#1a4f8b"/>
            <line x1="40" y1="248" x2="896" y2="248" class="s-quiet" stroke="#586068" stroke-width="1"/>
            <line x1="182.7" y1="248" x2="182.7" y2="252" class="s-quiet" stroke="#586068" stroke-width="1"/>
            <text x="182.7" y="264" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">1984</text>
            <line x1="468" y1="248" x2="468" y2="252" class="s-quiet" stroke="#586068" stroke-width="1"/>
            <text x="468" y="264" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">1985</text>
            <line x1="753.3" y1="248" x2="753.3" y2="252" class="s-quiet" stroke="#586068" stroke-width="1"/>
            <text x="753.3" y="264" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">1986</text>
            <rect x="325.3" y="270" width="570.7" height="4" class="f-ink" fill="#1d2327"/>
            <text x="610.7" y="287" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">1985–1986</text>
            <rect x="2" y="299" width="20" height="9" class="f-programmes" fill="#5c6670"/>
            <text x="28" y="308" class="f-quiet" fill="#586068" font-size="12">of that year</text>
            <rect x="118.9" y="299" width="20" height="9" class="f-paper s-programmes" fill="#ffffff" stroke="#5c6670" stroke-width="1.2"/>
            <text x="144.9" y="308" class="f-quiet" fill="#586068" font-size="12">its date leaves several years</text>
            <rect x="346.8" y="299" width="20" height="9" class="f-accent" fill="#1a4f8b"/>
            <text x="372.8" y="308" class="f-quiet" fill="#586068" font-size="12">in a surge</text>
            <line x1="452.4" y1="303.5" x2="472.4" y2="303.5" class="s-ink" stroke="#1d2327" stroke-width="4"/>
            <text x="478.4" y="308" class="f-quiet" fill="#586068" font-size="12">years of the surge</text>
            <text x="2" y="331" class="f-quiet" fill="#586068" font-size="12">Comity 0.1.0, register entry 7, head 9f3a</text>
            </svg>
        "##]],
    );
}

#[test]
fn a_bar_is_open_where_it_is_only_possible() {
    let rows = vec![
        dot("France", 3.0, None, Some(5.0)),
        dot("Italy", 2.0, None, None),
        dot("Spain", 1.0, None, None),
    ];
    check(
        Picture::Bars { rows, unit: "members".to_owned() },
        &expect![[r##"
            <text x="2" y="20" class="f-ink" fill="#1d2327" font-size="16" font-weight="600">A title</text>
            <line x1="61.4" y1="32" x2="61.4" y2="98" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="61.4" y="113" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">0</text>
            <line x1="372" y1="32" x2="372" y2="98" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="372" y="113" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">2</text>
            <line x1="682.7" y1="32" x2="682.7" y2="98" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="682.7" y="113" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">4</text>
            <line x1="61.4" y1="98" x2="838" y2="98" class="s-quiet" stroke="#586068" stroke-width="1"/>
            <text x="53.4" y="48" class="f-ink" fill="#1d2327" font-size="14" text-anchor="end">France</text>
            <text x="898" y="48" class="f-ink" fill="#1d2327" font-size="14" text-anchor="end">3–5</text>
            <rect x="61.4" y="37" width="466" height="12" class="f-accent" fill="#1a4f8b"/>
            <rect x="527.4" y="37" width="310.6" height="12" class="f-paper s-accent" fill="#ffffff" stroke="#1a4f8b" stroke-width="1.2"/>
            <text x="53.4" y="70" class="f-ink" fill="#1d2327" font-size="14" text-anchor="end">Italy</text>
            <text x="898" y="70" class="f-ink" fill="#1d2327" font-size="14" text-anchor="end">2</text>
            <rect x="61.4" y="59" width="310.6" height="12" class="f-accent" fill="#1a4f8b"/>
            <text x="53.4" y="92" class="f-ink" fill="#1d2327" font-size="14" text-anchor="end">Spain</text>
            <text x="898" y="92" class="f-ink" fill="#1d2327" font-size="14" text-anchor="end">1</text>
            <rect x="61.4" y="81" width="155.3" height="12" class="f-accent" fill="#1a4f8b"/>
            <text x="449.7" y="128" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">members</text>
            <rect x="2" y="142" width="20" height="9" class="f-paper s-quiet" fill="#ffffff" stroke="#586068" stroke-width="1.2"/>
            <text x="28" y="151" class="f-quiet" fill="#586068" font-size="12">possible</text>
            <text x="2" y="174" class="f-quiet" fill="#586068" font-size="12">Comity 0.1.0, register entry 7, head 9f3a</text>
            </svg>
        "##]],
    );
}

#[test]
fn a_cell_is_a_pair() {
    let cell = |row| MatrixCell { row, column: 0, weight: 1.0, mark: Mark::Observed };
    let rows = ["Lyon", "Paris", "Rome"].map(str::to_owned).to_vec();
    let columns = vec!["C40".to_owned()];
    check(
        Picture::Matrix { rows, columns, cells: (0..3).map(cell).collect() },
        &expect![[r##"
            <text x="2" y="20" class="f-ink" fill="#1d2327" font-size="16" font-weight="600">A title</text>
            <text x="66.7" y="58" class="f-quiet" fill="#586068" font-size="12" transform="rotate(-90 66.7 58)">C40</text>
            <text x="43.7" y="80" class="f-ink" fill="#1d2327" font-size="14" text-anchor="end">Lyon</text>
            <line x1="51.7" y1="64" x2="73.7" y2="64" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="43.7" y="102" class="f-ink" fill="#1d2327" font-size="14" text-anchor="end">Paris</text>
            <line x1="51.7" y1="86" x2="73.7" y2="86" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="43.7" y="124" class="f-ink" fill="#1d2327" font-size="14" text-anchor="end">Rome</text>
            <line x1="51.7" y1="108" x2="73.7" y2="108" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <line x1="51.7" y1="130" x2="73.7" y2="130" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <rect x="53.7" y="66" width="18" height="18" class="f-accent s-accent" fill="#1a4f8b" fill-opacity="1" stroke="#1a4f8b" stroke-width="1"/>
            <rect x="53.7" y="88" width="18" height="18" class="f-accent s-accent" fill="#1a4f8b" fill-opacity="1" stroke="#1a4f8b" stroke-width="1"/>
            <rect x="53.7" y="110" width="18" height="18" class="f-accent s-accent" fill="#1a4f8b" fill-opacity="1" stroke="#1a4f8b" stroke-width="1"/>
            <rect x="2" y="139" width="20" height="9" class="f-accent s-accent" fill="#1a4f8b" fill-opacity="1" stroke="#1a4f8b" stroke-width="1"/>
            <text x="28" y="148" class="f-quiet" fill="#586068" font-size="12">on record</text>
            <text x="2" y="171" class="f-quiet" fill="#586068" font-size="12">Comity 0.1.0, register entry 7, head 9f3a</text>
            </svg>
        "##]],
    );
}

#[test]
fn a_line_is_named_at_its_end() {
    let points = vec![(0.0, 1.0), (5.0, 0.75), (10.0, 0.5)];
    let lines = vec![Curve { label: "twins".to_owned(), points, band: Vec::new(), observed: Vec::new() }];
    let (x, y) = ("years".to_owned(), "share".to_owned());
    check(
        Picture::Curves { lines, x, y, steps: true },
        &expect![[r##"
            <text x="2" y="20" class="f-ink" fill="#1d2327" font-size="16" font-weight="600">A title</text>
            <text x="2" y="40" class="f-quiet" fill="#586068" font-size="12">share</text>
            <line x1="48" y1="350" x2="850.7" y2="350" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="42" y="354" class="f-quiet" fill="#586068" font-size="12" text-anchor="end">0</text>
            <line x1="48" y1="200" x2="850.7" y2="200" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="42" y="204" class="f-quiet" fill="#586068" font-size="12" text-anchor="end">0.50</text>
            <line x1="48" y1="50" x2="850.7" y2="50" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="42" y="54" class="f-quiet" fill="#586068" font-size="12" text-anchor="end">1</text>
            <line x1="48" y1="50" x2="48" y2="350" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="48" y="365" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">0</text>
            <line x1="449.4" y1="50" x2="449.4" y2="350" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="449.4" y="365" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">5</text>
            <line x1="850.7" y1="50" x2="850.7" y2="350" class="s-rule" stroke="#d9dcd6" stroke-width="1"/>
            <text x="850.7" y="365" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">10</text>
            <line x1="48" y1="350" x2="850.7" y2="350" class="s-quiet" stroke="#586068" stroke-width="1"/>
            <polyline points="48,50 449.4,50 449.4,125 850.7,125 850.7,200" fill="none" class="s-accent" stroke="#1a4f8b" stroke-width="2.2"/>
            <text x="856.7" y="204" class="f-ink" fill="#1d2327" font-size="12">twins</text>
            <text x="449.4" y="382" class="f-quiet" fill="#586068" font-size="12" text-anchor="middle">years</text>
            <text x="2" y="407" class="f-quiet" fill="#586068" font-size="12">Comity 0.1.0, register entry 7, head 9f3a</text>
            </svg>
        "##]],
    );
}

#[test]
fn between_sources_a_line_is_faint_with_dots_where_they_speak() {
    let (points, observed) = (vec![(2005.0, 18.0), (2010.0, 40.0), (2019.0, 96.0)], vec![2005.0, 2019.0]);
    let lines = vec![Curve { label: "members".to_owned(), points, band: Vec::new(), observed }];
    let picture = Picture::Curves { lines, x: "year".to_owned(), y: "members".to_owned(), steps: false };
    let drawn = draw(&chart(picture), CITE).unwrap();
    assert_eq!(
        (drawn.matches("<circle").count(), drawn.matches("stroke-opacity").count()),
        (2, 1),
        "{drawn}"
    );
}

#[test]
fn what_is_in_no_year_is_no_bar() {
    let Some(Picture::Strip { bars, unit, undated }) = every_kind().into_iter().nth(3) else {
        unreachable!()
    };
    let of = |undated| draw(&chart(Picture::Strip { bars: bars.clone(), unit: unit.clone(), undated }), CITE);
    let (with, without) = (of(undated).unwrap(), of(None).unwrap());
    assert_eq!(with.matches("<rect").count(), without.matches("<rect").count());
    assert!(with.contains(">59 more by"), "{with}");
}

#[test]
fn a_page_has_title_and_release_around_the_drawing() {
    for picture in every_kind() {
        let drawn = draw_on_page(&chart(picture)).unwrap();
        assert!(!drawn.contains(">A title</text>") && !drawn.contains(CITE), "{drawn}");
    }
}

#[test]
fn fewer_than_three_values_are_no_picture() {
    let none = [
        Picture::Intervals { rows: Vec::new() },
        Picture::Dots {
            rows: vec![dot("x", 0.0, None, None)],
            reference: None,
            unit: String::new(),
            logarithmic: true,
        },
        Picture::Strip { bars: Vec::new(), unit: String::new(), undated: None },
        Picture::Matrix { rows: Vec::new(), columns: Vec::new(), cells: Vec::new() },
        Picture::Curves { lines: Vec::new(), x: String::new(), y: String::new(), steps: false },
        Picture::Bars { rows: vec![dot("x", f64::NAN, None, None)], unit: String::new() },
        Picture::Bars {
            rows: vec![dot("x", 1.0, None, None), dot("y", 2.0, None, None)],
            unit: String::new(),
        },
    ];
    for picture in none {
        assert_eq!(draw(&chart(picture.clone()), CITE), None, "{picture:?}");
    }
}

#[test]
fn no_drawing_holds_what_is_no_number_or_what_is_markup() {
    let hostile = "</text><script>alert(1)</script> & \"x\" \u{1}";
    for mut picture in every_kind() {
        spoil(&mut picture, hostile);
        let chart = Chart { title: hostile.to_owned(), caption: hostile.to_owned(), ..chart(picture) };
        let drawn = draw(&chart, hostile).unwrap();
        for never in ["NaN", "inf", "<script", "\u{1}", "& "] {
            assert!(!drawn.contains(never), "{never}: {drawn}");
        }
    }
}

/// Puts hostile words and what is no number beside what can be drawn.
fn spoil(picture: &mut Picture, hostile: &str) {
    let bad = || dot(hostile, f64::NAN, Some(f64::NEG_INFINITY), Some(f64::INFINITY));
    match picture {
        Picture::Intervals { rows } => {
            let spans = rows[0].spans.clone();
            rows.push(IntervalRow { label: hostile.to_owned(), spans });
            rows[0].spans[0].start_earliest = Some(f64::NAN);
        }
        Picture::Dots { rows, .. } | Picture::Bars { rows, .. } => {
            rows[0].high = Some(f64::INFINITY);
            rows.push(bad());
        }
        Picture::Strip { bars, unit, .. } => {
            hostile.clone_into(unit);
            bars.push(Bar { year: 1995, value: f64::NAN, possible: f64::INFINITY, burst: 9 });
        }
        Picture::Matrix { rows, columns, cells } => {
            (rows[0], columns[0]) = (hostile.to_owned(), hostile.to_owned());
            cells.push(MatrixCell { row: 99, column: 9, weight: f64::NAN, mark: Mark::Observed });
            cells[0].weight = f64::NAN;
        }
        Picture::Curves { lines, .. } => {
            hostile.clone_into(&mut lines[0].label);
            lines[0].points.push((f64::NAN, f64::INFINITY));
        }
        Picture::Growth { counted, named, .. } => {
            hostile.clone_into(&mut counted[0].words);
            named.push(GrowthDot { year: f64::NAN, value: f64::INFINITY, words: hostile.to_owned() });
        }
    }
}

#[test]
fn only_the_first_sixty_rows_are_drawn_and_it_says_so() {
    let rows = (0..75).map(|n| dot(&format!("row {n}"), f64::from(n), None, None)).collect();
    let drawn = draw(&chart(Picture::Bars { rows, unit: String::new() }), CITE).unwrap();
    assert!(drawn.contains("First 60 of 75; all are in the table."), "{drawn}");
    assert!(drawn.contains(">row 59<") && !drawn.contains(">row 60<"), "{drawn}");
}

#[test]
fn a_long_label_is_cut_and_keeps_its_whole_text() {
    let long = "Rochester, Monroe County, New York, United States of America";
    let rows = vec![dot(long, 1.0, None, None); 3];
    let drawn = draw(&chart(Picture::Bars { rows, unit: String::new() }), CITE).unwrap();
    assert!(drawn.contains(&format!("<title>{long}</title>Rochester, Monroe")), "{drawn}");
}

#[test]
fn a_png_has_twice_the_size_and_letters_without_any_font_of_the_machine() {
    let picture = || Picture::Bars { rows: vec![dot("Łódź", 3.0, None, None); 3], unit: String::new() };
    let named = draw(&chart(picture()), CITE).unwrap();
    let nameless = named.replace(">Łódź<", "><");
    let png = render_png(&named).unwrap();
    assert_eq!(png, render_png(&named).unwrap(), "the same bytes");
    assert!(png.starts_with(b"\x89PNG"));
    assert_eq!(png[16..20], 1800_u32.to_be_bytes(), "its width");
    assert_ne!(png, render_png(&nameless).unwrap(), "letters leave a trace");
    assert!(render_png("<svg>").is_err());
}
