//! The tables of the organisation, who works there and who signs in, as diesel sees them.

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
