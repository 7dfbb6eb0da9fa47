//! A word on the terminal while something takes longer than people wait in silence.

use std::future::Future;
use std::pin::pin;
use std::time::Duration;

use comity_messages::say;
use indicatif::ProgressBar;
use tokio::time::timeout;

/// What is done sooner needs no word: a line that flashes by is read by nobody.
const SILENCE: Duration = Duration::from_millis(400);

/// While the register is read for a snapshot, whose file is of no use any more or was never made.
pub(crate) async fn reading<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    if let Ok(done) = timeout(SILENCE, &mut work).await {
        return done;
    }
    // Nothing is drawn where the standard error is no terminal.
    let line = ProgressBar::new_spinner().with_message(say!("snapshot-reading"));
    line.enable_steady_tick(Duration::from_millis(100));
    let done = work.await;
    line.finish_and_clear();
    done
}
