//! The names this server answers to: a stranger's name may lead here too, and its pages would then read ours.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::str::FromStr;

use axum::http::uri::Authority;

/// A name as `--host` has it: `comity.example`, `comity.example:8443`, `https://comity.example/atlas`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostName {
    scheme: Option<String>,
    authority: Authority,
    /// The path under which a proxy hands on what is ours; empty, or `/atlas`.
    path: String,
}

/// Why a text is no such name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no name of a host: expected comity.example, with a port or https:// where needed")]
pub struct BadHost {
    text: String,
}

/// Where it listens, and what else it is called.
#[derive(Debug, Clone)]
pub struct Hosts {
    listen: SocketAddr,
    named: Vec<HostName>,
}

impl FromStr for HostName {
    type Err = BadHost;

    fn from_str(text: &str) -> Result<Self, BadHost> {
        let bad = || BadHost { text: text.to_owned() };
        let (scheme, rest) = match text.split_once("://") {
            Some((scheme @ ("http" | "https"), rest)) => {
                (Some(scheme.to_owned()), rest.trim_end_matches('/'))
            }
            Some(_) => return Err(bad()),
            None => (None, text),
        };
        let (rest, path) = match rest.find('/').filter(|_| scheme.is_some()) {
            Some(at) => rest.split_at(at),
            None => (rest, ""),
        };
        if !is_plain_path(path) {
            return Err(bad());
        }
        let authority: Authority = rest.to_ascii_lowercase().parse().map_err(|_| bad())?;
        if authority.host().is_empty() || authority.as_str().contains(['@', '*']) {
            return Err(bad());
        }
        Ok(Self { scheme, authority, path: path.to_owned() })
    }
}

/// Letters, digits, `-`, `_`, `.` and single slashes between them.
fn is_plain_path(path: &str) -> bool {
    path.is_empty() || path.split('/').skip(1).all(is_plain_part)
}

fn is_plain_part(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
        && part.bytes().any(|byte| byte != b'.')
}

impl Hosts {
    pub fn new(listen: SocketAddr, named: Vec<HostName>) -> Self {
        Self { listen, named }
    }

    pub(crate) fn port(&self) -> u16 {
        self.listen.port()
    }

    /// The path under which a proxy hands on what is ours, as the first name has it that has one.
    pub(crate) fn path(&self) -> &str {
        self.named.iter().map(|name| name.path.as_str()).find(|path| !path.is_empty()).unwrap_or_default()
    }

    /// What links to this server begin with: the first name given with its scheme, else where it listens.
    pub(crate) fn base(&self) -> String {
        let full = self
            .named
            .iter()
            .find_map(|name| Some(format!("{}://{}{}", name.scheme.as_ref()?, name.authority, name.path)));
        let ip = match self.listen.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
            ip => ip,
        };
        full.unwrap_or_else(|| format!("http://{}", SocketAddr::new(ip, self.listen.port())))
    }

    /// What addresses begin with that are to last, in references and feeds: the first name given, by https where it
    /// does not say how; else as `base`.
    pub(crate) fn lasting_base(&self) -> String {
        let named = self.named.first().map(|name| {
            let scheme = name.scheme.as_deref().unwrap_or("https");
            format!("{scheme}://{}{}", name.authority, name.path)
        });
        named.unwrap_or_else(|| self.base())
    }

    /// Whether a `Host` names this server: this machine, the address it listens at, or a name it was given. Where it
    /// listens at every address of the machine, any address will do: only names can be made to lead elsewhere.
    pub(crate) fn answers(&self, host: &str) -> bool {
        let Some(name) = name_of(host) else { return false };
        if is_loopback(&name) {
            return true;
        }
        match name.parse::<IpAddr>() {
            Ok(ip) => self.listen.ip().is_unspecified() || ip == self.listen.ip() || self.is_named(&name),
            Err(_) => self.is_named(&name),
        }
    }

    fn is_named(&self, name: &str) -> bool {
        self.named.iter().any(|own| name_of(own.authority.as_str()).as_deref() == Some(name))
    }

    /// Whether a page of `origin` is one of ours, asked for as `host`. Behind a proxy that passes on its own name for
    /// us as the host, only a name that was given tells.
    pub(crate) fn is_own_origin(&self, origin: &str, host: &str) -> bool {
        let Some((scheme, authority)) = origin.split_once("://") else { return false };
        let mut own = self.named.iter().filter(|own| own.authority.as_str().eq_ignore_ascii_case(authority));
        authority.eq_ignore_ascii_case(host)
            || own.any(|own| own.scheme.as_deref().is_none_or(|wanted| wanted == scheme))
    }
}

