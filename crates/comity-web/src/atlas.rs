//! Maps that the server draws: what leads from where to where, on land in a projection that fits.

mod flows;
mod labels;
mod land;
mod locator;
mod projection;
mod reach;
mod view;

pub(crate) use flows::{Panel, drawn, panels};
pub(crate) use locator::{Locator, locator};
pub(crate) use reach::{Reach, reach};
