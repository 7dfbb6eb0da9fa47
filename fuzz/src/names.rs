//! Names of places as anybody writes them: a name, a country and a division, a line each.

use comity_names::{cores, filler, fold, latin_forms, latin_slug, romanise, slug};
use comity_reconcile::{Query, reconcile, repair};

use crate::worlds::gazetteer;

pub(crate) fn run(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut lines = text.splitn(3, '\n');
    let [name, country, admin] = [(); 3].map(|()| lines.next().unwrap_or_default());
    let folded = fold(name);
    let _ = (cores(&folded), filler(name), latin_forms(name), latin_slug(name), slug(name), romanise(name));
    let _ = repair(name);
    let found = reconcile(gazetteer(), &Query::named(name).in_country(country).in_admin(admin));
    assert!(found.candidates.iter().all(|candidate| (0.0..=1.0).contains(&candidate.score)), "{name}");
}
