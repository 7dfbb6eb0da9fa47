//! One request out of many kinds that are wrong in some way, or ask for the extreme.

use crate::attack::addresses::{self, Address, Known};
use crate::attack::dice::Dice;
use crate::attack::http::escaped;
use crate::attack::target::TOKEN;

/// What requests are made of.
pub(super) struct Malformed<'a> {
    pub(super) addresses: &'a [Address],
    pub(super) known: &'a Known,
}

/// The bytes to send, and whether an answer may be expected to them.
pub(super) struct Request {
    pub(super) bytes: Vec<u8>,
    pub(super) is_whole: bool,
}

const METHODS: [&str; 10] =
    ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"];

/// What stands where a word, a number, a date or a moment is expected.
const EXTREMES: [&str; 40] = [
    "",
    " ",
    "-1",
    "0",
    "1e309",
    "NaN",
    "18446744073709551615",
    "-9223372036854775808",
    "5000",
    "5001",
    "4294967296",
    "2019",
    "0000",
    "9999-12-31",
    "-9999",
    "Y-170000002",
    "2019-13-45",
    "2004-06/2006-08",
    "1985-04-12/..",
    "../..",
    "156X-12-25",
    "2001-21^southernHemisphere",
    "{1960,1961..1963}",
    "#1",
    "#99999999999999999999",
    "batch:1",
    "batch:1^",
    "batch:18446744073709551615^",
    "1970-01-01T00:00:00Z",
    "9999-99-99T99:99:99Z",
    "%",
    "_",
    "' OR 1=1 --",
    "\"; DROP TABLE",
    "../../../../etc/passwd",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "\u{202e}\u{0}\u{feff}",
    "🏙🏳️‍🌈",
    "a,b,,c,",
];

/// Pieces of addresses and headers that are no text, or no percent-encoding.
const BROKEN: [&[u8]; 8] = [b"%", b"%zz", b"%ff%fe", b"\xff\xfe", b"%00", b"%c0%af", b"%ed%a0%80", b"+%2"];

