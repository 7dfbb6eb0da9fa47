//! How far a share can be believed.

/// Wilson's interval of a share at 95 %, from 0 to 1 (Wilson 1927).
#[expect(clippy::cast_precision_loss, reason = "some thousand rows")]
pub(crate) fn wilson(part: usize, whole: usize) -> [f64; 2] {
    const Z: f64 = 1.959_964;
    let n = whole.max(1) as f64;
    let share = part as f64 / n;
    let middle = share + Z * Z / (2.0 * n);
    let reach = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    [(middle - reach) / (1.0 + Z * Z / n), (middle + reach) / (1.0 + Z * Z / n)]
}
