//! Names on a map: never two on top of each other, none on another's circle; what finds no room goes without.

/// Something with a name and a circle around its point.
#[derive(Debug, Clone)]
pub(super) struct Named<'a> {
    pub(super) name: &'a str,
    pub(super) at: (f64, f64),
    pub(super) radius: f64,
}

/// A name where there was room for it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Label {
    pub(crate) text: String,
    pub(crate) x: String,
    pub(crate) y: String,
    /// As `text-anchor`.
    pub(crate) anchor: &'static str,
    /// Which of the things that were to be named.
    pub(crate) of: usize,
    /// Whether there is room for it on a phone, whose letters are larger.
    pub(crate) on_phones: bool,
}

/// A sheet with names on it, and the letters they are written in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sheet {
    pub(super) width: f64,
    pub(super) height: f64,
    /// The size of letters on a phone, and on what is wider.
    pub(super) sizes: [f64; 2],
    /// At most so many of each size.
    pub(super) most: [usize; 2],
}

#[derive(Debug, Clone, Copy)]
struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// The first to be named have the first choice. Names are tried on the right, the left, below and above.
pub(super) fn placed(all: &[Named<'_>], sheet: Sheet) -> Vec<Label> {
    let mut taken: Vec<Area> = all.iter().map(circle).collect();
    let mut labels: Vec<Label> = Vec::new();
    for (on_phones, (size, most)) in [true, false].into_iter().zip(sheet.sizes.into_iter().zip(sheet.most)) {
        let mut left = most;
        for (of, one) in all.iter().enumerate() {
            if left == 0 || labels.iter().any(|label| label.of == of) {
                continue;
            }
            let places = places(one, size);
            let free =
                places.into_iter().find(|place| place.area.is_in(sheet) && is_free(place.area, &taken));
            if let Some(Spot { area, at, anchor }) = free {
                taken.push(area);
                let [x, y] = [at.0, at.1].map(|value| format!("{value:.0}"));
                labels.push(Label { text: one.name.to_owned(), x, y, anchor, of, on_phones });
                left -= 1;
            }
        }
    }
    labels
}

struct Spot {
    area: Area,
    at: (f64, f64),
    anchor: &'static str,
}

fn places(one: &Named<'_>, size: f64) -> [Spot; 4] {
    let ((x, y), gap) = (one.at, one.radius + 4.0);
    let base = y + size * 0.35;
    [
        Spot::new(one, size, (x + gap, base), "start"),
        Spot::new(one, size, (x - gap, base), "end"),
        Spot::new(one, size, (x, y + gap + size * 0.8), "middle"),
        Spot::new(one, size, (x, y - gap - size * 0.15), "middle"),
    ]
}

impl Spot {
    /// `at` is where the name begins, ends or has its middle, on the line it is written on.
    fn new(one: &Named<'_>, size: f64, at: (f64, f64), anchor: &'static str) -> Self {
        let width = width(one.name, size);
        let before = match anchor {
            "start" => 0.0,
            "end" => width,
            _ => width / 2.0,
        };
        let left = at.0 - before;
        let area = Area { left, top: at.1 - size * 0.85, right: left + width, bottom: at.1 + size * 0.25 };
        Self { area, at, anchor }
    }
}

/// A letter of Source Sans 600 is about half as wide as high; one of Chinese as wide.
fn width(name: &str, size: f64) -> f64 {
    name.chars().map(letter).sum::<f64>() * size
}

fn letter(letter: char) -> f64 {
    match letter {
        '\u{2e80}'.. => 1.0,
        _ if letter.is_uppercase() => 0.62,
        _ => 0.51,
    }
}

fn circle(one: &Named<'_>) -> Area {
    let ((x, y), r) = (one.at, one.radius + 1.0);
    Area { left: x - r, top: y - r, right: x + r, bottom: y + r }
}

fn is_free(area: Area, taken: &[Area]) -> bool {
    !taken.iter().any(|other| area.meets(*other))
}

impl Area {
    fn meets(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn is_in(self, sheet: Sheet) -> bool {
        self.left >= 2.0
            && self.top >= 2.0
            && self.right <= sheet.width - 2.0
            && self.bottom <= sheet.height - 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_names_meet_and_the_first_come_first() {
        let countries = ["Germany", "France", "Belgium", "Netherlands", "Luxembourg"];
        let steps = (0..).map(|step: u8| f64::from(step) * 6.0);
        let at_step = |(name, step): (&&'static str, f64)| Named {
            name,
            at: (100.0 + step, 50.0 + step / 2.0),
            radius: 3.0,
        };
        let all: Vec<Named<'_>> = countries.iter().zip(steps).map(at_step).collect();
        let sheet = Sheet { width: 200.0, height: 100.0, sizes: [20.0, 12.0], most: [1, 9] };
        let labels = placed(&all, sheet);
        let placed: Vec<(&str, bool)> = labels.iter().map(|one| (one.text.as_str(), one.on_phones)).collect();
        assert_eq!(placed[0], ("Germany", true));
        assert!(placed.len() > 1 && placed[1..].iter().all(|(_, on_phones)| !on_phones), "{placed:?}");
        assert!(labels.len() < countries.len(), "some find no room: {placed:?}");
    }
}
