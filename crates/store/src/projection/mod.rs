//! What the facts add up to, as rows. Folding itself is the domain's; here rows are read, written, compared and made anew.
//!
//! Invariants: a row is the fold of all facts of its subject, written in the transaction that brought the last of them; equal facts
//! give equal tables, whatever the order of arrival.

mod appeal;
mod day;
mod digest;
mod directory;
mod entry;
mod job;
mod rebuild;
mod reception;
mod refold;
mod row;
mod schema;
mod session;
mod staff;
mod subjects;
mod table;

use std::collections::BTreeSet;

use qabyldau_domain::subject::SubjectKind;

pub(crate) use digest::digest;
pub(crate) use rebuild::rebuild;
pub(crate) use refold::refold;
pub(crate) use refold::troubles_of;
pub(crate) use row::{Place, put, row_table};
pub(crate) use schema::{bring_up_to_date, create};
pub(crate) use subjects::each as each_subject;
pub(crate) use table::Table;

/// The kinds of subjects that a write touched: screens that show one of them read again.
pub type Topics = BTreeSet<SubjectKind>;
