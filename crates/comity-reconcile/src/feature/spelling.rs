//! Whether a misspelt name looks like a slip of the pen, or like the name of another place that we do not hold.

use comity_gazetteer::Gazetteer;

use crate::feature::Feature;
use crate::named_place::NamedPlace;

/// So many bits stranger than the candidate's name, and it is surely a slip.
const SURELY: f32 = 10.0;

/// 0 when nothing is misspelt. Else towards 1 the stranger the written name is beside the candidate's, by the habits
/// of its country, and towards -1 when it is as good a name.
pub(crate) fn spelling(gazetteer: &Gazetteer, found: &NamedPlace<'_, '_>) -> Feature {
    if found.edits == 0 {
        return Feature::silent("spelling");
    }
    let country = found.place.country();
    let bits = |name: &str| gazetteer.surprisal(country, name);
    let stranger =
        bits(&found.reading.name).zip(bits(found.key)).map_or(0.0, |(written, held)| written - held);
    let score = (stranger / SURELY).clamp(-1.0, 2.0);
    let why = match score {
        0.5.. => "spelt like no name there",
        0.0.. => "",
        _ => "could be another place's name",
    };
    Feature::new("spelling", score, why)
}
