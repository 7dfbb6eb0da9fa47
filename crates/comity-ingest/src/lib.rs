//! From a file to the register: read, reconcile, commit, report.
