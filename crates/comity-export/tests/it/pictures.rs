//! A small picture of each kind, as it is drawn; and what must hold for every one.

use comity_answer::{
    Bar, Chart, Curve, Dot, GrowthDot, IntervalRow, Mark, MatrixCell, Picture, Span, UndatedBar,
};
use comity_export::{draw, draw_on_page, render_png};
use expect_test::expect_file;

const CITE: &str = "Comity 0.1.0, register entry 7, head 9f3a";

fn chart(picture: Picture) -> Chart {
    let (title, caption) = ("A title".to_owned(), "What to see.".to_owned());
    Chart { id: "one", title, caption, table: "rows", picture }
}

/// As it lies in `cases/pictures`, where it can be looked at.
#[track_caller]
fn check(name: &str, picture: Picture) {
    let drawn = draw(&chart(picture), CITE).expect("there is something to draw");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases/pictures");
    expect_file![format!("{folder}/{name}.svg")].assert_eq(&drawn);
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
    check("quotients", Picture::Dots { rows, reference: Some(1.0), unit: "×".to_owned(), logarithmic: true });
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
    check("open-ends", Picture::Intervals { rows });
}

#[test]
fn growth_has_three_marks_and_is_dotted_where_it_is_carried() {
    check("growth", growth());
}

#[test]
fn a_burst_is_bracketed() {
    let bar = |year, value, possible, burst| Bar { year, value, possible, burst };
    let bars = vec![bar(1984, 1.0, 1.0, 0), bar(1985, 4.0, 5.0, 1), bar(1986, 4.0, 4.0, 1)];
    check("burst", Picture::Strip { bars, unit: "acts".to_owned(), undated: None });
}

#[test]
fn a_bar_is_open_where_it_is_only_possible() {
    let rows = vec![
        dot("France", 3.0, None, Some(5.0)),
        dot("Italy", 2.0, None, None),
        dot("Spain", 1.0, None, None),
    ];
    check("bars", Picture::Bars { rows, unit: "members".to_owned() });
}

#[test]
fn a_cell_is_a_pair() {
    let cell = |row| MatrixCell { row, column: 0, weight: 1.0, mark: Mark::Observed };
    let rows = ["Lyon", "Paris", "Rome"].map(str::to_owned).to_vec();
    let columns = vec!["C40".to_owned()];
    check("cells", Picture::Matrix { rows, columns, cells: (0..3).map(cell).collect() });
}

#[test]
fn a_line_is_named_at_its_end() {
    let points = vec![(0.0, 1.0), (5.0, 0.75), (10.0, 0.5)];
    let lines = vec![Curve { label: "twins".to_owned(), points, band: Vec::new(), observed: Vec::new() }];
    let (x, y) = ("years".to_owned(), "share".to_owned());
    check("curve", Picture::Curves { lines, x, y, steps: true });
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
