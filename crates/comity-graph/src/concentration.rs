//! Does a network live from one backer or from many?

/// How concentrated amounts are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Concentration {
    /// Sum of squared shares (Herfindahl–Hirschman): 1/n if n give the same, 1 if one gives all.
    pub index: f64,
    /// One over the index: the number of equal backers that would be as concentrated.
    pub effective: f64,
}

/// Concentration of amounts in one unit. `None` unless their sum is above 0. Cost: one pass.
///
/// ```
/// use comity_graph::concentration::concentration;
/// let found = concentration(&[50.0, 50.0]).unwrap();
/// assert_eq!((found.index, found.effective), (0.5, 2.0));
/// assert_eq!(concentration(&[]), None);
/// ```
pub fn concentration(amounts: &[f64]) -> Option<Concentration> {
    let total: f64 = amounts.iter().sum();
    let index: f64 = amounts.iter().map(|amount| (amount / total).powi(2)).sum();
    (total > 0.0).then(|| Concentration { index, effective: 1.0 / index })
}
