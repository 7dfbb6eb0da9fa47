//! Codes of countries besides those of ISO 3166 in letters: numbers as the UN counts them, and FIPS 10-4.

use crate::country::Iso2;

/// ISO code, number and FIPS code of each line.
fn lines() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let lines = include_str!("country_codes.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let mut codes = line.split(' ');
        Some((codes.next()?, codes.next()?, codes.next().unwrap_or_default()))
    })
}

/// `276` is Germany, `36` Australia where a spreadsheet took the zero away.
pub(crate) fn by_number(text: &str) -> Option<Iso2> {
    let is_number = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = is_number.then(|| format!("{text:0>3}"))?;
    lines().find(|(_, known, _)| *known == number)?.0.parse().ok()
}

/// `FIPS GM` is Germany; without the word, `GM` is the Gambia of ISO.
pub(crate) fn by_fips(text: &str) -> Option<Iso2> {
    let code = text.strip_prefix("FIPS ")?.trim();
    lines().find(|(.., fips)| !fips.is_empty() && fips.eq_ignore_ascii_case(code))?.0.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_lead_to_countries() {
        let told = |found: Option<Iso2>| found.map(|code| code.to_string()).unwrap_or_default();
        for (text, code) in [("276", "DE"), ("036", "AU"), ("36", "AU"), ("001", ""), ("1960", ""), ("", "")]
        {
            assert_eq!(told(by_number(text)), code, "{text}");
        }
        for (text, code) in [("FIPS GM", "DE"), ("FIPS gm", "DE"), ("GM", ""), ("FIPS 06", ""), ("FIPS ", "")]
        {
            assert_eq!(told(by_fips(text)), code, "{text}");
        }
        assert!(lines().all(|(code, ..)| code.parse::<Iso2>().is_ok()));
    }
}
