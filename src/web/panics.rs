//! A panic is a failure of ours like any other: one line in the log, a page with the same code, and the connection and
//! the process go on.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, PanicHookInfo};

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{Error, ResponseError, web};
use futures_util::FutureExt;

use super::Failure;
use crate::app::App;
use crate::secrets::random_code;

thread_local! {
    /// The code under which this thread's last panic was logged. Whoever catches it runs on the same thread.
    static LOGGED: Cell<Option<String>> = const { Cell::new(None) };
}

/// From now on a panic anywhere in the process is one line of the log: where, and a code. Its message is left out,
/// because it may hold what people wrote: a text cut in the middle of a letter is quoted in it.
pub fn log_as_failures() {
    std::panic::set_hook(Box::new(|panic: &PanicHookInfo<'_>| {
        let code = random_code(8);
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(code, place, "panicked");
        LOGGED.set(Some(code));
    }));
}

/// Answers 500 for a handler that panics. Wraps single addresses: a request that is kept aside before it
/// has found its own can find none any more.
pub async fn catch<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let kept = request.request().clone();
    let handled = async {
        panic_if_asked(&request);
        next.call(request).await
    };
    match AssertUnwindSafe(handled).catch_unwind().await {
        Ok(response) => Ok(response?.map_into_left_body()),
        Err(_) => {
            let failure = LOGGED.take().map_or_else(|| Failure::ours(&"a handler panicked"), Failure::Ours);
            Ok(ServiceResponse::new(kept, failure.error_response()).map_into_right_body())
        }
    }
}

/// Panics where a test says (`test_panic_at`, a path), in builds that know such settings.
#[allow(clippy::panic)]
fn panic_if_asked(request: &ServiceRequest) {
    let asked = request.app_data::<web::Data<App>>().and_then(|app| app.config.panic_at.as_deref());
    if cfg!(debug_assertions) && asked == Some(request.path()) {
        panic!("a test asked for it at {}", request.path());
    }
}
