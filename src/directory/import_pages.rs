//! Bringing in people on a page: a file or pasted rows, first only looked at.

use actix_multipart::Multipart;
use actix_web::HttpRequest;
use actix_web::dev::Payload as DevPayload;
use actix_web::http::header;
use actix_web::web::Payload;
use futures_util::StreamExt;
use serde::Serialize;

use super::import::report::{Counts, Outcome};
use super::import::{self, Authority, Report};
use super::who_may::{admin_only, everybody};
use crate::people::audit::What;
use crate::web::body::{self, FILE_MAX};
use crate::web::{Answer, Failure, Form, FormView, Me, Problems};

/// How many rows a page lists; those that need a look or change something come first.
const ROWS_SHOWN: usize = 500;

#[derive(Serialize)]
struct ImportView {
    form: FormView,
}

#[derive(Serialize)]
struct ReportView {
    counts: Counts,
    rows: Vec<RowView>,
    more: usize,
    absent: usize,
    csv: String,
    done: bool,
}

#[derive(Serialize)]
struct RowView {
    line: u64,
    name: String,
    outcome: Outcome,
    sentence: String,
}

/// `GET /admin/people/import`
pub async fn new(me: Me) -> Answer {
    everybody(&me)?;
    me.page().show("directory/import", &ImportView { form: Form::default().view(me.page(), &Problems::none()) })
}

/// `POST /admin/people/import`: `step=check` looks, `step=import` does, `step=edit` shows the rows again.
pub async fn create(me: Me, request: HttpRequest, payload: Payload) -> Answer {
    everybody(&me)?;
    let sent = Sent::read(&request, payload.into_inner()).await?;
    if sent.file.iter().all(u8::is_ascii_whitespace) {
        let form = Form::default().view(me.page(), &Problems::one("csv", "directory-problem-no-file"));
        return me.page().show_again("directory/import", &ImportView { form });
    }
    if sent.step == "edit" {
        let form = Form::of(&[("csv", &String::from_utf8_lossy(&sent.file))]).view(me.page(), &Problems::none());
        return me.page().show("directory/import", &ImportView { form });
    }
    let authority = if admin_only(&me).is_ok() { Authority::Admin } else { Authority::Hr };
    let entry = me.entry(What::Administered, "people", None, "");
    let report = import::people_by(me.page().app(), &sent.file, sent.step != "import", authority, entry).await?;
    let view = report_view(&me, &report, sent.file);
    if report.is_refused() {
        me.page().show_again("directory/report", &view)
    } else {
        me.page().show("directory/report", &view)
    }
}

fn report_view(me: &Me, report: &Report, file: Vec<u8>) -> ReportView {
    let mut rows: Vec<_> = report.rows.iter().collect();
    rows.sort_by_key(|row| row.outcome == Outcome::Same);
    rows.truncate(ROWS_SHOWN);
    let shown = rows.into_iter().map(|row| RowView {
        line: row.line,
        name: row.name.clone(),
        outcome: row.outcome,
        sentence: report.sentence(row, me.page().lang()),
    });
    let csv = if report.done { Vec::new() } else { file };
    ReportView {
        counts: report.counts,
        rows: shown.collect(),
        more: report.rows.len().max(report.counts.wrong).saturating_sub(ROWS_SHOWN.min(report.rows.len())),
        absent: report.absent,
        // A file that can be taken is UTF-8, others cannot be shown whole; the mark would only stand in the way of the first column's name.
        csv: String::from_utf8_lossy(&csv).trim_start_matches('\u{feff}').to_owned(),
        done: report.done,
    }
}

/// What came: the chosen file, or else the rows that were pasted.
struct Sent {
    step: String,
    file: Vec<u8>,
}

impl Sent {
    /// Reads a form of either kind: with a file, or with pasted rows alone.
    async fn read(request: &HttpRequest, mut payload: DevPayload) -> Result<Sent, Failure> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
        let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let whole = match kind.as_str() {
            "application/x-www-form-urlencoded" | "multipart/form-data" => body::read(&mut payload, FILE_MAX).await?,
            _ => return Err(Failure::WrongKind),
        };
        if kind.starts_with("application/") {
            let form = Form::parse(&whole);
            return Ok(Sent { step: form.text("step").to_owned(), file: form.text("csv").as_bytes().to_vec() });
        }
        // The body is bounded in size and time already; only then are its parts told apart.
        let whole = futures_util::stream::iter([Ok(actix_web::web::Bytes::from(whole))]);
        let mut parts = Multipart::new(request.headers(), whole);
        let (mut step, mut file, mut pasted) = (Vec::new(), Vec::new(), Vec::new());
        while let Some(part) = parts.next().await {
            let mut part = part.map_err(|_| Failure::BadRequest)?;
            let into = match part.name() {
                Some("step") => &mut step,
                Some("file") => &mut file,
                Some("csv") => &mut pasted,
                _ => return Err(Failure::BadRequest),
            };
            while let Some(bytes) = part.next().await {
                into.extend_from_slice(&bytes.map_err(|_| Failure::BadRequest)?);
            }
        }
        let file = if file.is_empty() { pasted } else { file };
        Ok(Sent { step: String::from_utf8_lossy(&step).into_owned(), file })
    }
}
