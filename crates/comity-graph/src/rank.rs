//! Do two rankings of the same cities agree?

/// Kendall's τ-b of two rankings, ties allowed: −1 reversed to 1 the same (Kendall 1945; Knight 1966 for the
/// n log n count). `None` if either does not rank at all.
///
/// ```
/// use comity_graph::rank::{kendall, spearman};
/// let agreement = kendall(&[1.0, 2.0, 2.0, 3.0], &[1.0, 3.0, 2.0, 2.0]).unwrap();
/// assert!((agreement - 0.4).abs() < 1e-12);
/// assert_eq!(spearman(&[1.0, 2.0, 3.0], &[3.0, 2.0, 1.0]), Some(-1.0));
/// ```
///
/// # Panics
/// If the two are not equally long.
pub fn kendall(a: &[f64], b: &[f64]) -> Option<f64> {
    assert_eq!(a.len(), b.len(), "both rank the same items");
    let mut pairs: Vec<(f64, f64)> = a.iter().copied().zip(b.iter().copied()).collect();
    pairs.sort_by(compare);
    let all = choose_two(pairs.len());
    let tied_first = tied(pairs.iter().map(|pair| pair.0));
    let tied_both: i64 =
        pairs.chunk_by(|x, y| compare(x, y).is_eq()).map(|equal| choose_two(equal.len())).sum();
    let mut second: Vec<f64> = pairs.iter().map(|pair| pair.1).collect();
    let swaps = sort_counting(&mut second);
    let tied_second = tied(second.iter().copied());
    let agree = all - tied_first - tied_second + tied_both - 2 * swaps;
    let (free_a, free_b) = ((all - tied_first) as f64, (all - tied_second) as f64);
    (free_a > 0.0 && free_b > 0.0).then(|| agree as f64 / (free_a.sqrt() * free_b.sqrt()))
}

/// Spearman's ρ: the correlation of ranks, equals sharing their mean rank (Spearman 1904). `None` as in [`kendall`].
///
/// # Panics
/// If the two are not equally long.
pub fn spearman(a: &[f64], b: &[f64]) -> Option<f64> {
    assert_eq!(a.len(), b.len(), "both rank the same items");
    let (a, b) = (ranks(a), ranks(b));
    let mean = f64::midpoint(a.len() as f64, 1.0);
    let product = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| (x - mean) * (y - mean)).sum::<f64>();
    let spread = product(&a, &a) * product(&b, &b);
    (spread > 0.0).then(|| product(&a, &b) / spread.sqrt())
}

/// Ranks from 1 for the smallest; equals share the mean of theirs.
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&x, &y| values[x].total_cmp(&values[y]));
    let mut rank = vec![0.0; values.len()];
    let mut before = 0;
    for equal in order.chunk_by(|&x, &y| values[x].total_cmp(&values[y]).is_eq()) {
        for &at in equal {
            rank[at] = before as f64 + f64::midpoint(equal.len() as f64, 1.0);
        }
        before += equal.len();
    }
    rank
}

fn compare(x: &(f64, f64), y: &(f64, f64)) -> std::cmp::Ordering {
    x.0.total_cmp(&y.0).then(x.1.total_cmp(&y.1))
}

fn choose_two(n: usize) -> i64 {
    let n = i64::try_from(n).expect("a list is shorter than 2^63");
    n * (n - 1) / 2
}

fn tied(sorted: impl Iterator<Item = f64>) -> i64 {
    let values: Vec<f64> = sorted.collect();
    values.chunk_by(|x, y| x.total_cmp(y).is_eq()).map(|equal| choose_two(equal.len())).sum()
}

/// Merge sort that counts how many pairs stood in the wrong order.
fn sort_counting(values: &mut [f64]) -> i64 {
    if values.len() < 2 {
        return 0;
    }
    let (left, right) = values.split_at_mut(values.len() / 2);
    let mut swaps = sort_counting(left) + sort_counting(right);
    let mut merged = Vec::with_capacity(left.len() + right.len());
    let (mut i, mut j) = (0, 0);
    while i < left.len() || j < right.len() {
        if j == right.len() || (i < left.len() && left[i].total_cmp(&right[j]).is_le()) {
            merged.push(left[i]);
            i += 1;
        } else {
            swaps += i64::try_from(left.len() - i).expect("a list is shorter than 2^63");
            merged.push(right[j]);
            j += 1;
        }
    }
    values.copy_from_slice(&merged);
    swaps
}
