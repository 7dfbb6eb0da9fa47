//! Who is let in without a session, and by what name.

use comity_model::PersonName;

use crate::hosts::Hosts;

/// What whoever starts the server says about that.
#[derive(Debug, Clone)]
pub struct Admission {
    /// Whoever sends it may do everything, from anywhere; empty: nobody can.
    pub admin_token: String,
    pub hosts: Hosts,
    /// The pages of other sites may read the API.
    pub public: bool,
    /// Whoever sits at this machine may write, under this name: for those who know that every account and every
    /// proxy of the machine sits there too.
    pub trusted_loopback: Option<PersonName>,
}

impl Admission {
    /// Whether `said` is the token. Digests are compared, so that the time taken tells nothing.
    pub(crate) fn is_token(&self, said: &str) -> bool {
        !self.admin_token.is_empty()
            && blake3::hash(said.as_bytes()) == blake3::hash(self.admin_token.as_bytes())
    }
}
