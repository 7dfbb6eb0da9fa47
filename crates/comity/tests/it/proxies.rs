//! Behind nginx and Caddy, with the very lines of docs/OPERATING.md: reading works, a session works, and no visitor
//! writes for having come from the server's own machine.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use comity_fixtures::skip;

use crate::server::{Ask, Server, TOKEN, status};

const OPERATING: &str = include_str!("../../../../docs/OPERATING.md");
const NAME: &str = "comity.example";
const UNDO: &str = "by=Mallory&why=because";

/// Killed when dropped.
struct Proxy {
    child: Child,
    address: String,
}

impl Proxy {
    /// Runs it until it listens at `address`.
    fn run(command: &mut Command, address: String) -> Self {
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let mut proxy = Self { child, address };
        let began = Instant::now();
        while TcpStream::connect(&proxy.address).is_err() {
            assert!(proxy.child.try_wait().unwrap().is_none(), "the proxy ended: {command:?}");
            assert!(began.elapsed() < Duration::from_secs(30), "the proxy does not listen");
            std::thread::sleep(Duration::from_millis(50));
        }
        proxy
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The n-th block of this language in the document.
fn lines(language: &str, n: usize) -> String {
    let block = OPERATING.split(&format!("```{language}\n")).nth(n + 1);
    block.and_then(|block| block.split("```").next()).expect("the document has these lines").to_owned()
}

fn free() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

fn answers(program: &str, argument: &str) -> bool {
    let answered = Command::new(program).arg(argument).output().is_ok_and(|output| output.status.success());
    if !answered {
        skip(&format!("behind {program}: there is none (Debian: {program})"));
    }
    answered
}

fn nginx(folder: &Path, server: &str) -> Proxy {
    let address = free();
    let server = server.replace("listen 80;", &format!("listen {address};"));
    let conf = format!(
        "daemon off;\nmaster_process off;\npid {0}/nginx.pid;\nevents {{}}\nhttp {{\naccess_log off;\n\
         client_body_temp_path {0}/body;\nproxy_temp_path {0}/proxy;\nfastcgi_temp_path {0}/fastcgi;\n\
         uwsgi_temp_path {0}/uwsgi;\nscgi_temp_path {0}/scgi;\n{server}\n}}\n",
        folder.display()
    );
    let path = folder.join("nginx.conf");
    fs::write(&path, conf).unwrap();
    let mut nginx = Command::new("nginx");
    nginx.arg("-e").arg(folder.join("error.log")).arg("-p").arg(folder).arg("-c").arg(&path);
    Proxy::run(&mut nginx, address)
}

fn caddy(folder: &Path, site: &str) -> Proxy {
    let address = free();
    let port = address.rsplit(':').next().unwrap();
    let site = site.replace(&format!("{NAME} {{"), &format!("http://{NAME}:{port} {{"));
    let path = folder.join("Caddyfile");
    fs::write(&path, format!("{{\n\tadmin off\n\tauto_https off\n\tdefault_bind 127.0.0.1\n}}\n{site}"))
        .unwrap();
    let mut caddy = Command::new("caddy");
    caddy.args(["run", "--adapter", "caddyfile", "--config"]).arg(&path);
    Proxy::run(caddy.env("HOME", folder), address)
}

/// What holds behind every proxy: visitors read, none writes unproven, and a session and the token work.
fn check(server: &Server, proxy: &Proxy) {
    let through = proxy.address.as_str();
    let read = Ask::by(through, NAME).get("/sources");
    assert_eq!(status(&read), 200, "{read}");
    for origin in [None, Some(format!("http://{NAME}")), Some(format!("http://{}", server.address))] {
        let mut ask = Ask::by(through, NAME);
        ask.headers.extend(origin.map(|origin| ("Origin", origin)));
        let refused = ask.post("/changes/1/undo", UNDO);
        assert_eq!(status(&refused), 403, "{refused}");
    }
    let token = Ask::by(through, NAME).with("Authorization", format!("Bearer {TOKEN}"));
    let given = token.post("/api/v1/sessions/links", "name=Ana&scope=edit");
    let code = given.split("/enter/").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let cookie = Ask::enter(through, NAME, &format!("/enter/{code}"));
    let ana = |origin: &str| Ask::by(through, NAME).with("Cookie", &cookie).with("Origin", origin);
    // Allowed, and there is no such batch.
    assert_eq!(status(&ana("http://comity.example").post("/changes/999/undo", "why=x")), 404);
    assert_eq!(status(&ana("http://evil.example").post("/changes/999/undo", "why=x")), 403);
}

#[test]
fn behind_nginx() {
    if !answers("nginx", "-v") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), &["--host", NAME]);
    let documented = lines("nginx", 0).replace("127.0.0.1:8420", &server.address);
    let bare: String =
        documented.lines().filter(|line| !line.contains("proxy_set_header")).collect::<Vec<_>>().join("\n");
    assert_ne!(documented, bare);
    for lines in [documented, bare] {
        check(&server, &nginx(folder.path(), &lines));
    }
}

#[test]
fn behind_caddy() {
    if !answers("caddy", "version") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), &["--host", NAME]);
    check(&server, &caddy(folder.path(), &lines("caddy", 0).replace("127.0.0.1:8420", &server.address)));
}
