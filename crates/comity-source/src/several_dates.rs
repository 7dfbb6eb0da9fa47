//! Dates that a cell leaves open: from one to another, one of several, before or after one.

use comity_model::{Day, FuzzyDate};

use crate::date_style::DateStyle;
use crate::written_date::{Side, WrittenDate, is_year, single, strip_word};

/// `None` where the cell says one date, or nothing that can be read.
pub(crate) fn several(text: &str, style: DateStyle) -> Option<WrittenDate> {
    range(text)
        .or_else(|| season(text))
        .or_else(|| alternatives(text, style))
        .or_else(|| between(text, style))
        .or_else(|| one_sided(text, style))
}

/// `1985–1990`, `1990-92`: years that a dash or a word parts, not a stroke, which stands between alternatives.
fn range(text: &str) -> Option<WrittenDate> {
    const BETWEEN: [&str; 7] = ["–", "-", " to ", " bis ", " until ", " à ", " al "];
    let (from, until) = split_at_any(text, &BETWEEN)?;
    let until = if until.len() == 2 { later_year(from, until)? } else { until.to_owned() };
    if !(is_year(from) && is_year(&until) && *from < *until) {
        return None;
    }
    let until = Some(until.parse().ok()?);
    Some(WrittenDate {
        date: from.parse().ok()?,
        until,
        side: Side::On,
        doubt: Some("read as from one year to the other"),
    })
}

/// The year that two digits after a dash stand for: no month, and not the next year, which makes a season.
fn later_year(from: &str, digits: &str) -> Option<String> {
    let year: u32 = from.parse().ok().filter(|_| is_year(from))?;
    let of_century: u32 = digits.parse().ok()?;
    (of_century > 12 && of_century > year % 100 + 1).then(|| (year / 100 * 100 + of_century).to_string())
}

/// `1989/90`, `1989-90`, `1999/00`: the one year or the next.
fn season(text: &str) -> Option<WrittenDate> {
    let (from, next) = split_at_any(text, &["/", "–", "-"])?;
    let year: u32 = from.parse().ok().filter(|_| is_year(from))?;
    let short: u32 = next.parse().ok().filter(|_| next.len() == 2)?;
    // `2009-10` is a month, and was read as one before this was asked.
    let is_month = (1..=12).contains(&short) && !text.contains('/');
    (short == (year + 1) % 100 && !is_month).then(|| one_of(&[from.to_owned(), (year + 1).to_string()]))?
}

/// `1951 / 1960`, `3 May 1951; 12 June 1960`: a tie that was signed and renewed, or two opinions.
fn alternatives(text: &str, style: DateStyle) -> Option<WrittenDate> {
    const OR: [&str; 13] =
        [" / ", ";", "\n", "/", ", ", " and ", " or ", " und ", " et ", " y ", " e ", " и ", " & "];
    OR.iter().find_map(|or| {
        let parts: Vec<&str> = text.split(or).map(str::trim).collect();
        let enough = (2..=4).contains(&parts.len());
        // Without blanks around it, a stroke stands within a date; a comma too.
        if !enough || (matches!(*or, "/" | ", ") && !parts.iter().all(|part| is_year(part))) {
            return None;
        }
        let dates: Option<Vec<FuzzyDate>> = parts.iter().map(|part| plain_date(part, style)).collect();
        let dates = dates.filter(|dates| dates.is_sorted_by(|a, b| a.latest() < b.earliest()))?;
        one_of(&dates.iter().map(ToString::to_string).collect::<Vec<_>>())
    })
}

/// `between 1985 and 1987`: some day of all that time.
fn between(text: &str, style: DateStyle) -> Option<WrittenDate> {
    const BETWEEN: [&str; 8] = ["between", "zwischen", "entre", "tra il", "tra", "fra", "tussen", "между"];
    const AND: [&str; 9] = [" and ", " und ", " et ", " y ", " e il ", " e ", " en ", " и ", "–"];
    let rest = BETWEEN.iter().find_map(|word| strip_word(text, word))?;
    let (first, last) = split_at_any(rest, &AND)?;
    let (first, last) = (plain_date(first, style)?, plain_date(last, style)?);
    if first.latest() >= last.earliest() {
        return None;
    }
    // EDTF takes a month and a year for no two ends of one span: their days are.
    let days = || format!("{}..{}", first.earliest(), last.latest());
    one_of(&[format!("{first}..{last}")]).or_else(|| one_of(&[days()]))
}

