//! The bytes of a file as UTF-8, piece by piece, so that a large file is never held twice.

use std::borrow::Cow;
use std::io::Read;

use encoding_rs::Encoding;

use crate::dos;
use crate::encoding::{Decoding, How};
use crate::stray_quote::StrayQuote;

/// Pieces of text as UTF-8 bytes, in order.
type Pieces<'a> = Box<dyn Iterator<Item = Cow<'a, [u8]>> + Send + 'a>;

/// Bytes decoded at a time.
const PIECE: usize = 1 << 16;

impl Decoding {
    /// The text of a whole file.
    pub(crate) fn reader<'a>(&self, bytes: &'a [u8]) -> Utf8Reader<'a> {
        let mark = self.mark.min(bytes.len());
        Utf8Reader { pieces: self.pieces(bytes.split_at(mark).1), piece: Cow::default(), at: 0 }
    }

    /// The same, without some quotation marks.
    pub(crate) fn reader_without<'a>(&self, bytes: &'a [u8], strays: &[StrayQuote]) -> Utf8Reader<'a> {
        if strays.is_empty() {
            return self.reader(bytes);
        }
        let (decoding, mut segments, mut from) = (*self, Vec::new(), self.mark);
        for stray in strays {
            segments.extend(bytes.get(from..stray.at));
            from = stray.at + 1;
        }
        segments.extend(bytes.get(from..));
        let pieces = segments.into_iter().flat_map(move |segment| decoding.pieces(segment));
        Utf8Reader { pieces: Box::new(pieces), piece: Cow::default(), at: 0 }
    }

    /// The text after the byte order mark.
    pub(crate) fn pieces<'a>(&self, rest: &'a [u8]) -> Pieces<'a> {
        match self.how {
            How::Plain => Box::new(std::iter::once(Cow::Borrowed(rest))),
            How::Mixed => Box::new(mixed(self.encoding, rest)),
            How::Legacy => Box::new(legacy(self.encoding, rest)),
            How::Dos => {
                Box::new(rest.chunks(PIECE).map(|piece| Cow::Owned(dos::decoded(piece).into_bytes())))
            }
        }
    }
}

fn mixed<'a>(stray: &'static Encoding, rest: &'a [u8]) -> impl Iterator<Item = Cow<'a, [u8]>> {
    rest.utf8_chunks().flat_map(move |chunk| {
        let (mended, _) = stray.decode_without_bom_handling(chunk.invalid());
        [Cow::Borrowed(chunk.valid().as_bytes()), Cow::Owned(mended.into_owned().into_bytes())]
    })
}

fn legacy<'a>(encoding: &'static Encoding, rest: &'a [u8]) -> impl Iterator<Item = Cow<'a, [u8]>> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut left = rest;
    let mut done = false;
    std::iter::from_fn(move || {
        if done {
            return None;
        }
        let (now, later) = left.split_at(PIECE.min(left.len()));
        (left, done) = (later, later.is_empty());
        let room = decoder.max_utf8_buffer_length(now.len()).unwrap_or(4 * PIECE);
        let mut text = String::with_capacity(room);
        let _ = decoder.decode_to_string(now, &mut text, done);
        Some(Cow::Owned(text.into_bytes()))
    })
}

/// A text decoded as it is read.
pub(crate) struct Utf8Reader<'a> {
    pieces: Pieces<'a>,
    piece: Cow<'a, [u8]>,
    at: usize,
}

impl Read for Utf8Reader<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        while self.at >= self.piece.len() {
            let Some(piece) = self.pieces.next() else { return Ok(0) };
            (self.piece, self.at) = (piece, 0);
        }
        let left = self.piece.get(self.at..).unwrap_or_default();
        let taken = left.len().min(into.len());
        into.split_at_mut(taken).0.copy_from_slice(left.split_at(taken).0);
        self.at += taken;
        Ok(taken)
    }
}
