//! How a request ends when it does not end well: one enum, one page an outcome, RFC 9457 for machines.

use std::fmt;

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};

use super::address;
use crate::db;
use crate::people::own_code::IssueError;
use crate::people::passwords::{self, HashError};
use crate::secrets::random_code;
use crate::views::ViewsError;

/// What every handler gives back.
pub type Answer = Result<HttpResponse, Failure>;

/// Why a request was not answered as hoped.
#[derive(Debug)]
pub enum Failure {
    /// There is no such thing, or it is not theirs: both look the same.
    NotFound,
    /// It is found under another path for ever.
    Moved(String),
    /// They may know of it and may not do it.
    Forbidden,
    /// Nobody is signed in.
    SignIn {
        /// The path to come back to.
        next: String,
        /// A form was sent, and what is in it was not taken.
        is_unsent: bool,
    },
    /// A page that cannot be left before a printed code is changed.
    ChangeCode,
    /// The request itself makes no sense (a path, a field that no form of ours sends).
    BadRequest,
    /// Somebody else was faster; holds the path of the fresh page.
    Faster(String),
    /// The body took too long to arrive.
    TooSlow,
    /// The body is larger than any form of ours.
    TooLarge,
    /// The body is of a kind that no form of ours sends.
    WrongKind,
    /// A try too many; holds the seconds to wait.
    TooMany(u64),
    /// We cannot now, but may be able to in a moment (database busy, disk full).
    Passing,
    /// Our fault. Holds the code under which the log has the cause.
    Ours(String),
}

/// Left in a response for the middleware that turns it into a page in the reader's language ([`super::dress::dress`]).
#[derive(Clone, Debug)]
pub struct Bare {
    /// The code of a failure of ours.
    pub code: Option<String>,
    /// Where the fresh page is, for [`Failure::Faster`].
    pub fresh: Option<String>,
}

impl Failure {
    /// A failure of ours: logs its cause once, under a code that the page shows.
    pub fn ours(cause: &dyn fmt::Display) -> Failure {
        let code = random_code(8);
        tracing::error!(code, %cause, "failed");
        Failure::Ours(code)
    }
}

impl From<db::Error> for Failure {
    fn from(error: db::Error) -> Failure {
        if error.is_passing() {
            tracing::warn!(%error, "the database cannot now");
            return Failure::Passing;
        }
        if error.is_unheard_of() {
            return Failure::NotFound;
        }
        Failure::ours(&error)
    }
}

impl From<HashError> for Failure {
    fn from(error: HashError) -> Failure {
        match error {
            HashError::TooMany => Failure::TooMany(passwords::WAIT_SECONDS),
            other => Failure::ours(&other),
        }
    }
}

impl From<IssueError> for Failure {
    fn from(error: IssueError) -> Failure {
        match error {
            IssueError::Db(error) => error.into(),
            IssueError::Hash(error) => error.into(),
        }
    }
}

impl From<ViewsError> for Failure {
    fn from(error: ViewsError) -> Failure {
        Failure::ours(&error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.status_code())
    }
}

impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        match self {
            Failure::NotFound => StatusCode::NOT_FOUND,
            Failure::Moved(_) => StatusCode::PERMANENT_REDIRECT,
            Failure::Forbidden => StatusCode::FORBIDDEN,
            Failure::SignIn { .. } | Failure::ChangeCode => StatusCode::SEE_OTHER,
            Failure::BadRequest => StatusCode::BAD_REQUEST,
            Failure::Faster(_) => StatusCode::CONFLICT,
            Failure::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Failure::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Failure::WrongKind => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Failure::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Failure::Passing => StatusCode::SERVICE_UNAVAILABLE,
            Failure::Ours(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status_code());
        let (mut code, mut fresh) = (None, None);
        match self {
            Failure::SignIn { next, is_unsent } => {
                let more = if *is_unsent { "&unsent=1" } else { "" };
                response.insert_header((header::LOCATION, format!("{}{more}", sign_in_path(next))));
            }
            Failure::Moved(path) => {
                response.insert_header((header::LOCATION, path.as_str()));
            }
            Failure::ChangeCode => {
                response.insert_header((header::LOCATION, "/account/code"));
            }
            Failure::TooMany(seconds) => {
                response.insert_header((header::RETRY_AFTER, seconds.to_string()));
            }
            Failure::Passing => {
                response.insert_header((header::RETRY_AFTER, "2"));
            }
            // What is left of such a body is not worth reading: the connection goes with it.
            Failure::TooLarge | Failure::TooSlow => {
                response.force_close();
            }
            Failure::Faster(path) => fresh = Some(path.clone()),
            Failure::Ours(given) => code = Some(given.clone()),
            _ => {}
        }
        let mut response = response.finish();
        response.extensions_mut().insert(Bare { code, fresh });
        response
    }
}

/// Where somebody signs in who wanted to go elsewhere.
pub fn sign_in_path(next: &str) -> String {
    let steps: Vec<String> = next.split('/').map(address::escaped).collect();
    format!("/sign-in?next={}", steps.join("/"))
}
