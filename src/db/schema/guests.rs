//! The tables of what guests and colleagues say, and of mail, as diesel sees them.

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
