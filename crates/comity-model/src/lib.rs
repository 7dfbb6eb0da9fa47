//! The words of Comity as types: entities, links, claims, dates, sources, judgements and their open record format.
