//! Registers in a folder that cannot be written to, under a mount of our own.

use std::fs;
use std::path::Path;
use std::process::Command;

use comity_register::{Access, Location, Register, RegisterError};

use crate::open::wait;
use crate::world::{commit, polity, source};

/// The folder for the process that sees it read-only.
const FOLDER: &str = "COMITY_TEST_READ_ONLY";

/// Opens what the other test laid there.
#[test]
fn registers_in_a_read_only_folder() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let file = |name: &str| Location::File(Path::new(&folder).join(name));
    wait(async {
        for name in ["rest.db", "wal.db"] {
            let register = Register::open_for(&file(name), Access::Read).await.unwrap();
            assert_eq!(register.head().await.unwrap().seq.0, 4, "{name}");
            assert_eq!(register.verify(None).await.unwrap(), [], "{name}");
            for access in [Access::Write, Access::Create] {
                let refused = Register::open_for(&file(name), access).await.err().unwrap();
                assert!(matches!(refused, RegisterError::ReadOnly { .. }), "{name}: {refused}");
            }
        }
        let refused = Register::open_for(&file("crashed.db"), Access::Read).await.err().unwrap();
        assert!(matches!(refused, RegisterError::WalUnreadable { .. }), "{refused}");
        let missing = Register::open_for(&file("none.db"), Access::Create).await.err().unwrap();
        assert!(matches!(missing, RegisterError::ReadOnly { .. }), "{missing}");
    });
}

#[test]
fn a_read_only_folder_is_read_and_not_written() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    lay(folder);
    let mount = "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" && exec \"$@\"";
    let mounted = |program: &Path, arguments: &[&str]| {
        let mut command = Command::new("unshare");
        command.args(["-m", "sh", "-c", mount]).arg(folder).arg(program).args(arguments);
        command.env(FOLDER, folder).output()
    };
    if !mounted(Path::new("true"), &[]).is_ok_and(|ran| ran.status.success()) {
        comity_fixtures::skip("a register in a read-only folder (no mounts allowed here)");
        return;
    }
    let this = std::env::current_exe().unwrap();
    let ran = mounted(&this, &["--exact", "read_only::registers_in_a_read_only_folder"]).unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stdout));
}

/// One at rest, one as an older version left it, and one whose writer died.
fn lay(folder: &Path) {
    wait(async {
        let rest = folder.join("rest.db");
        let register = Register::open(&Location::File(rest.clone())).await.unwrap();
        commit(&register, "2026-05-01T10:00:00Z", vec![source("city-of-lyon"), polity("lyon")]).await;
        fs::copy(&rest, folder.join("crashed.db")).unwrap();
        fs::copy(folder.join("rest.db-wal"), folder.join("crashed.db-wal")).unwrap();
        register.close().await;
        fs::copy(&rest, folder.join("wal.db")).unwrap();
    });
    let mut bytes = fs::read(folder.join("wal.db")).unwrap();
    // The two bytes that say WAL, and the mark that older versions did not set.
    bytes[18..20].copy_from_slice(&[2, 2]);
    bytes[68..72].copy_from_slice(&[0; 4]);
    fs::write(folder.join("wal.db"), bytes).unwrap();
    let _ = fs::remove_file(folder.join("rest.db.lock"));
}
