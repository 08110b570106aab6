//! What surveys ask staff beside engagement, in the same words each time: only so can the figures of one survey stand beside
//! those of another. They are called as the library of surveys calls them. A question of the house's own is not among them.

/// Whether what managers promise is kept.
pub const PROMISES: &str = "promises";
/// Whether the survey will change something.
pub const BELIEF: &str = "belief";
/// The one that is a scale and no single question.
pub const TEAM: &str = "team";

/// In the order in which they are asked, a scale before its questions.
pub const OTHERS: [&str; 12] = [
    "proud",
    "great-place",
    "attachment",
    "inspires",
    "motivates",
    TEAM,
    "relied-upon",
    "work-together",
    "encouraged",
    PROMISES,
    BELIEF,
    "recommend",
];