impl Malformed<'_> {
    pub(super) fn request(&self, server: &str, dice: &mut Dice) -> Request {
        match dice.below(16) {
            0..=6 => self.extreme(server, dice),
            7 => self.broken_address(server, dice),
            8 => self.wrong_method(server, dice),
            9 | 10 => self.bad_body(server, dice),
            11 => self.bad_length(server, dice),
            12 | 13 => self.odd_headers(server, dice),
            14 => no_request(dice),
            _ => self.cut_short(server, dice),
        }
    }

    /// A sound request with extreme arguments, some of them sound.
    fn extreme(&self, server: &str, dice: &mut Dice) -> Request {
        let address = dice.pick(self.addresses);
        let path = self.path(address, dice);
        let mut fields = Vec::new();
        for field in &address.fields {
            if dice.once_in(3) {
                fields.push(format!("{field}={}", escaped(&self.value(dice))));
            }
        }
        if dice.once_in(20) {
            fields.push(format!("{}=1", "x".repeat(dice.below(3_000))));
        }
        let query = if fields.is_empty() { String::new() } else { format!("?{}", fields.join("&")) };
        if address.method == "POST" {
            let form: Vec<String> =
                address.form.iter().map(|field| format!("{field}={}", escaped(&self.value(dice)))).collect();
            let token = if dice.once_in(2) { TOKEN } else { "nobody" };
            return with_body(server, &format!("{path}{query}"), (FORM, token), form.join("&").as_bytes());
        }
        whole(&format!("{} {path}{query}", address.method), server, "")
    }

    fn path(&self, address: &Address, dice: &mut Dice) -> String {
        addresses::filled(&address.path, |place| {
            let known = self.known.of(&address.path, place);
            if known.is_empty() || dice.once_in(3) {
                escaped(&self.value(dice))
            } else {
                escaped(dice.pick(known).as_str())
            }
        })
    }

    /// An extreme, something long, or something that is on file.
    fn value(&self, dice: &mut Dice) -> String {
        match dice.below(12) {
            0 => "x".repeat(dice.below(12_000)),
            1 => "é,".repeat(dice.below(2_000)),
            2 | 3 if !self.known.entities.is_empty() => dice.pick(&self.known.entities).clone(),
            4 if !self.known.sources.is_empty() => dice.pick(&self.known.sources).clone(),
            _ => (*dice.pick(&EXTREMES)).to_owned(),
        }
    }

    fn broken_address(&self, server: &str, dice: &mut Dice) -> Request {
        let path = self.path(dice.pick(self.addresses), dice);
        let (before, after) = path.split_at(if dice.once_in(2) { 1 } else { path.len() });
        let query = if dice.once_in(2) { "?q=" } else { "" };
        let line =
            [b"GET ", before.as_bytes(), query.as_bytes(), *dice.pick(&BROKEN), after.as_bytes()].concat();
        Request { bytes: [&line, head(server, "").as_bytes()].concat(), is_whole: true }
    }

    fn wrong_method(&self, server: &str, dice: &mut Dice) -> Request {
        let path = self.path(dice.pick(self.addresses), dice);
        whole(&format!("{} {path}", dice.pick(&METHODS)), server, "")
    }

    fn bad_body(&self, server: &str, dice: &mut Dice) -> Request {
        let writes: Vec<&Address> =
            self.addresses.iter().filter(|address| address.method == "POST").collect();
        let path = writes
            .get(dice.below(writes.len().max(1)))
            .map_or_else(|| "/".to_owned(), |a| self.path(a, dice));
        let kinds = [FORM, "application/json", "text/plain", "multipart/form-data; boundary=x", "\u{7f}", ""];
        let body = match dice.below(9) {
            0 => "[".repeat(20_000).into_bytes(),
            1 => "{\"a\":".repeat(10_000).into_bytes(),
            2 => b"queries=%7B%22q0%22%3A%7B%22query%22%3A%22Lyon%22%2C%22limit%22%3A-1%7D%7D".to_vec(),
            3 => b"queries={\"q0\":{\"query\":[[]],\"limit\":1e999}}".to_vec(),
            4 => vec![0xff; dice.below(5_000)],
            5 => vec![b'a'; 70_000],
            6 => b"by=%&by=&by=%ff&slot=99999999999&each=,,,&each=".to_vec(),
            7 => [b"queries=".to_vec(), escaped(&"{\"q\":".repeat(9_000)).into_bytes()].concat(),
            _ => escaped(&self.value(dice)).into_bytes(),
        };
        let token = if dice.once_in(2) { TOKEN } else { "nobody" };
        with_body(server, &path, (kinds[dice.below(kinds.len())], token), &body)
    }

    /// A body that is longer or shorter than was said, or said in two ways.
    fn bad_length(&self, server: &str, dice: &mut Dice) -> Request {
        let path = self.path(dice.pick(self.addresses), dice);
        let lengths = [
            "Content-Length: -1\r\n",
            "Content-Length: 18446744073709551616\r\n",
            "Content-Length: 3\r\nContent-Length: 4\r\n",
            "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked, chunked\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Content-Length: 1000000\r\n",
            "Content-Length: 0x10\r\n",
            "Expect: 100-continue\r\nContent-Length: 3\r\n",
        ];
        let bodies = [
            "by=a",
            "zz\r\nby=a\r\n",
            "ffffffffffffffff\r\nby=a\r\n0\r\n\r\n",
            "-1\r\n\r\n",
            "0\r\n\r\n",
            "",
        ];
        let extra = format!("Content-Type: {FORM}\r\n{}", dice.pick(&lengths));
        let bytes = format!("POST {path}{}{}", head(server, &extra), dice.pick(&bodies)).into_bytes();
        Request { bytes, is_whole: false }
    }

    fn odd_headers(&self, server: &str, dice: &mut Dice) -> Request {
        let path = self.path(dice.pick(self.addresses), dice);
        let many: String = (0..dice.below(300)).map(|n| ["X-", &n.to_string(), ": y\r\n"].concat()).collect();
        let long = format!("X-Long: {}\r\n", "x".repeat(dice.below(200_000)));
        let odd = [
            "If-None-Match: W/\"\r\n",
            "If-None-Match: *, *, \u{1}\r\n",
            "If-None-Match: W/\"x\", W/\"x\r\n",
            "If-Modified-Since: yesterday\r\n",
            "Range: bytes=-1,5-3,0-\r\n",
            "Accept-Encoding: gzip;q=NaN, *;q=-1\r\n",
            "Accept: text/html;q=2, */*/*\r\n",
            "Cookie: by=%ff%; by=; =;;;\r\n",
            "Authorization: Bearer \r\n",
            "Authorization: Basic ====\r\n",
            "Origin: null\r\n",
            "Origin: http://[::1\r\n",
            "Forwarded: for=\"_\r\n",
            "Host: \r\n",
            "Host: a:b:c\r\n",
            "Host: evil.example, other\r\n",
            "Upgrade: h2c\r\nConnection: Upgrade\r\n",
            "Connection: close, close, close\r\n",
            " folded: line\r\n",
            "No-Colon\r\n",
            ": no name\r\n",
            "Accept-Language: 日本語\r\n",
        ];
        let extra = match dice.below(8) {
            0 => many,
            1 => long,
            _ => (*dice.pick(&odd)).to_owned(),
        };
        let hosts = [server, "", "localhost", "evil.example", "[::1]:80", "a b", "\u{e9}"];
        whole(&format!("GET {path}"), hosts[dice.below(hosts.len())], &extra)
    }

    /// The start of a request, and then nothing.
    fn cut_short(&self, server: &str, dice: &mut Dice) -> Request {
        let mut request = self.extreme(server, dice);
        request.bytes.truncate(dice.below(request.bytes.len().max(1)));
        request.is_whole = false;
        request
    }
}

