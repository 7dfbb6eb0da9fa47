//! How unusual a spelling is among the names of a country, by the tables that the file keeps.

use comity_names::{TABLE, bits};

use crate::country::Iso2;
use crate::gazetteer::Gazetteer;
use crate::layout::Section;

impl Gazetteer {
    /// The bits of information in a folded name's spelling, by the habits of a country; `None` outside Latin letters.
    ///
    /// Longer names have more. Compare two spellings of one length.
    pub fn surprisal(&self, country: Iso2, folded: &str) -> Option<f32> {
        let number = self.country_number(country)?;
        let tables = self.section(Section::Surprisal);
        bits(&tables[number * TABLE..(number + 1) * TABLE], folded)
    }
}
