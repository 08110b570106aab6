//! The tables as diesel sees them: one description that fits both engines (a test compares it with each).

mod insights;
mod surveys;
pub use insights::*;
pub use surveys::*;

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
    /// One row: the organisation of this installation.
    organisation (id) {
        id -> Binary,
        name -> Text,
        language -> Text,
        languages -> Text,
        created_at -> BigInt,
        version -> Integer,
    }
}

diesel::table! {
    /// What the organisation wants to be praised for.
    organisation_value (id) {
        id -> Binary,
        name -> Text,
        position -> Integer,
        retired_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// A hotel, hospital, branch.
    site (id) {
        id -> Binary,
        parent_id -> Nullable<Binary>,
        name -> Text,
        name_fold -> Text,
        slug -> Text,
        time_zone -> Text,
        languages -> Text,
        country -> Text,
        working_days -> Integer,
        wall_is_public -> Bool,
        created_at -> BigInt,
        version -> Integer,
    }
}

diesel::table! {
    /// Every slug a site ever had; an old one redirects for ever.
    site_slug (slug) {
        slug -> Text,
        site_id -> Binary,
    }
}

diesel::table! {
    /// See the migration.
    site_holiday (site_id, day) {
        site_id -> Binary,
        day -> Text,
    }
}

diesel::table! {
    /// See the migration.
    department (id) {
        id -> Binary,
        site_id -> Binary,
        name -> Text,
        name_fold -> Text,
    }
}

diesel::table! {
    /// See the migration.
    team (id) {
        id -> Binary,
        department_id -> Binary,
        name -> Text,
        name_fold -> Text,
    }
}

diesel::table! {
    /// A named spot in a site (desk, room, ward) that a code can stand for.
    place (id) {
        id -> Binary,
        site_id -> Binary,
        name -> Text,
        name_fold -> Text,
        created_at -> BigInt,
        retired_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// The directory. The key others know is the employee number.
    person (id) {
        id -> Binary,
        employee_number -> Text,
        number_fold -> Text,
        given_name -> Text,
        family_name -> Text,
        preferred_name -> Nullable<Text>,
        name_fold -> Text,
        search_fold -> Text,
        email -> Nullable<Text>,
        job_title -> Text,
        language -> Nullable<Text>,
        site_id -> Binary,
        department_id -> Nullable<Binary>,
        team_id -> Nullable<Binary>,
        manager_id -> Nullable<Binary>,
        started_on -> Nullable<Text>,
        left_on -> Nullable<Text>,
        in_finder -> Bool,
        created_at -> BigInt,
        version -> Integer,
    }
}

diesel::table! {
    /// Dated moves: where each person was, from a day until (not including) another.
    person_placement (id) {
        id -> Binary,
        person_id -> Binary,
        site_id -> Binary,
        department_id -> Nullable<Binary>,
        team_id -> Nullable<Binary>,
        from_on -> Nullable<Text>,
        until_on -> Nullable<Text>,
    }
}

diesel::table! {
    /// Other spellings that mean this person, learnt from assignments.
    person_alias (id) {
        id -> Binary,
        person_id -> Binary,
        alias -> Text,
        alias_fold -> Text,
        created_at -> BigInt,
    }
}

diesel::table! {
    /// employee needs no row; a scope of nothing means the whole organisation.
    person_role (id) {
        id -> Binary,
        person_id -> Binary,
        role -> Text,
        site_id -> Nullable<Binary>,
        department_id -> Nullable<Binary>,
    }
}

diesel::table! {
    /// What a QR code stands for: the organisation, a site, a place or a person.
    qr_code (id) {
        id -> Binary,
        code -> Text,
        level -> Text,
        site_id -> Nullable<Binary>,
        place_id -> Nullable<Binary>,
        person_id -> Nullable<Binary>,
        created_at -> BigInt,
        revoked_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// An address somebody without an account left; mailed only after its owner confirmed it.
    contact (id) {
        id -> Binary,
        address -> Text,
        address_fold -> Text,
        confirm_hash -> Nullable<Binary>,
        confirm_until -> Nullable<BigInt>,
        asked_count -> Integer,
        asked_at -> Nullable<BigInt>,
        confirmed_at -> Nullable<BigInt>,
        stopped_at -> Nullable<BigInt>,
        created_at -> BigInt,
    }
}

diesel::table! {
    /// Somebody without an account, for the length of one message; the hash of the follow link is the key.
    sender (id) {
        id -> Binary,
        follow_hash -> Binary,
        about -> Text,
        name -> Nullable<Text>,
        language -> Text,
        contact_id -> Nullable<Binary>,
        created_at -> BigInt,
    }
}

diesel::table! {
    /// See the migration.
    account (id) {
        id -> Binary,
        person_id -> Binary,
        email -> Nullable<Text>,
        email_fold -> Nullable<Text>,
        password_hash -> Nullable<Text>,
        own_code_hash -> Nullable<Text>,
        own_code_is_new -> Bool,
        session_version -> Integer,
        disabled_at -> Nullable<BigInt>,
        created_at -> BigInt,
        version -> Integer,
    }
}

diesel::table! {
    /// See the migration.
    session (id) {
        id -> Binary,
        account_id -> Binary,
        session_version -> Integer,
        label -> Text,
        auth_at -> BigInt,
        seen_at -> BigInt,
        ends_at -> BigInt,
        revoked_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// Secrets sent by mail or printed: set-up, invitation, reset. Only the hash is kept.
    link (hash) {
        hash -> Binary,
        purpose -> Text,
        account_id -> Nullable<Binary>,
        expires_at -> BigInt,
        used_at -> Nullable<BigInt>,
        created_at -> BigInt,
    }
}

diesel::table! {
    /// Failed sign-ins by what was typed (hashed), so that the count survives a restart.
    sign_in_failure (who_hash) {
        who_hash -> Binary,
        failures -> Integer,
        since_at -> BigInt,
        blocked_until -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// See the migration.
    note (id) {
        id -> Binary,
        form_hash -> Nullable<Binary>,
        source -> Text,
        site_id -> Binary,
        place_id -> Nullable<Binary>,
        code_id -> Nullable<Binary>,
        sender_id -> Nullable<Binary>,
        from_person_id -> Nullable<Binary>,
        relayed_by_id -> Nullable<Binary>,
        passed_on_from_id -> Nullable<Binary>,
        language -> Text,
        did -> Text,
        difference -> Text,
        typed_name -> Nullable<Text>,
        when_text -> Nullable<Text>,
        where_text -> Nullable<Text>,
        role_text -> Nullable<Text>,
        state -> Text,
        flags -> Text,
        satisfied -> Nullable<Text>,
        individual -> Nullable<Text>,
        would_return -> Nullable<Text>,
        rating -> Nullable<Integer>,
        source_name -> Nullable<Text>,
        sent_at -> BigInt,
        withdrawn_at -> Nullable<BigInt>,
        version -> Integer,
        chosen_person_id -> Nullable<Binary>,
    }
}

diesel::table! {
    /// See the migration.
    note_value (note_id, value_id) {
        note_id -> Binary,
        value_id -> Binary,
    }
}

diesel::table! {
    /// Time read, visibility and thanks belong to the recipient. The place is the one of that day.
    note_recipient (id) {
        id -> Binary,
        note_id -> Binary,
        person_id -> Nullable<Binary>,
        team_id -> Nullable<Binary>,
        site_id -> Binary,
        department_id -> Nullable<Binary>,
        matched_by_id -> Nullable<Binary>,
        visibility -> Text,
        sent_at -> BigInt,
        received_at -> BigInt,
        read_at -> Nullable<BigInt>,
        read_how -> Nullable<Text>,
        heard_at -> Nullable<BigInt>,
        seen_hash -> Nullable<Binary>,
        thanked_at -> Nullable<BigInt>,
        thanks -> Nullable<Text>,
        is_withdrawn -> Bool,
    }
}

diesel::table! {
    /// See the migration.
    note_addition (id) {
        id -> Binary,
        note_id -> Binary,
        text -> Text,
        added_at -> BigInt,
    }
}

diesel::table! {
    /// See the migration.
    conversation (id) {
        id -> Binary,
        form_hash -> Nullable<Binary>,
        kind -> Text,
        site_id -> Binary,
        place_id -> Nullable<Binary>,
        code_id -> Nullable<Binary>,
        sender_id -> Nullable<Binary>,
        owner_id -> Nullable<Binary>,
        language -> Text,
        state -> Text,
        flags -> Text,
        rating -> Nullable<Integer>,
        source_name -> Nullable<Text>,
        sent_at -> BigInt,
        acknowledge_by -> Nullable<BigInt>,
        answer_by -> Nullable<BigInt>,
        decide_by -> Nullable<BigInt>,
        answered_at -> Nullable<BigInt>,
        closed_at -> Nullable<BigInt>,
        version -> Integer,
    }
}

diesel::table! {
    /// See the migration.
    conversation_message (id) {
        id -> Binary,
        conversation_id -> Binary,
        form_hash -> Nullable<Binary>,
        side -> Text,
        person_id -> Nullable<Binary>,
        text -> Text,
        sent_at -> BigInt,
    }
}

diesel::table! {
    /// The timeline that its parties see.
    conversation_event (id) {
        id -> Binary,
        conversation_id -> Binary,
        person_id -> Nullable<Binary>,
        what -> Text,
        detail -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    /// Internal: never shown to the customer, so never in the same table as what is.
    conversation_remark (id) {
        id -> Binary,
        conversation_id -> Binary,
        person_id -> Binary,
        text -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    /// See the migration.
    mail (id) {
        id -> Binary,
        kind -> Text,
        to_address -> Text,
        to_name -> Text,
        language -> Text,
        subject -> Text,
        text_body -> Text,
        html_body -> Text,
        message_id -> Text,
        once_key -> Nullable<Text>,
        person_id -> Nullable<Binary>,
        contact_id -> Nullable<Binary>,
        stop_url -> Nullable<Text>,
        state -> Text,
        attempts -> Integer,
        due_at -> BigInt,
        claimed_until -> Nullable<BigInt>,
        last_error -> Nullable<Text>,
        created_at -> BigInt,
        sent_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// See the migration.
    mail_refusal (address_fold) {
        address_fold -> Text,
        said -> Text,
        refused_at -> BigInt,
    }
}

diesel::table! {
    /// What issues are about. A delicate one is shown its proper channel and is seen by confidential handlers only. Those with
    /// a code are ours and have their names in every language; an organisation adds its own.
    issue_category (id) {
        id -> Binary,
        code -> Nullable<Text>,
        name -> Text,
        is_delicate -> Bool,
        acknowledge_days -> Integer,
        answer_days -> Integer,
        decide_days -> Integer,
        keep_days -> Integer,
        position -> Integer,
        retired_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    /// Who receives a category: at one site, or (no site) wherever nobody else does.
    issue_route (id) {
        id -> Binary,
        category_id -> Binary,
        site_id -> Nullable<Binary>,
        owner_id -> Binary,
        deputy_id -> Nullable<Binary>,
    }
}

diesel::table! {
    /// The words of a confidential issue are in sealed and nowhere else; an anonymous one has nobody who raised it.
    issue (id) {
        id -> Binary,
        form_hash -> Nullable<Binary>,
        kind -> Text,
        level -> Text,
        scope -> Text,
        category_id -> Binary,
        site_id -> Binary,
        department_id -> Nullable<Binary>,
        team_id -> Nullable<Binary>,
        raiser_id -> Nullable<Binary>,
        language -> Text,
        title -> Text,
        what -> Text,
        place -> Text,
        fix -> Text,
        wrapped_key -> Nullable<Binary>,
        sealed -> Nullable<Binary>,
        state -> Text,
        owner_id -> Nullable<Binary>,
        deputy_id -> Nullable<Binary>,
        joined_to_id -> Nullable<Binary>,
        planned_on -> Nullable<Text>,
        acknowledge_due_on -> Text,
        answer_due_on -> Text,
        decide_due_on -> Text,
        support_count -> Integer,
        raised_at -> BigInt,
        acknowledged_at -> Nullable<BigInt>,
        answered_at -> Nullable<BigInt>,
        decided_at -> Nullable<BigInt>,
        closed_at -> Nullable<BigInt>,
        version -> Integer,
    }
}

diesel::table! {
    /// How much hangs on it, of those of which a handler said so.
    issue_criticality (issue_id) {
        issue_id -> Binary,
        criticality -> Integer,
        alert_due_on -> Nullable<Text>,
    }
}

diesel::table! {
    /// "Me too": a person counts once. Whom another issue brought, when it was joined to this one, goes again when it leaves.
    issue_support (issue_id, person_id) {
        issue_id -> Binary,
        person_id -> Binary,
        since_at -> BigInt,
        from_issue_id -> Nullable<Binary>,
    }
}

diesel::table! {
    /// Who never sees, counts or finds an issue: whom its raiser excluded, whom it is about, who stepped aside.
    issue_barred (issue_id, person_id) {
        issue_id -> Binary,
        person_id -> Binary,
        why -> Text,
        since_at -> BigInt,
    }
}

diesel::table! {
    /// What was said between who raised it and who handles it. Of a confidential issue the text is empty and sealed is not.
    issue_message (id) {
        id -> Binary,
        issue_id -> Binary,
        form_hash -> Nullable<Binary>,
        side -> Text,
        person_id -> Binary,
        text -> Text,
        sealed -> Nullable<Binary>,
        sent_at -> BigInt,
    }
}

diesel::table! {
    /// Internal: never shown to who raised it, so never in the same table as what is.
    issue_remark (id) {
        id -> Binary,
        issue_id -> Binary,
        form_hash -> Nullable<Binary>,
        person_id -> Binary,
        text -> Text,
        sealed -> Nullable<Binary>,
        sent_at -> BigInt,
    }
}

diesel::table! {
    /// The dated entries that everybody who sees the issue sees: each state, with the reason or what is planned.
    issue_event (id) {
        id -> Binary,
        issue_id -> Binary,
        person_id -> Nullable<Binary>,
        state -> Text,
        text -> Text,
        sealed -> Nullable<Binary>,
        planned_on -> Nullable<Text>,
        happened_at -> BigInt,
    }
}

diesel::table! {
    /// What was written and is not collected yet: a first message, or a further one of a thread.
    anon_intake (id) {
        id -> Binary,
        form_hash -> Nullable<Binary>,
        lookup_hash -> Binary,
        is_first -> Bool,
        site_id -> Nullable<Binary>,
        enc_v -> Integer,
        wrapped_key -> Binary,
        sealed -> Binary,
        arrived_on -> Text,
    }
}

diesel::table! {
    /// header seals the category, the kind and whom the writer excludes.
    anon_thread (id) {
        id -> Binary,
        lookup_hash -> Binary,
        site_id -> Nullable<Binary>,
        handle -> Text,
        state -> Text,
        review -> Text,
        published_id -> Nullable<Binary>,
        is_news -> Bool,
        enc_v -> Integer,
        wrapped_key -> Binary,
        header -> Binary,
        received_on -> Text,
        acknowledge_due_on -> Text,
        feedback_due_on -> Text,
        acknowledged_on -> Nullable<Text>,
        answered_on -> Nullable<Text>,
        closed_on -> Nullable<Text>,
        version -> Integer,
        criticality -> Integer,
        alert_due_on -> Nullable<Text>,
    }
}

diesel::table! {
    /// Who of the handlers speaks stands inside the seal.
    anon_message (thread_id, seq) {
        thread_id -> Binary,
        seq -> Integer,
        form_hash -> Nullable<Binary>,
        side -> Text,
        sealed -> Binary,
        sent_on -> Text,
    }
}

diesel::table! {
    /// Internal: never shown to the writer, so never in the same table as what is.
    anon_remark (thread_id, seq) {
        thread_id -> Binary,
        seq -> Integer,
        form_hash -> Nullable<Binary>,
        sealed -> Binary,
        sent_on -> Text,
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

diesel::table! {
    /// One row. With eu_mode on, the clocks of Directive (EU) 2019/1937 hold, and channels (where else one can turn) is not empty.
    voice_rules (id) {
        id -> Integer,
        eu_mode -> Bool,
        channels -> Text,
        thread_keep_days -> Integer,
        version -> Integer,
    }
}

diesel::table! {
    /// An issue or thread that is kept longer than its days, because the law asks for it, or whose end was announced.
    keeping (about_id) {
        about_id -> Binary,
        held_on -> Nullable<Text>,
        warned_on -> Nullable<Text>,
    }
}

diesel::table! {
    /// What is left of an issue or thread whose days are over: no word, nobody.
    stub (id) {
        id -> Binary,
        about -> Text,
        kind -> Text,
        category_id -> Nullable<Binary>,
        site_id -> Nullable<Binary>,
        state -> Text,
        shown_to -> Text,
        began_on -> Text,
        closed_on -> Text,
        deleted_on -> Text,
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
