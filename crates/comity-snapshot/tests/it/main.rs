//! Small worlds and what is known of them.

mod record;
