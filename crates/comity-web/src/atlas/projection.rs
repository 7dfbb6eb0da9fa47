//! From degrees to the plane: the Earth is a sphere of radius 1, north is up.

use std::f64::consts::{FRAC_PI_4, PI};

/// How the globe is laid flat.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Projection {
    /// Areas keep their size: Šavrič, Patterson and Jenny, "The Equal Earth map projection", 2019,
    /// doi:10.1080/13658816.2018.1504949.
    EqualEarth,
    /// Shapes are kept, on a cone that cuts the globe at 35 and 65 degrees north: Snyder, "Map projections: a working
    /// manual", 1987, equations 15-1 to 15-3.
    ConformalConic {
        /// The meridian that is upright, in degrees east.
        lon: f64,
    },
    /// From its middle, distance and direction are true: Snyder 1987, equations 25-2 and 22-4, 22-5.
    AzimuthalEquidistant { lat: f64, lon: f64 },
}

/// Where the cone cuts, in degrees north.
const PARALLELS: [f64; 2] = [35.0, 65.0];

impl Projection {
    pub(super) fn point(self, lat: f64, lon: f64) -> (f64, f64) {
        match self {
            Self::EqualEarth => equal_earth(lat.to_radians(), lon.to_radians()),
            Self::ConformalConic { lon: upright } => {
                conformal_conic(lat.to_radians(), (lon - upright).to_radians())
            }
            Self::AzimuthalEquidistant { lat: middle, lon: upright } => {
                azimuthal(middle.to_radians(), lat.to_radians(), (lon - upright).to_radians())
            }
        }
    }
}

fn equal_earth(lat: f64, lon: f64) -> (f64, f64) {
    const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];
    let half = f64::sqrt(3.0) / 2.0;
    let theta = (half * lat.sin()).asin();
    let (two, six) = (theta.powi(2), theta.powi(6));
    let stretch = 9.0 * A[3] * six * two + 7.0 * A[2] * six + 3.0 * A[1] * two + A[0];
    let x = lon * theta.cos() / (half * stretch);
    let y = theta * (A[3] * six * two + A[2] * six + A[1] * two + A[0]);
    (x, y)
}

fn conformal_conic(lat: f64, lon: f64) -> (f64, f64) {
    let [first, second] = PARALLELS.map(f64::to_radians);
    let rise = |lat: f64| (FRAC_PI_4 + lat / 2.0).tan();
    let n = (first.cos() / second.cos()).ln() / (rise(second) / rise(first)).ln();
    let radius = |lat: f64| first.cos() * (rise(first) / rise(lat)).powf(n) / n;
    let (here, at_pole) = (radius(lat), radius(f64::to_radians(50.0)));
    (here * (n * lon).sin(), at_pole - here * (n * lon).cos())
}

fn azimuthal(middle: f64, lat: f64, lon: f64) -> (f64, f64) {
    let cosine = middle.sin() * lat.sin() + middle.cos() * lat.cos() * lon.cos();
    let distance = cosine.clamp(-1.0, 1.0).acos();
    // At the middle itself every direction is as good; at its antipode too.
    let stretch = if distance < 1e-9 {
        1.0
    } else if PI - distance < 1e-9 {
        0.0
    } else {
        distance / distance.sin()
    };
    let x = stretch * lat.cos() * lon.sin();
    let y = stretch * (middle.cos() * lat.sin() - middle.sin() * lat.cos() * lon.cos());
    (x, y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(projection: Projection, (lat, lon): (f64, f64), (x, y): (f64, f64)) {
        let at = projection.point(lat, lon);
        assert!((at.0 - x).abs() < 1e-4 && (at.1 - y).abs() < 1e-4, "{projection:?} {lat} {lon}: {at:?}");
    }

    /// The edges of the world as the paper gives them: 2.70663 wide of its middle, 1.31736 high.
    #[test]
    fn equal_earth_has_the_size_that_its_authors_give() {
        check(Projection::EqualEarth, (0.0, 0.0), (0.0, 0.0));
        check(Projection::EqualEarth, (0.0, 180.0), (2.706_63, 0.0));
        check(Projection::EqualEarth, (90.0, 0.0), (0.0, 1.317_36));
        check(Projection::EqualEarth, (-90.0, 0.0), (0.0, -1.317_36));
    }

    /// Along both parallels where the cone cuts, a degree of longitude is as long as on the globe.
    #[test]
    fn the_cone_is_true_where_it_cuts() {
        let cone = Projection::ConformalConic { lon: 10.0 };
        for lat in PARALLELS {
            let (x, _) = cone.point(lat, 10.01);
            assert!((x - lat.to_radians().cos() * 0.01_f64.to_radians()).abs() < 1e-9, "{lat}: {x}");
        }
        check(cone, (50.0, 10.0), (0.0, 0.0));
    }

    #[test]
    fn distance_and_direction_from_the_middle_are_true() {
        let here = Projection::AzimuthalEquidistant { lat: 43.0, lon: -77.0 };
        check(here, (43.0, -77.0), (0.0, 0.0));
        check(here, (90.0, 0.0), (0.0, 47.0_f64.to_radians()));
        check(here, (0.0, -77.0), (0.0, -43.0_f64.to_radians()));
        let equator = Projection::AzimuthalEquidistant { lat: 0.0, lon: 0.0 };
        check(equator, (0.0, 90.0), (PI / 2.0, 0.0));
    }
}
