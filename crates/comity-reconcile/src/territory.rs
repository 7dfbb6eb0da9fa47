//! Territories with a country code of their own that lists often file under the state they belong to, or belonged to when
//! the list was made.

use comity_gazetteer::Iso2;

/// Territory, and the states it may be filed under.
const TERRITORIES: [(&str, &[&str]); 55] = [
    ("AI", &["GB"]),
    ("AQ", &[]),
    ("AS", &["US"]),
    ("AW", &["NL"]),
    ("AX", &["FI"]),
    ("BL", &["FR"]),
    ("BM", &["GB"]),
    ("BQ", &["NL"]),
    ("CC", &["AU"]),
    ("CK", &["NZ"]),
    ("CW", &["NL"]),
    ("CX", &["AU"]),
    ("EH", &["MA"]),
    ("ER", &["ET"]),
    ("FK", &["GB"]),
    ("FO", &["DK"]),
    ("GF", &["FR"]),
    ("GG", &["GB"]),
    ("GI", &["GB"]),
    ("GL", &["DK"]),
    ("GP", &["FR"]),
    ("GS", &["GB"]),
    ("GU", &["US"]),
    ("HK", &["CN"]),
    ("HM", &["AU"]),
    ("IM", &["GB"]),
    ("IO", &["GB"]),
    ("JE", &["GB"]),
    ("KY", &["GB"]),
    ("MF", &["FR"]),
    ("MO", &["CN"]),
    ("MP", &["US"]),
    ("MQ", &["FR"]),
    ("MS", &["GB"]),
    ("NC", &["FR"]),
    ("NF", &["AU"]),
    ("NU", &["NZ"]),
    ("PF", &["FR"]),
    ("PM", &["FR"]),
    ("PN", &["GB"]),
    ("PR", &["US"]),
    ("PS", &["IL"]),
    ("RE", &["FR"]),
    ("SH", &["GB"]),
    ("SJ", &["NO"]),
    ("SS", &["SD"]),
    ("SX", &["NL"]),
    ("TC", &["GB"]),
    ("TK", &["NZ"]),
    ("TW", &["CN"]),
    ("VG", &["GB"]),
    ("VI", &["US"]),
    ("WF", &["FR"]),
    ("XK", &["RS"]),
    ("YT", &["FR"]),
];

/// Whether a list that says `stated` may mean a place filed under `actual`: equal, or a territory of it.
pub(crate) fn covers(stated: Iso2, actual: Iso2) -> bool {
    stated == actual || files_under(actual, stated)
}

fn files_under(territory: Iso2, state: Iso2) -> bool {
    let entry = TERRITORIES.iter().find(|(code, _)| *code == territory.as_str());
    entry.is_some_and(|(_, states)| states.contains(&state.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn territories_and_their_states_go_together() {
        let code = |text: &str| text.parse::<Iso2>().unwrap();
        assert!(covers(code("FR"), code("RE")));
        assert!(covers(code("US"), code("PR")));
        assert!(!covers(code("GF"), code("FR")));
        assert!(!covers(code("FR"), code("DE")));
        assert!(!covers(code("GP"), code("MQ")));
    }
}
