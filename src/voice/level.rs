//! The three levels of voice. They are never blurred: what each of them means is decided here and nowhere else.

/// How much of whoever raises something others can know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// Their name stands beside it, in the scope they chose.
    Named,
    /// Confidential handlers know them, nobody else sees it; the words are sealed.
    Confidential,
    /// Nobody can know, we included. The only level that the word "anonymous" is ever said of.
    Anonymous,
}

impl Level {
    /// The name in forms and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Level::Named => "named",
            Level::Confidential => "confidential",
            Level::Anonymous => "anonymous",
        }
    }

    /// The level of a name.
    pub fn from_name(name: &str) -> Option<Level> {
        [Level::Named, Level::Confidential, Level::Anonymous].into_iter().find(|level| level.name() == name)
    }
}
