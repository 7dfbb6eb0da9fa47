//! How many connections fit into what the system lets this process open.

/// Kept for the register (nine connections with three files each), the place index, the listener, connections that are
/// being turned away, and what the runtime needs.
const KEPT: usize = 128;
/// However little may be open.
const LEAST: usize = 16;
/// More cost memory and serve nobody: far fewer requests are answered at a time.
const MOST: usize = 4_000;

/// As many as fit, where nobody says how many.
pub(super) fn connections() -> usize {
    fitting(limit())
}

fn fitting(limit: Option<u64>) -> usize {
    let limit = limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(usize::MAX);
    limit.saturating_sub(KEPT).clamp(LEAST, MOST)
}

/// `None`: as many as one likes.
#[cfg(unix)]
fn limit() -> Option<u64> {
    rustix::process::getrlimit(rustix::process::Resource::Nofile).current
}

#[cfg(not(unix))]
fn limit() -> Option<u64> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_leave_files_for_the_register() {
        assert_eq!([Some(1024), Some(100), Some(1 << 20), None].map(fitting), [896, LEAST, MOST, MOST]);
    }
}
