//! What has to be looked at where only one thing is asked about.

use std::collections::BTreeSet;

use comity_graph::cancel::check;
use comity_model::{Link, LinkKind, Mention, Shape, Statement};

use super::about::mentioned;
use super::{EntityIx, Snapshot};

impl Snapshot {
    /// Its own links and all that lead to what it is a party of, with their ends, in the order of the holdings.
    pub(crate) fn links_near(&self, node: EntityIx) -> Vec<(&Link, EntityIx, EntityIx)> {
        check();
        let mut places: BTreeSet<usize> = self.outgoing.of(node).chain(self.incoming.of(node)).collect();
        for place in self.outgoing.of(node).filter(|place| self.kinds[*place] == LinkKind::Party) {
            places.extend(self.incoming.of(self.ends[place].1));
        }
        let ends = |place: usize| (&self.links[place], self.ends[place].0, self.ends[place].1);
        places.into_iter().map(ends).collect()
    }

    /// The statements that mention it, and all that mention what one of those mentions, in the order of the holdings:
    /// with them every count of what one of those counts. All there are, where one of them counts what no entity on file
    /// is named for.
    pub(crate) fn statements_near(&self, node: EntityIx) -> Vec<&Statement> {
        let mut places: BTreeSet<usize> = BTreeSet::new();
        for place in self.about.rows.of(node) {
            let shape = &self.statements[place].claim.shape;
            let mut named = self.on_file(counted(shape)).peekable();
            if named.peek().is_none() && matches!(shape, Shape::Count { .. }) {
                return self.statements.iter().collect();
            }
            places.insert(place);
            named.for_each(|named| places.extend(self.about.rows.of(named)));
        }
        places.into_iter().map(|place| &self.statements[place]).collect()
    }

    fn on_file<'m>(&self, mentions: Vec<&'m Mention>) -> impl Iterator<Item = EntityIx> + use<'_, 'm> {
        mentions.into_iter().filter_map(|mention| self.node(mention.id.as_ref()?))
    }
}

/// What tells one count from another: not what it is compared with.
fn counted(shape: &Shape) -> Vec<&Mention> {
    match shape {
        Shape::Count { scope, .. } => scope.mentions(),
        other => mentioned(other),
    }
}