/// The name in a `Host`, without its port, brackets and last full stop.
pub(crate) fn name_of(host: &str) -> Option<String> {
    let authority: Authority = host.to_ascii_lowercase().parse().ok()?;
    let name = authority.host().trim_start_matches('[').trim_end_matches(']').trim_end_matches('.');
    (!name.is_empty() && !host.contains('@')).then(|| name.to_owned())
}

fn is_loopback(name: &str) -> bool {
    name == "localhost" || name.parse::<IpAddr>().is_ok_and(|ip| ip.to_canonical().is_loopback())
}

/// Whether a `Host` names this machine itself.
pub(crate) fn is_this_machine(host: &str) -> bool {
    name_of(host).is_some_and(|name| is_loopback(&name))
}

/// Whether a page of `origin` came from this machine, whatever served it.
pub(crate) fn is_of_this_machine(origin: &[u8]) -> bool {
    let origin = std::str::from_utf8(origin).ok().and_then(|origin| origin.split_once("://"));
    origin.is_some_and(|(_, host)| is_this_machine(host))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts(listen: &str, named: &[&str]) -> Hosts {
        Hosts::new(listen.parse().unwrap(), named.iter().map(|name| name.parse().unwrap()).collect())
    }

    #[test]
    fn a_server_goes_by_its_own_names() {
        let home = hosts("127.0.0.1:8420", &[]);
        for own in ["127.0.0.1:8420", "localhost", "LOCALHOST.:8420", "[::1]:8420"] {
            assert!(home.answers(own), "{own}");
        }
        for strange in
            ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "192.0.2.7", "", "a b"]
        {
            assert!(!home.answers(strange), "{strange}");
        }
        let public = hosts("192.0.2.7:80", &["Comity.example", "https://atlas.example:8443/"]);
        for own in ["192.0.2.7", "comity.example:81", "COMITY.EXAMPLE.", "atlas.example"] {
            assert!(public.answers(own), "{own}");
        }
        assert!(!public.answers("192.0.2.8") && !public.answers("sub.comity.example"));
        let anywhere = hosts("0.0.0.0:8420", &[]);
        assert!(anywhere.answers("192.0.2.8:8420") && !anywhere.answers("evil.example"));
    }

    #[test]
    fn a_page_of_our_own_is_known_by_where_it_came_from() {
        let proxied = hosts("127.0.0.1:8420", &["comity.example", "https://atlas.example"]);
        for own in [
            "http://127.0.0.1:8420",
            "https://comity.example",
            "http://comity.example",
            "https://atlas.example",
        ] {
            assert!(proxied.is_own_origin(own, "127.0.0.1:8420"), "{own}");
        }
        for strange in [
            "null",
            "http://127.0.0.1:3333",
            "https://comity.example:81",
            "http://atlas.example",
            "https://e.vil",
        ] {
            assert!(!proxied.is_own_origin(strange, "127.0.0.1:8420"), "{strange}");
        }
    }

    #[test]
    fn links_begin_with_a_name_that_has_its_scheme() {
        assert_eq!(hosts("127.0.0.1:8420", &["comity.example"]).base(), "http://127.0.0.1:8420");
        assert_eq!(hosts("127.0.0.1:8420", &["https://comity.example/"]).base(), "https://comity.example");
        let under = hosts("127.0.0.1:8420", &["https://city.example/atlas/"]);
        assert_eq!((under.base().as_str(), under.path()), ("https://city.example/atlas", "/atlas"));
        assert_eq!(hosts("[::]:8420", &[]).base(), "http://[::1]:8420");
    }

    #[test]
    fn what_lasts_begins_with_the_first_name() {
        let lasting = |named: &[&str]| hosts("127.0.0.1:8420", named).lasting_base();
        assert_eq!(lasting(&["comity.example", "https://atlas.example"]), "https://comity.example");
        assert_eq!(lasting(&["http://city.example:81/atlas"]), "http://city.example:81/atlas");
        assert_eq!(lasting(&[]), "http://127.0.0.1:8420");
    }

    #[test]
    fn a_name_is_no_address_of_a_page() {
        for bad in [
            "",
            "ftp://x",
            "a/b",
            "https://a//b",
            "https://a/..",
            "https://a/b?c",
            "*.example",
            "ana@example",
            "a b",
        ] {
            assert!(bad.parse::<HostName>().is_err(), "{bad}");
        }
    }
}
