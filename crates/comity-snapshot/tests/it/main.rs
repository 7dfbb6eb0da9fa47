//! Small worlds and what is known of them.

mod conflicts_about;
mod record;
mod record_atlas;
mod record_cases;
mod record_properties;
mod record_successors;
mod stored;
mod territory;
