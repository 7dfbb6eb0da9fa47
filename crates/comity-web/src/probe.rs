//! For whatever watches over the server: whether it runs, and whether it can answer.

use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use tokio::time::timeout;

use crate::problem::as_it_is;
use crate::state::AppState;

/// Whoever asks waits no longer for the register.
const PATIENCE: Duration = Duration::from_secs(5);

/// `GET /healthz`: that the server runs; asks nothing of the register.
pub(crate) async fn health() -> Response {
    plain(StatusCode::OK, "ok\n")
}

/// `GET /readyz`: that the register answers.
pub(crate) async fn ready(State(state): State<AppState>) -> Response {
    match timeout(PATIENCE, state.register().head()).await {
        Ok(Ok(_)) => plain(StatusCode::OK, "ready\n"),
        Ok(Err(cause)) => {
            tracing::warn!(?cause, "not ready");
            plain(
                StatusCode::SERVICE_UNAVAILABLE,
                "not ready: the register cannot be read; the log says why\n",
            )
        }
        Err(_) => plain(
            StatusCode::SERVICE_UNAVAILABLE,
            "not ready: the register did not answer within 5 seconds\n",
        ),
    }
}

/// The same for every reader; never kept.
fn plain(status: StatusCode, said: &'static str) -> Response {
    as_it_is((status, [(CACHE_CONTROL, "no-store")], said).into_response())
}

#[cfg(test)]
mod tests {
    use comity_answer::SnapshotStore;
    use comity_register::Register;

    use super::*;
    use crate::access::Admission;
    use crate::hosts::Hosts;
    use crate::limits::ServerLimits;

    #[tokio::test]
    async fn a_register_that_does_not_answer_is_not_ready() {
        let folder = tempfile::tempdir().unwrap();
        let location = folder.path().join("comity.db").display().to_string().parse().unwrap();
        let register = Register::open(&location).await.unwrap();
        let hosts = Hosts::new("127.0.0.1:8420".parse().unwrap(), Vec::new());
        let access = Admission { admin_token: String::new(), hosts, public: false, trusted_loopback: None };
        let state = AppState::new(SnapshotStore::new(register), None, access, ServerLimits::default());
        assert_eq!(ready(State(state.clone())).await.status(), StatusCode::OK);
        state.register().close().await;
        assert_eq!(ready(State(state)).await.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(health().await.status(), StatusCode::OK);
    }
}
