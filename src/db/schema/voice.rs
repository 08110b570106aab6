//! The tables of what staff raise, as diesel sees them.

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