const FORM: &str = "application/x-www-form-urlencoded";

/// What follows the address on the first line, and the headers.
fn head(host: &str, extra: &str) -> String {
    format!(" HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{extra}\r\n")
}

fn whole(line: &str, host: &str, extra: &str) -> Request {
    Request { bytes: format!("{line}{}", head(host, extra)).into_bytes(), is_whole: true }
}

/// `kind` of body, and whose token goes with it.
fn with_body(server: &str, path: &str, (kind, token): (&str, &str), body: &[u8]) -> Request {
    let extra = format!(
        "Authorization: Bearer {token}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n",
        body.len()
    );
    let head = format!("POST {path}{}", head(server, &extra));
    Request { bytes: [head.as_bytes(), body].concat(), is_whole: true }
}

/// Bytes that are no request at all.
fn no_request(dice: &mut Dice) -> Request {
    let random: Vec<u8> = (0..dice.below(4_000)).map(|_| dice.roll().to_le_bytes()[0]).collect();
    let target = format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(dice.below(100_000)));
    let lines: [&[u8]; 12] = [
        b"\r\n\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET /\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET  /  HTTP/1.1\r\n\r\n",
        b"get / http/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET http://a/ HTTP/1.1\r\nHost: b\r\n\r\n",
        b"GET * HTTP/1.1\r\nHost: a\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc",
        b"GET / HTTP/1.0\r\n\r\n",
    ];
    let bytes = match dice.below(4) {
        0 => random,
        1 => target.into_bytes(),
        _ => dice.pick(&lines).to_vec(),
    };
    Request { bytes, is_whole: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_makes_the_same_request() {
        let address = Address {
            method: "GET".to_owned(),
            path: "/claims/{id}".to_owned(),
            fields: vec!["at".to_owned()],
            needed: Vec::new(),
            form: Vec::new(),
        };
        let known = Known::default();
        let malformed = Malformed { addresses: &[address], known: &known };
        let bytes = |seed: u64| malformed.request("a", &mut Dice::new(seed)).bytes;
        for seed in 0..500 {
            assert_eq!(bytes(seed), bytes(seed));
        }
        assert_ne!(bytes(1), bytes(2));
    }
}
