//! An account: what signs in. It belongs to one person of the directory; the person can be there without it.

use crate::clock::{Day, Moment};
use crate::fold::fold;
use crate::ids::{AccountId, PersonId, SiteId};
use crate::people::password_rules;
use crate::people::person::{name_of, number_fold};
use crate::people::role::Grant;
use crate::people::site::day_at;
use crate::secrets::normal_token;
use crate::views::Lang;

/// An account with what signing in has to know about its person.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its key.
    pub id: AccountId,
    /// Whose it is.
    pub person_id: PersonId,
    /// The address it signs in with, if it has one.
    pub email: Option<String>,
    /// The password, hashed.
    pub password_hash: Option<String>,
    /// The own code, hashed.
    pub own_code_hash: Option<String>,
    /// The own code is the one on the slip and must be changed before anything else.
    pub own_code_is_new: bool,
    /// Grows with every change that ends all sessions.
    pub session_version: i32,
    /// When it was disabled.
    pub disabled_at: Option<Moment>,
    /// The number others know the person by.
    pub employee_number: String,
    /// The preferred or given name.
    pub first_name: String,
    /// The family name.
    pub family_name: String,
    /// The language the person chose, if any.
    pub language: Option<String>,
    /// Their site today.
    pub site_id: SiteId,
    /// The first day on which they are no longer here, if it is known.
    pub left_on: Option<Day>,
    /// The time zone of their site.
    pub time_zone: String,
    /// Their roles above employee.
    pub grants: Vec<Grant>,
}

/// What an account proves itself with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// A password.
    Password,
    /// The code on a slip that HR or the site manager printed.
    PrintedCode,
    /// A code of the employee's own choice.
    OwnCode,
}

impl Account {
    /// Whether somebody may sign in with it at a moment: on the day that it is at their site.
    pub fn is_open(&self, now: Moment) -> bool {
        let today = day_at(&self.time_zone, now);
        self.disabled_at.is_none() && self.left_on.is_none_or(|left_on| left_on > today)
    }

    /// The hash that counts, and what it is a hash of. A password goes before an own code: whoever has one is more than
    /// an employee, or chose it.
    pub fn proof(&self) -> Option<(Proof, &str)> {
        match (&self.password_hash, &self.own_code_hash) {
            (Some(hash), _) => Some((Proof::Password, hash)),
            (None, Some(hash)) if self.own_code_is_new => Some((Proof::PrintedCode, hash)),
            (None, Some(hash)) => Some((Proof::OwnCode, hash)),
            (None, None) => None,
        }
    }

    /// The fewest characters of a new password.
    pub fn least_length(&self) -> usize {
        password_rules::least_length(&self.grants)
    }

    /// The whole name.
    pub fn name(&self) -> String {
        name_of(None, &self.first_name, &self.family_name)
    }

    /// The language of mails to them; the organisation's if they chose none.
    pub fn lang(&self, organisation: Lang) -> Lang {
        self.language.as_deref().and_then(Lang::from_tag).unwrap_or(organisation)
    }

    /// What anybody would try first as this person's password.
    pub fn own_words(&self) -> Vec<String> {
        let mut words = vec![self.first_name.clone(), self.family_name.clone(), self.employee_number.clone()];
        words.extend(self.email.clone());
        words
    }
}

impl Proof {
    /// What was typed as it was when it was hashed: a printed code survives small letters and look-alikes.
    pub fn normal(self, typed: &str) -> String {
        match self {
            Proof::PrintedCode => normal_token(typed),
            Proof::Password | Proof::OwnCode => password_rules::normal(typed),
        }
    }
}

/// What somebody typed to say who they are: an e-mail address or an employee number, as it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// An address.
    Email(String),
    /// A number.
    Number(String),
}

impl Who {
    /// Reads what was typed; anything is something, and most of it is nobody.
    pub fn read(typed: &str) -> Who {
        let bounded: String = typed.trim().chars().take(crate::text::LINE_MAX).collect();
        if bounded.contains('@') { Who::Email(fold(&bounded)) } else { Who::Number(number_fold(&bounded)) }
    }

    /// The compared form.
    pub fn text(&self) -> &str {
        match self {
            Who::Email(text) | Who::Number(text) => text,
        }
    }
}
