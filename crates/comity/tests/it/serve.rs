//! The server as a program: what it prints, what it notes, and how it stops.

use std::time::Duration;

use crate::comity;
use crate::server::{Ask, Server, TOKEN, status};

#[test]
fn the_printed_link_opens_a_session() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), &[]);
    let address = server.address.as_str();
    assert!(Ask::of(address).get("/healthz").ends_with("\r\n\r\nok\n"));
    assert!(Ask::of(address).get("/readyz").ends_with("\r\n\r\nready\n"));
    let undo = "by=&why=x";
    assert_eq!(status(&Ask::of(address).post("/changes/999/undo", undo)), 403);
    let cookie = Ask::enter(address, address, &server.link);
    let origin = format!("http://{address}");
    let ana = || Ask::of(address).with("Cookie", &cookie).with("Origin", &origin);
    // Allowed, and there is no such batch.
    assert_eq!(status(&ana().post("/changes/999/undo", undo)), 404);
    assert!(ana().get("/review").contains("Your name, shown with your decisions: <strong>ana</strong>"));
    assert_eq!(status(&Ask::of(address).get(&server.link)), 410);
}

#[cfg(unix)]
#[test]
fn a_service_manager_stops_it() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), &[]);
    let _idle = std::net::TcpStream::connect(&server.address).unwrap();
    server.signal("TERM");
    let (code, noted) = server.ended(Duration::from_secs(30));
    assert_eq!(code, Some(0), "{noted}");
    assert!(noted.contains("stopping"), "{noted}");
    assert_eq!(comity(folder.path(), &["verify"]).code, 0);
}

#[cfg(unix)]
#[test]
fn a_failure_leaves_its_cause_in_the_journal_and_only_its_number_with_the_reader() {
    let folder = tempfile::tempdir().unwrap();
    // Filled by a server of its own: what the next one has not written is in the file alone, not in a -wal.
    let filling = Server::start(folder.path(), &[]);
    filling.signal("TERM");
    assert_eq!(filling.ended(Duration::from_secs(30)).0, Some(0));
    let mut server = Server::start(folder.path(), &[]);
    let address = server.address.clone();
    for file in ["test.db-wal", "test.db-shm"] {
        drop(std::fs::remove_file(folder.path().join(file)));
    }
    std::fs::write(folder.path().join("test.db"), "no database any more").unwrap();
    let json = Ask::of(&address).get("/api/v1/changes");
    let page = Ask::of(&address).get("/changes");
    assert_eq!((status(&json), status(&page)), (500, 500), "{json}");
    let id = json.split("\"id\":\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert!(!json.contains("database") && !page.contains("database"), "{json}{page}");
    let noted = server.noted();
    let line = noted.lines().find(|line| line.contains(id)).unwrap_or_else(|| panic!("no {id}: {noted}"));
    assert!(line.contains("/api/v1/changes") && line.contains("database"), "{line}");
}

#[test]
fn the_journal_holds_no_secret() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Server::start(folder.path(), &["--log", "trace"]);
    let address = server.address.clone();
    let cookie = Ask::enter(&address, &address, &server.link);
    let known = Ask::of(&address).with("Cookie", &cookie);
    assert_eq!(status(&known.get("/search?q=whispered")), 200);
    let program = Ask::of(&address).with("Authorization", format!("Bearer {TOKEN}"));
    let given = program.post("/api/v1/sessions/links", "name=Ben&scope=review");
    assert_eq!(status(&given), 200, "{given}");
    let code = given.split("/enter/").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert_eq!(status(&Ask::of(&address).get(&format!("/enter/{code}"))), 200);
    let noted = server.noted();
    assert!(noted.contains("session opened"), "{noted}");
    let secret = cookie.split_once('=').unwrap().1;
    for secret in [secret, code, TOKEN, "whispered", server.link.rsplit('/').next().unwrap()] {
        assert!(!noted.contains(secret), "{secret}: {noted}");
    }
}

#[test]
fn a_name_that_nobody_has_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["Comity", "аdmin", "An\u{202E}a", " "] {
        let ran = comity(folder.path(), &["--by", name, "undo", "1"]);
        assert_eq!(ran.code, 2, "{name}");
        assert!(ran.err.contains("--by"), "{}", ran.err);
    }
    let ran = comity(folder.path(), &["serve", "--link", "Comity:edit"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("kept for what no person did"), "{}", ran.err);
}
