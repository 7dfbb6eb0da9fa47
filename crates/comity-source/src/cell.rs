//! What a cell says: nothing, a text, a whole number, degrees or a point.

use comity_model::Point;

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

#[cfg(test)]
mod tests {
    use super::*;

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
