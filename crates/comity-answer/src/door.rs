//! The one door outward: the register, and the worlds that questions are asked of.

use std::collections::BTreeMap;
use std::sync::Arc;

use comity_model::Seq;
use comity_register::{Register, RegisterError};
use tokio::sync::RwLock;

use crate::cached_snapshot::CachedSnapshot;

/// How many worlds are kept: today's, and a few past ones that someone is looking at.
const KEPT: usize = 4;

/// A register whose current world is ready in memory, swapped when the ledger's head moves.
pub struct Door {
    register: Register,
    /// The latest used last.
    worlds: RwLock<Vec<Arc<CachedSnapshot>>>,
}

impl Door {
    pub fn new(register: Register) -> Self {
        Self { register, worlds: RwLock::new(Vec::new()) }
    }

    /// For history, single claims and search.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// The world as known then: a date, a time, `#entry`, `batch:N` or `batch:N^`; the head where nothing is said.
    ///
    /// Cost: none where that world is at hand; else one pass over the register.
    pub async fn world(&self, known: Option<&str>) -> Result<Arc<CachedSnapshot>, RegisterError> {
        let known = match known {
            Some(text) => self.register.known(text).await?,
            None => self.register.head().await?.seq,
        };
        if let Some(world) = self.at_hand(known).await {
            return Ok(world);
        }
        let holdings = self.register.holdings(known).await?;
        let world = Arc::new(CachedSnapshot::new(holdings));
        let mut worlds = self.worlds.write().await;
        worlds.retain(|kept| kept.known() != known);
        if worlds.len() == KEPT {
            worlds.remove(0);
        }
        worlds.push(Arc::clone(&world));
        Ok(world)
    }

    /// The world of the moment that `since` names among the arguments of a question; `None` where none does.
    pub async fn earlier(
        &self,
        arguments: &BTreeMap<String, String>,
    ) -> Result<Option<Arc<CachedSnapshot>>, RegisterError> {
        match arguments.get("since").map(|text| text.trim()).filter(|text| !text.is_empty()) {
            Some(text) => self.world(Some(text)).await.map(Some),
            None => Ok(None),
        }
    }

    async fn at_hand(&self, known: Seq) -> Option<Arc<CachedSnapshot>> {
        self.worlds.read().await.iter().find(|world| world.known() == known).map(Arc::clone)
    }
}
