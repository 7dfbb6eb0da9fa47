//! A place that a name may mean, with what speaks for and against it.

use comity_gazetteer::PlaceRef;
use comity_model::EntityId;

use crate::feature::Feature;
use crate::named_place::Bearer;

/// A place the name may mean.
#[derive(Debug, Clone)]
pub struct Candidate<'g> {
    pub place: PlaceRef<'g>,
    pub id: EntityId,
    /// The share of belief, from 0 to 1; what is missing to 1 goes to the others and to "none".
    pub score: f32,
    /// Name, country, division, kind, point, population, letters, spelling, in this order; one alone where an
    /// identifier or the name of a country decides.
    pub features: Vec<Feature>,
}

impl<'g> Candidate<'g> {
    /// The only one, for a single reason that leaves no doubt.
    pub(crate) fn certain(place: PlaceRef<'g>, reason: Feature) -> Self {
        Self { place, id: place.id(), score: 1.0, features: vec![reason] }
    }

    /// What speaks for it, then what speaks against it, as one line.
    pub fn reasons(&self) -> String {
        let told = self.features.iter().filter(|feature| !feature.why.is_empty());
        let (against, in_favour): (Vec<&Feature>, Vec<&Feature>) =
            told.partition(|feature| feature.score < 0.0);
        match (in_favour.is_empty(), against.is_empty()) {
            (_, true) => joined(&in_favour),
            (true, false) => format!("against it: {}", joined(&against)),
            (false, false) => format!("{}; against it: {}", joined(&in_favour), joined(&against)),
        }
    }
}

fn joined(features: &[&Feature]) -> String {
    features.iter().map(|feature| feature.why.as_str()).collect::<Vec<_>>().join("; ")
}

/// Every kind of evidence about one candidate.
#[derive(Debug, Clone)]
pub(crate) struct Features {
    pub(crate) name: Feature,
    pub(crate) country: Feature,
    pub(crate) division: Feature,
    pub(crate) kind: Feature,
    pub(crate) point: Feature,
    pub(crate) population: Feature,
    pub(crate) edit_distance: Feature,
    pub(crate) spelling: Feature,
}

impl Features {
    /// In the order of the weights.
    pub(crate) fn scores(&self) -> [f32; 8] {
        [
            self.name.score,
            self.country.score,
            self.division.score,
            self.kind.score,
            self.point.score,
            self.population.score,
            self.edit_distance.score,
            self.spelling.score,
        ]
    }

    /// In the order of the weights.
    fn into_list(self) -> Vec<Feature> {
        let Self { name, country, division, kind, point, population, edit_distance, spelling } = self;
        vec![name, country, division, kind, point, population, edit_distance, spelling]
    }
}

/// A candidate while it is decided on.
#[derive(Debug, Clone)]
pub(crate) struct WeighedPlace<'g> {
    pub(crate) place: PlaceRef<'g>,
    /// The share of belief, from 0 to 1; log-odds until all of them are weighed.
    pub(crate) score: f32,
    pub(crate) features: Features,
    /// Only what the place lies in is known, and this is it.
    pub(crate) is_container: bool,
    pub(crate) standing: Bearer,
}

impl<'g> From<WeighedPlace<'g>> for Candidate<'g> {
    fn from(weighed: WeighedPlace<'g>) -> Self {
        let WeighedPlace { place, score, features, .. } = weighed;
        Self { place, id: place.id(), score, features: features.into_list() }
    }
}