/// `before 1990`, `after 1945`, `1990年以前`.
fn one_sided(text: &str, style: DateStyle) -> Option<WrittenDate> {
    const BEFORE: [&str; 10] =
        ["before", "prior to", "vor", "avant", "antes de", "prima del", "voor", "przed", "до", "<"];
    const AFTER: [&str; 10] =
        ["after", "nach", "après", "después de", "despues de", "depois de", "dopo il", "po ", "после", ">"];
    const SINCE: [&str; 3] = ["以后", "以後", "以降"];
    let led_by = |words: &[&str]| words.iter().find_map(|word| strip_word(text, word));
    let (side, date) = if let Some(rest) = led_by(&BEFORE) {
        (Side::OnOrBefore, day_before(&plain_date(rest, style)?)?)
    } else if let Some(rest) = led_by(&AFTER) {
        (Side::OnOrAfter, day_after(&plain_date(rest, style)?)?)
    } else if let Some(rest) = text.strip_suffix("以前") {
        (Side::OnOrBefore, plain_date(rest, style)?)
    } else {
        let rest = SINCE.iter().find_map(|word| text.strip_suffix(word))?;
        (Side::OnOrAfter, plain_date(rest, style)?)
    };
    Some(WrittenDate { date, until: None, side, doubt: Some("read as before or after a day") })
}

/// The year before, where that is as much.
fn day_before(date: &FuzzyDate) -> Option<FuzzyDate> {
    let day = Day(date.earliest().0.checked_sub(1)?);
    match day.ymd()? {
        (year, 12, 31) => format!("{year:04}").parse().ok(),
        _ => Some(FuzzyDate::day(day)),
    }
}

fn day_after(date: &FuzzyDate) -> Option<FuzzyDate> {
    let day = Day(date.latest().0.checked_add(1)?);
    match day.ymd()? {
        (year, 1, 1) => format!("{year:04}").parse().ok(),
        _ => Some(FuzzyDate::day(day)),
    }
}

fn one_of(dates: &[String]) -> Option<WrittenDate> {
    let date = format!("[{}]", dates.join(",")).parse().ok()?;
    Some(WrittenDate { date, until: None, side: Side::On, doubt: Some("read as one of several dates") })
}

/// One date of which nothing is left out.
fn plain_date(text: &str, style: DateStyle) -> Option<FuzzyDate> {
    let found = single(text.trim(), style).filter(|found| found.doubt.is_none())?;
    Some(found.date)
}

fn split_at_any<'t>(text: &'t str, marks: &[&str]) -> Option<(&'t str, &'t str)> {
    let (one, other) = marks.iter().find_map(|mark| text.split_once(mark))?;
    Some((one.trim(), other.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let found = several(text, DateStyle::default());
        let until = |found: &WrittenDate| found.until.as_ref().map(|until| format!("/{until}"));
        let said = found.map(|found| format!("{}{}", found.endpoint(), until(&found).unwrap_or_default()));
        assert_eq!(said.as_deref().unwrap_or("–"), expect, "{text}");
    }

    #[test]
    fn years_from_one_to_the_other() {
        check("1985–1990", "1985/1990");
        check("1990-92", "1990/1992");
        check("1990 to 1999", "1990/1999");
        check("1990-05", "–");
        check("1992-90", "–");
    }

    #[test]
    fn a_season_is_one_of_two_years() {
        check("1989/90", "[1989,1990]");
        check("1989-90", "[1989,1990]");
        check("2009/10", "[2009,2010]");
        check("1999/00", "[1999,2000]");
        check("1989/91", "–");
    }

    #[test]
    fn two_dates_in_a_cell_are_one_of_them() {
        check("1951 / 1960", "[1951,1960]");
        check("1951/1960", "[1951,1960]");
        check("1951, 1960", "[1951,1960]");
        check("3 May 1951; 12 June 1960", "[1951-05-03,1960-06-12]");
        check("1951 und 1960", "[1951,1960]");
        check("1951 / 1960 / 1971", "[1951,1960,1971]");
        check("1960 / 1951", "–");
        check("1951 / Lyon", "–");
        check("3/5/1951", "–");
    }

    #[test]
    fn between_before_and_after() {
        check("between 1985 and 1987", "[1985..1987]");
        check("zwischen Mai 1985 und 1987", "[1985-05-01..1987-12-31]");
        check("между 1985 и 1987", "[1985..1987]");
        check("between 1987 and 1985", "–");
        check("before 1990", "[..1989]");
        check("vor Mai 1990", "[..1990-04-30]");
        check("before 2 January 1990", "[..1990-01-01]");
        check("after 1945", "[1946..]");
        check("après le 3 mai 1981", "[1981-05-04..]");
        check("1990年以前", "[..1990]");
        check("after the war", "–");
    }
}
