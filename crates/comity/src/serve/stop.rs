//! When the server is told to stop: Ctrl-C, or the signal that service managers and containers send.

/// Done at the first such signal. A second one ends the program at once.
pub(super) async fn stopped() {
    told().await;
    tokio::spawn(async {
        told().await;
        // What the first signal began is not waited for; the register is whole after any end.
        std::process::exit(130);
    });
}

async fn told() {
    // Without a handler the server runs until it is killed, which is as good.
    let interrupted = tokio::signal::ctrl_c();
    tokio::select! {
        _ = interrupted => (),
        () = terminated() => (),
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut signal) => drop(signal.recv().await),
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}
