//! Lines between requests end in CR LF, and in nothing else.
//!
//! RFC 9112 (section 2.2) lets a server take a bare LF for the end of a line in a head, and the parser below us does, in
//! chunk trailers too. A proxy in front that does not take it sees other lines than we do, and with them another request:
//! `X: y\nTransfer-Encoding: chunked` is one header there and two here. The parser has no setting for it, so the bytes
//! are looked at on their way to it.
//!
//! Which bytes are lines and which are somebody's text is not worked out a second way, because two readers that disagree
//! are the very fault: a second copy of the parser itself reads along, and what it takes without handing it on as body
//! are lines.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use actix_codec::{AsyncRead, AsyncWrite, Decoder, ReadBuf};
use actix_http::ServiceConfig;
use actix_http::h1::{Codec, Message};
use actix_web::web::BytesMut;

/// A client's connection on which a bare LF reaches the parser as a NUL, which it answers with 400, and as the last byte
/// of all.
pub struct StrictLines<S> {
    stream: S,
    lines: Lines,
}

impl<S> StrictLines<S> {
    /// Puts itself before a connection. The settings can be any; making new ones starts a clock, so keep one.
    pub fn new(stream: S, config: ServiceConfig) -> StrictLines<S> {
        StrictLines { stream, lines: Lines::new(config) }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for StrictLines<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        if self.lines.are_over {
            return Poll::Ready(Ok(())); // nothing more comes
        }
        let before = into.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(cx, into))?;
        let came = &mut into.filled_mut()[before..];
        if let Some(at) = self.lines.find_bare_lf(came) {
            came[at] = 0;
            into.set_filled(before + at + 1);
        }
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for StrictLines<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

struct Lines {
    parser: Codec,
    /// What came and is not yet a whole head.
    ahead: BytesMut,
    /// The byte before, as long as it belongs to a line.
    last: u8,
    /// Whether the parser has refused, or been made to.
    are_over: bool,
}

impl Lines {
    fn new(config: ServiceConfig) -> Lines {
        Lines { parser: Codec::new(config), ahead: BytesMut::new(), last: 0, are_over: false }
    }

    /// Where in the bytes that just came the first LF stands that ends a line without a CR.
    fn find_bare_lf(&mut self, came: &[u8]) -> Option<usize> {
        self.ahead.extend_from_slice(came);
        while !self.are_over {
            let start = came.len().saturating_sub(self.ahead.len());
            let read = self.parser.decode(&mut self.ahead);
            self.are_over = read.is_err();
            let (body, is_more) = match read {
                Ok(Some(Message::Chunk(Some(body)))) => (body.len(), true),
                Ok(Some(_)) => (0, true),
                Ok(None) | Err(_) => (0, false),
            };
            let end = if is_more { came.len().saturating_sub(self.ahead.len() + body) } else { came.len() };
            for (at, byte) in came.iter().enumerate().take(end).skip(start) {
                if *byte == b'\n' && self.last != b'\r' {
                    self.are_over = true;
                    return Some(at);
                }
                self.last = *byte;
            }
            if body > 0 {
                self.last = 0;
            }
            if !is_more {
                break;
            }
        }
        None
    }
}
