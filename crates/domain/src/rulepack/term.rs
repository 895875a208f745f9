//! The terms of consideration: they stand in the Code, not in a pack, and outlive packs.

use super::kind::AppealKind;
use super::pack::Ruled;

/// The term for some kinds of appeal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The kinds it holds for.
    pub kinds: Vec<AppealKind>,
    /// The term in working days, counted from the day after registration.
    pub working_days: Ruled<u32>,
}
