//! What cities work on together, in twelve areas; and that a source names none.

use crate::closed::closed;

closed! {
    /// The vocabulary's issue areas, in its words.
    IssueArea, "issue area" {
        Trade = "trade and investment",
        Climate = "climate and environment",
        Migration = "migration and refuge",
        Peace = "peace and disarmament",
        HumanRights = "human rights",
        Culture = "culture and education",
        Health = "health",
        Housing = "housing and urban development",
        Mobility = "mobility and infrastructure",
        Digital = "digital",
        Democracy = "democracy and decentralisation",
        Security = "security and resilience",
        /// A partner is sought or offered, and for what is not said.
        Unnamed = "no area named",
    }
}
