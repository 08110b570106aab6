//! Sites and their departments, as a row of any file names them.

use std::collections::HashMap;

use super::report::Fault;
use super::roster;
use super::table::nearest;
use crate::db::{Conn, QueryResult};
use crate::fold::fold;
use crate::ids::{DepartmentId, SiteId};
use crate::people::site_store;

/// What names are looked up in.
pub struct Units {
    slugs: Vec<String>,
    /// The site of every slug there is and was, and of every name that only one site has (folded).
    site_by_word: HashMap<String, SiteId>,
    departments: HashMap<(SiteId, String), DepartmentId>,
}

impl Units {
    /// Reads all of them.
    pub fn find(conn: &mut Conn) -> QueryResult<Units> {
        let sites = site_store::list_sites(conn)?;
        let departments = site_store::list_departments(conn)?;
        Ok(Units {
            slugs: sites.iter().map(|site| site.slug.clone()).collect(),
            site_by_word: roster::words(&sites, site_store::list_slugs(conn)?),
            departments: departments.into_iter().map(|one| ((one.site_id, one.name_fold), one.id)).collect(),
        })
    }

    /// The site of a slug or a name.
    pub fn site(&self, typed: &str) -> Result<SiteId, Fault> {
        let found = self.site_by_word.get(typed).or_else(|| self.site_by_word.get(&fold(typed)));
        found.copied().ok_or_else(|| {
            let near = nearest(self.slugs.iter().map(String::as_str), typed).unwrap_or_default();
            Fault::new("directory-fault-site").naming("site", typed).naming("nearest", near)
        })
    }

    /// The department of a name at a site.
    pub fn department(&self, site: SiteId, typed: &str) -> Result<DepartmentId, Fault> {
        let found = self.departments.get(&(site, fold(typed)));
        found.copied().ok_or_else(|| Fault::new("directory-fault-department").naming("department", typed))
    }
}
