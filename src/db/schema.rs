//! The tables as diesel sees them: one description that fits both engines (a test compares it with each).

mod guests;
mod insights;
mod people;
mod surveys;
mod voice;
pub use guests::*;
pub use insights::*;
pub use people::*;
pub use surveys::*;
pub use voice::*;

diesel::table! {
    /// Who may do a job now. Made before any migration runs (db/lease.rs), because the upgrade itself takes a lease.
    lease (name) {
        name -> Text,
        holder -> Text,
        until_at -> BigInt,
    }
}

diesel::table! {
    /// A number per topic that grows with every change; pages, caches and open streams compare it.
    generation (topic) {
        topic -> Text,
        number -> BigInt,
    }
}

diesel::table! {
    /// The last time each job was due and done, so that two nodes never run one due time twice.
    job_run (name) {
        name -> Text,
        due_at -> BigInt,
        done_at -> Nullable<BigInt>,
        last_error -> Nullable<Text>,
    }
}

diesel::table! {
    /// What was done that somebody may have to answer for. Each entry carries the hash of the one before, so that an entry
    /// that is changed, taken out or moved is found. No reference leads to the person: the log outlives the directory.
    audit_entry (seq) {
        seq -> BigInt,
        happened_at -> BigInt,
        person_id -> Nullable<Binary>,
        address -> Nullable<Text>,
        what -> Text,
        about -> Text,
        about_id -> Nullable<Binary>,
        detail -> Text,
        hash -> Binary,
    }
}

diesel::table! {
    /// One row: the newest entry. Whoever writes the next one takes this row first, so that there is one chain.
    audit_head (id) {
        id -> Integer,
        seq -> BigInt,
        hash -> Binary,
    }
}

diesel::table! {
    /// What can be looked for by its words: what it is, who may find it, and its terms.
    search_item (number) {
        number -> BigInt,
        id -> Binary,
        audience -> Text,
        terms -> Text,
    }
}

diesel::table! {
    /// Every term, also spelt backwards, and how many items have it. The empty word stands for all items.
    search_word (word) {
        word -> Text,
        backwards -> Text,
        items -> BigInt,
    }
}

diesel::joinable!(site_slug -> site (site_id));
diesel::joinable!(site_holiday -> site (site_id));
diesel::joinable!(department -> site (site_id));
diesel::joinable!(team -> department (department_id));
diesel::joinable!(place -> site (site_id));
diesel::joinable!(person -> site (site_id));
diesel::joinable!(person -> department (department_id));
diesel::joinable!(person -> team (team_id));
diesel::joinable!(person_placement -> person (person_id));
diesel::joinable!(person_placement -> site (site_id));
diesel::joinable!(person_placement -> department (department_id));
diesel::joinable!(person_placement -> team (team_id));
diesel::joinable!(person_alias -> person (person_id));
diesel::joinable!(person_role -> person (person_id));
diesel::joinable!(person_role -> site (site_id));
diesel::joinable!(person_role -> department (department_id));
diesel::joinable!(qr_code -> site (site_id));
diesel::joinable!(qr_code -> place (place_id));
diesel::joinable!(qr_code -> person (person_id));
diesel::joinable!(sender -> contact (contact_id));
diesel::joinable!(account -> person (person_id));
diesel::joinable!(session -> account (account_id));
diesel::joinable!(link -> account (account_id));
diesel::joinable!(note -> site (site_id));
diesel::joinable!(note -> place (place_id));
diesel::joinable!(note -> qr_code (code_id));
diesel::joinable!(note -> sender (sender_id));
diesel::joinable!(note_value -> note (note_id));
diesel::joinable!(note_value -> organisation_value (value_id));
diesel::joinable!(note_recipient -> note (note_id));
diesel::joinable!(note_recipient -> person (person_id));
diesel::joinable!(note_recipient -> team (team_id));
diesel::joinable!(note_recipient -> site (site_id));
diesel::joinable!(note_recipient -> department (department_id));
diesel::joinable!(note_addition -> note (note_id));
diesel::joinable!(conversation -> site (site_id));
diesel::joinable!(conversation -> place (place_id));
diesel::joinable!(conversation -> qr_code (code_id));
diesel::joinable!(conversation -> sender (sender_id));
diesel::joinable!(conversation -> person (owner_id));
diesel::joinable!(conversation_message -> conversation (conversation_id));
diesel::joinable!(conversation_message -> person (person_id));
diesel::joinable!(conversation_event -> conversation (conversation_id));
diesel::joinable!(conversation_event -> person (person_id));
diesel::joinable!(conversation_remark -> conversation (conversation_id));
diesel::joinable!(conversation_remark -> person (person_id));
diesel::joinable!(mail -> person (person_id));
diesel::joinable!(mail -> contact (contact_id));
diesel::joinable!(issue_route -> issue_category (category_id));
diesel::joinable!(issue_route -> site (site_id));
diesel::joinable!(issue -> issue_category (category_id));
diesel::joinable!(issue -> site (site_id));
diesel::joinable!(issue -> department (department_id));
diesel::joinable!(issue -> team (team_id));
diesel::joinable!(issue_support -> issue (issue_id));
diesel::joinable!(issue_support -> person (person_id));
diesel::joinable!(issue_barred -> issue (issue_id));
diesel::joinable!(issue_barred -> person (person_id));
diesel::joinable!(issue_message -> issue (issue_id));
diesel::joinable!(issue_message -> person (person_id));
diesel::joinable!(issue_remark -> issue (issue_id));
diesel::joinable!(issue_remark -> person (person_id));
diesel::joinable!(issue_event -> issue (issue_id));
diesel::joinable!(issue_event -> person (person_id));

diesel::allow_tables_to_appear_in_same_query!(
    account,
    audit_entry,
    audit_head,
    contact,
    conversation,
    conversation_event,
    conversation_message,
    conversation_remark,
    department,
    generation,
    issue,
    issue_barred,
    issue_category,
    issue_event,
    issue_message,
    issue_remark,
    issue_route,
    issue_support,
    job_run,
    keeping,
    lease,
    link,
    mail,
    note,
    note_addition,
    note_recipient,
    note_value,
    organisation,
    organisation_value,
    person,
    person_alias,
    person_placement,
    person_role,
    place,
    pulse,
    pulse_audience,
    pulse_cell,
    pulse_comment_reply,
    pulse_figure,
    pulse_group,
    pulse_invitation,
    pulse_level,
    pulse_promise,
    pulse_quality,
    pulse_question,
    pulse_question_words,
    pulse_rules,
    pulse_slip,
    qr_code,
    sender,
    session,
    sign_in_failure,
    site,
    site_holiday,
    site_slug,
    team,
);

diesel::joinable!(pulse_question -> pulse (pulse_id));
diesel::joinable!(pulse_group -> pulse (pulse_id));
diesel::joinable!(pulse_invitation -> pulse (pulse_id));
diesel::joinable!(pulse_invitation -> person (person_id));
diesel::joinable!(pulse_slip -> pulse (pulse_id));
diesel::joinable!(pulse_figure -> pulse_group (group_id));
diesel::joinable!(pulse_promise -> pulse (pulse_id));
diesel::joinable!(pulse_promise -> pulse_group (group_id));

// The anonymous zone stands by itself: no query joins it with anything else.
diesel::joinable!(anon_message -> anon_thread (thread_id));
diesel::joinable!(anon_remark -> anon_thread (thread_id));
diesel::allow_tables_to_appear_in_same_query!(anon_intake, anon_message, anon_remark, anon_thread);

// Neither is what was answered in a survey ever joined with who was asked: pulse_answer and pulse_comment stand alone.
