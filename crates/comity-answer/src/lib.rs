//! One question per file: from what the register holds to an answer with its evidence.
