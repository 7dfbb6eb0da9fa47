//! All readings of one name, the further ones made when they are asked for.

use std::cell::OnceCell;

use comity_gazetteer::Iso2;

use crate::abbreviation::written_out;
use crate::further_readings::{parts, respelt, without_affixes};
use crate::initials::Initials;
use crate::name_variant::NameVariant;
use crate::spelling::{LOCAL, Spelling};
use crate::two_scripts::TwoScripts;

/// All readings of a name, with and without the words that say its kind; those of later steps when they are asked for.
pub(crate) struct Readings {
    pub(crate) plain: Vec<NameVariant>,
    /// The whole text with its abbreviations written out.
    pub(crate) long: Vec<NameVariant>,
    pub(crate) scripts: Option<TwoScripts>,
    pub(crate) initials: Option<Initials>,
    cores: OnceCell<Vec<NameVariant>>,
    respelt: OnceCell<Vec<NameVariant>>,
    local: OnceCell<Vec<(&'static Spelling, NameVariant)>>,
    parts: OnceCell<Vec<NameVariant>>,
}

impl Readings {
    pub(crate) fn of(name: &str) -> Self {
        let plain = crate::name_variant::readings(name);
        let long = plain.first().into_iter().flat_map(written_out).collect();
        Self {
            plain,
            long,
            scripts: TwoScripts::of(name),
            initials: Initials::of(name),
            cores: OnceCell::new(),
            respelt: OnceCell::new(),
            local: OnceCell::new(),
            parts: OnceCell::new(),
        }
    }

    pub(crate) fn cores(&self) -> &[NameVariant] {
        self.cores.get_or_init(|| without_affixes(&self.plain))
    }

    pub(crate) fn respelt(&self) -> &[NameVariant] {
        self.respelt.get_or_init(|| self.all().flat_map(respellings).collect())
    }

    /// In the spellings of the stated country, or of all where none is stated.
    pub(crate) fn local(&self, country: Option<Iso2>) -> &[(&'static Spelling, NameVariant)] {
        self.local.get_or_init(|| {
            let spellings =
                LOCAL.iter().filter(|spelling| country.is_none_or(|country| spelling.is_of(country)));
            spellings
                .flat_map(|spelling: &'static Spelling| {
                    self.all().flat_map(|reading| spelling.forms(reading)).map(move |form| (spelling, form))
                })
                .collect()
        })
    }

    pub(crate) fn parts(&self) -> &[NameVariant] {
        self.parts.get_or_init(|| parts(&self.plain))
    }

    /// As written, affixes and all.
    pub(crate) fn named(&self) -> impl Iterator<Item = &NameVariant> {
        self.plain.iter().filter(|reading| !reading.is_container && !reading.is_inverted)
    }

    /// The whole text; `St Pierre` is as much a Saint-Pierre as what is filed under it.
    pub(crate) fn whole(&self) -> impl Iterator<Item = &NameVariant> {
        self.plain.iter().take(1).chain(&self.long)
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &NameVariant> {
        self.named().chain(self.cores())
    }
}

/// Other spellings of the same sounds: `City of St` as Saint, another alphabet, words run together.
fn respellings(reading: &NameVariant) -> Vec<NameVariant> {
    let name = &reading.name;
    let mut forms = vec![comity_names::romanise(name), name.replace(' ', "")];
    forms.retain(|form| form != name && !form.is_empty());
    forms.dedup();
    written_out(reading).chain(forms.iter().map(|form| respelt(reading, form))).collect()
}
