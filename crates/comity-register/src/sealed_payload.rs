//! What an entry says, with its salt and their digest: ready to join the chain wherever that stands.

use comity_ledger::chain::Payload;

use crate::salt::Salts;

/// Made beside whoever writes the chain: to digest the words is most of the work.
pub(crate) struct SealedPayload {
    pub(crate) salt: String,
    pub(crate) about: String,
    pub(crate) body: String,
    pub(crate) digest: String,
}

impl SealedPayload {
    /// No two payloads of these salts have one `number`.
    pub(crate) fn new(salts: &Salts, number: i64, about: String, body: String) -> Self {
        let salt = salts.of(number);
        let digest = Payload { salt: &salt, about: &about, body: &body }.digest();
        Self { salt, about, body, digest }
    }
}
