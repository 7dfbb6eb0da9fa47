//! The ledger and what is derived from it: the only SQL in the house.
