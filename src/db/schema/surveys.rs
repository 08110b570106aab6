//! The tables of surveys, as diesel sees them.

diesel::table! {
    /// One row: what HR decided for all surveys.
    pulse_rules (id) {
        id -> Integer,
        group_minimum -> Integer,
        invitations_max -> Integer,
        keep_days -> Integer,
        version -> Integer,
    }
}

diesel::table! {
    /// A survey. Days only; the period is from a day until (not including) another.
    pulse (id) {
        id -> Binary,
        title -> Text,
        state -> Text,
        period_from -> Text,
        period_until -> Text,
        opens_on -> Text,
        closes_on -> Text,
        group_minimum -> Integer,
        is_imported -> Bool,
        has_slips -> Bool,
        reminders -> Integer,
        mails_wanted -> Integer,
        left_out -> Integer,
        enc_v -> Integer,
        wrapped_key -> Nullable<Binary>,
        version -> Integer,
    }
}

diesel::table! {
    /// library_key: a question that the house has words for in every language; own ones have rows in
    /// pulse_question_words.
    pulse_question (pulse_id, position) {
        pulse_id -> Binary,
        position -> Integer,
        kind -> Text,
        scale -> Nullable<Text>,
        library_key -> Nullable<Text>,
    }
}

diesel::table! {
    /// The words of a question of the organisation's own, in one language.
    pulse_question_words (pulse_id, position, language) {
        pulse_id -> Binary,
        position -> Integer,
        language -> Text,
        words -> Text,
    }
}

diesel::table! {
    /// Who is asked; no row: everybody. A row with a department means that department, else the whole site.
    pulse_audience (id) {
        id -> Binary,
        pulse_id -> Binary,
        site_id -> Nullable<Binary>,
        department_id -> Nullable<Binary>,
        job_title -> Nullable<Text>,
    }
}

diesel::table! {
    /// The one tree on which results are released, as it was when the survey was launched. slips: how many of the
    /// people attached here answer with a slip of paper.
    pulse_group (id) {
        id -> Binary,
        pulse_id -> Binary,
        parent_id -> Nullable<Binary>,
        kind -> Text,
        name -> Text,
        site_id -> Nullable<Binary>,
        department_id -> Nullable<Binary>,
        team_id -> Nullable<Binary>,
        headcount -> Integer,
        slips -> Integer,
    }
}

diesel::table! {
    /// That somebody is asked, and whether they have answered: so that nobody answers twice and reminders end. No
    /// time. token_hash is null for those who answer on paper; of them nobody knows whether they have.
    pulse_invitation (pulse_id, person_id) {
        pulse_id -> Binary,
        person_id -> Binary,
        group_id -> Binary,
        token_hash -> Nullable<Binary>,
        is_used -> Bool,
        mails_sent -> Integer,
    }
}

diesel::table! {
    /// Codes on paper: a department's, nobody's.
    pulse_slip (code_hash) {
        code_hash -> Binary,
        pulse_id -> Binary,
        group_id -> Binary,
        is_used -> Bool,
    }
}

diesel::table! {
    /// What was answered. It refers to nothing outside itself; keys are random; rows lie in the order of their keys.
    /// The group and every choice are sealed, all seals of one length.
    pulse_answer (id) {
        id -> Binary,
        pulse_id -> Binary,
        sealed -> Binary,
    }
}

diesel::table! {
    /// What was written in answer to a question for words, apart from all other answers of the same person. group_id:
    /// where it may be read, once the survey is closed; null before, and where nobody may. place: the order it is
    /// shown in, drawn by lot.
    pulse_comment (id) {
        id -> Binary,
        pulse_id -> Binary,
        group_id -> Nullable<Binary>,
        place -> Nullable<Integer>,
        sealed -> Binary,
    }
}

diesel::table! {
    /// What somebody who may read a comment says to it: an acknowledgement (no words) or an answer. To nobody they
    /// know.
    pulse_comment_reply (comment_id) {
        comment_id -> Binary,
        pulse_id -> Binary,
        person_id -> Binary,
        words -> Nullable<Text>,
        said_on -> Text,
    }
}

diesel::table! {
    /// The released results: only groups that may be seen have rows, written once, when the survey is closed.
    pulse_cell (pulse_id, group_id) {
        pulse_id -> Binary,
        group_id -> Binary,
        answers -> Integer,
        response -> Nullable<Integer>,
    }
}

diesel::table! {
    /// measure: the name of a scale, or q and the position of a question. shares: per choice in percent, with commas.
    pulse_figure (pulse_id, group_id, measure) {
        pulse_id -> Binary,
        group_id -> Binary,
        measure -> Text,
        answers -> Integer,
        shown -> Integer,
        total -> Nullable<Double>,
        total_of_squares -> Nullable<Double>,
        shares -> Nullable<Text>,
    }
}

diesel::table! {
    /// How far the figures of a whole survey can be trusted: Cronbach's alpha, null where too few answered.
    pulse_quality (pulse_id, scale) {
        pulse_id -> Binary,
        scale -> Text,
        alpha -> Nullable<Double>,
    }
}

diesel::table! {
    /// How much the groups shown on one level of the tree differ.
    pulse_level (pulse_id, scale, depth) {
        pulse_id -> Binary,
        scale -> Text,
        depth -> Integer,
        groups -> Integer,
        icc1 -> Double,
        icc2 -> Double,
        f -> Double,
        p -> Double,
        within -> Double,
        hardly_differ -> Bool,
    }
}

diesel::table! {
    /// The one thing that a site will do about what it heard.
    pulse_promise (pulse_id, group_id) {
        pulse_id -> Binary,
        group_id -> Binary,
        due_on -> Text,
        words -> Nullable<Text>,
        person_id -> Nullable<Binary>,
        said_on -> Nullable<Text>,
        version -> Integer,
    }
}
