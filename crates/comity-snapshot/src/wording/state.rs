//! How something stands, and what was decided about a claim.

use comity_model::Standing;

use crate::snapshot::State;

/// A state in two words, where no date stands beside it.
pub const fn state(state: State) -> &'static str {
    match state {
        State::Confirmed => "confirmed",
        State::Possible => "may still hold",
        State::Disputed => "disputed",
        State::Ended => "over",
        State::NotYet => "not yet",
        State::Denied => "not so, says a source",
    }
}

/// What has been decided about a claim.
pub const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Accepted => "accepted",
        Standing::Proposed => "found by machine, please check",
        Standing::Disputed => "possible copying error",
        Standing::Rejected => "set aside",
        Standing::Retracted => "withdrawn by its source",
    }
}
