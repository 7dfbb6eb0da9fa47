//! Chance that comes out the same every time.

/// `SplitMix64` (Steele, Lea, Flood 2014): one seed, one sequence.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `sides`; 0 when there are none.
    pub fn below(&mut self, sides: usize) -> usize {
        let thrown = self.next() % (sides.max(1) as u64);
        usize::try_from(thrown).expect("smaller than a number of sides")
    }

    /// One of the things; the first when chance has no choice.
    pub fn one_of<'t, T>(&mut self, things: &'t [T]) -> Option<&'t T> {
        things.get(self.below(things.len()))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}
