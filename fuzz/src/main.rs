//! Runs the target that `COMITY_FUZZ` names under libFuzzer, which reads the arguments.
#![no_main]

use std::sync::LazyLock;

use comity_fuzz::Target;

static TARGET: LazyLock<Target> = LazyLock::new(|| {
    let name = std::env::var("COMITY_FUZZ").unwrap_or_default();
    comity_fuzz::target(&name).unwrap_or_else(|| panic!("COMITY_FUZZ names no target: `{name}`"))
});

libfuzzer_sys::fuzz_target!(
    init: {
        // The engine's hook would end the process where a reader of others stops on a damaged file, which we catch.
        drop(std::panic::take_hook());
    },
    |data: &[u8]| (TARGET.run)(data)
);
