//! Short forms of divisions behind a name: `London, ON`, `Columbus, Ga.`, `Castro (BG)`.

use std::sync::LazyLock;

use comity_gazetteer::{Gazetteer, Iso2, NameKind, PlaceRef};
use comity_names::fold;

struct ShortForm {
    short: &'static str,
    /// Folded.
    key: String,
    country: &'static str,
    division: &'static str,
}

/// What its columns are is said in the file.
static SHORT_FORMS: LazyLock<Vec<ShortForm>> =
    LazyLock::new(|| include_str!("division_codes.txt").lines().filter_map(read).collect());

fn read(line: &'static str) -> Option<ShortForm> {
    let mut cells = line.split('\t');
    let (short, country, division) = (cells.next()?, cells.next()?, cells.next()?);
    Some(ShortForm { short, key: fold(short), country, division })
}

impl ShortForm {
    /// Read without a country.
    fn is_postal(&self) -> bool {
        self.country != "IT" && is_in_capitals(self.short)
    }

    fn is_read_in(&self, country: Option<Iso2>) -> bool {
        match country {
            Some(country) => country.as_str() == self.country,
            None => self.country != "IT" && !is_in_capitals(self.short),
        }
    }

    /// Of a metropolitan city of Italy the city, which stands for it.
    fn find<'g>(&self, gazetteer: &'g Gazetteer) -> Vec<PlaceRef<'g>> {
        let divisions = divisions_of(gazetteer, self.country, self.division);
        if !divisions.is_empty() {
            return divisions;
        }
        let hits = gazetteer.lookup(self.division).into_iter();
        let here = hits.filter(|hit| hit.kind == NameKind::Main || hit.kind == NameKind::Other);
        let mut here = here.map(|hit| hit.place).filter(|place| place.country().as_str() == self.country);
        here.next().into_iter().collect()
    }
}

fn is_in_capitals(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Two capitals, or three that some post writes.
pub(crate) fn is_postal(text: &str) -> bool {
    is_in_capitals(text)
        && (text.len() == 2 || SHORT_FORMS.iter().any(|form| form.is_postal() && form.short == text))
}

/// The states of the United States, which the gazetteer has by their codes, and those of the other posts.
pub(crate) fn postal<'g>(gazetteer: &'g Gazetteer, code: &str) -> Vec<PlaceRef<'g>> {
    let posted = SHORT_FORMS.iter().filter(|form| form.is_postal() && form.short == code);
    let posted = posted.flat_map(|form| form.find(gazetteer));
    divisions_of(gazetteer, "US", code).into_iter().chain(posted).collect()
}

/// As written in the country; without one `Mass.`, and `Ga.` only with its point: of every country that writes so, since
/// `Mich.` is Michigan and Michoacán, `B.C.` British Columbia and Baja California.
pub(crate) fn written<'g>(gazetteer: &'g Gazetteer, country: Option<Iso2>, text: &str) -> Vec<PlaceRef<'g>> {
    let key = fold(text);
    if country.is_none() && (key.len() < 4 && !text.ends_with('.') || key.len() > 5) {
        return Vec::new();
    }
    let forms = SHORT_FORMS.iter().filter(|form| form.key == key && form.is_read_in(country));
    forms.flat_map(|form| form.find(gazetteer)).collect()
}

fn divisions_of<'g>(gazetteer: &'g Gazetteer, country: &str, name: &str) -> Vec<PlaceRef<'g>> {
    country.parse().map_or_else(|_| Vec::new(), |country| gazetteer.division(country, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_short_form_names_a_division() {
        let gazetteer = Gazetteer::open(comity_fixtures::gazetteer_bytes()).unwrap();
        let lines = include_str!("division_codes.txt").lines().filter(|line| !line.starts_with('#'));
        let unread: Vec<&str> =
            lines.filter(|line| read(line).is_none_or(|form| form.find(&gazetteer).is_empty())).collect();
        assert_eq!(unread, Vec::<&str>::new());
    }
}
