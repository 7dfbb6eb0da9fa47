//! What a cell says: nothing, a text, a whole number, degrees, a point, a day or a year.

use comity_model::{FuzzyDate, Point};

/// The cell's text without the space around it; `None` where it says nothing.
pub fn said(text: &str) -> Option<&str> {
    const NOTHING: [&str; 9] = ["-", "–", "—", "?", "n/a", "N/A", "null", "NULL", "#N/A"];
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}');
    (!text.is_empty() && !NOTHING.contains(&text)).then_some(text)
}

/// `1,234,567`, `1 234 567`, `1.234.567`, `27000.0`, `2e+05`; `None` for anything else.
pub fn whole_number(text: &str) -> Option<u64> {
    if let Some((digits, power)) = text.split_once(['e', 'E']) {
        let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
        let zeros = power.parse::<u32>().ok()?.checked_sub(u32::try_from(rest.len()).ok()?)?;
        return format!("{whole}{rest}").parse::<u64>().ok()?.checked_mul(10_u64.checked_pow(zeros)?);
    }
    let whole = text.strip_suffix(".0").unwrap_or(text);
    let separator = |c: char| matches!(c, ',' | '.' | ' ' | '\u{a0}' | '\u{202f}' | '\'');
    let groups: Vec<&str> = whole.split(separator).collect();
    let first_is_short = groups.first().is_some_and(|group| (1..=3).contains(&group.len()));
    let in_threes = first_is_short && groups.iter().skip(1).all(|group| group.len() == 3);
    if groups.len() > 1 && !in_threes {
        return None;
    }
    let digits = groups.concat();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

/// `48.85`, or `48,85` as much of Europe writes it.
pub fn degrees(text: &str) -> Option<f64> {
    text.parse()
        .ok()
        .or_else(|| text.replacen(',', ".", 1).parse().ok())
        .filter(|degrees: &f64| degrees.is_finite())
}

/// `POINT (2.35 48.85)`, longitude first, or `(48.85, 2.35)`, latitude first.
pub fn point(text: &str) -> Option<Point> {
    let bare = |text: &str| text.trim().trim_start_matches('(').trim_end_matches(')').trim().to_owned();
    if let Some(rest) = text.trim().strip_prefix("POINT") {
        let inside = bare(rest);
        let (lon, lat) = inside.split_once(char::is_whitespace)?;
        return Point::from_degrees(lat.trim().parse().ok()?, lon.trim().parse().ok()?);
    }
    bare(text).parse().ok()
}

/// A date with the precision it has: EDTF, `3.5.1981`, `1981/05/03`, `c. 1981`, a time of day left out.
///
/// `3/5/1981` may be March or May: it is read as 1981.
pub(crate) fn date(text: &str) -> Option<FuzzyDate> {
    let text =
        text.split(['T', ' ']).next().filter(|day| day.contains('-') && day.len() == 10).unwrap_or(text);
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let about = ["ca.", "ca", "c.", "about", "around"].iter().find_map(|word| text.strip_prefix(word));
    if let Some(year) = about.map(str::trim).filter(|year| is_year(year)) {
        return format!("{year}~").parse().ok();
    }
    if let Some(year) = text.strip_suffix(".0").filter(|year| is_year(year)) {
        return year.parse().ok();
    }
    let parts: Vec<&str> = text.split(['.', '/']).map(str::trim).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let (first, second, third): (u16, u16, u16) = (a.parse().ok()?, b.parse().ok()?, c.parse().ok()?);
    let day_first = text.contains('.') || first > 12;
    match (is_year(a), is_year(c)) {
        (true, false) => format!("{a}-{second:02}-{third:02}").parse().ok(),
        (false, true) if day_first => format!("{c}-{second:02}-{first:02}").parse().ok(),
        (false, true) if second > 12 => format!("{c}-{first:02}-{second:02}").parse().ok(),
        (false, true) => c.parse().ok(),
        _ => None,
    }
}

pub(crate) fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse().is_ok_and(|year: u16| (1000..2200).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_their_precision() {
        for (text, edtf) in [
            ("1981", Some("1981")),
            ("1981-05", Some("1981-05")),
            ("1981.0", Some("1981")),
            ("3.5.1981", Some("1981-05-03")),
            ("1981/5/3", Some("1981-05-03")),
            ("23/5/1981", Some("1981-05-23")),
            ("5/23/1981", Some("1981-05-23")),
            ("3/5/1981", Some("1981")),
            ("c. 1981", Some("1981~")),
            ("2020-06-25T04:52:51.327", Some("2020-06-25")),
            ("31.2.1981", None),
            ("217", None),
            ("spring", None),
        ] {
            assert_eq!(date(text).map(|date| date.to_string()).as_deref(), edtf, "{text}");
        }
    }

    #[test]
    fn numbers_with_and_without_groups() {
        for (text, number) in [
            ("27000", Some(27_000)),
            ("1,234,567", Some(1_234_567)),
            ("1 234", Some(1_234)),
            ("1.1e+07", Some(11_000_000)),
            ("12.5", None),
            ("1.25e1", None),
            ("é", None),
        ] {
            assert_eq!(whole_number(text), number, "{text}");
        }
    }

    #[test]
    fn points_as_wkt_and_as_pairs() {
        let paris = Point::from_degrees(48.85, 2.35);
        assert_eq!(point("POINT (2.35 48.85)"), paris);
        assert_eq!(point("(48.85, 2.35)"), paris);
        assert_eq!(point("POINT (2.35 148.85)"), None);
    }
}
