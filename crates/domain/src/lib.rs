//! Words and rules of the reception: values that cannot be wrong, the arithmetic of numbers and days, the law as data.
//!
//! This crate is not a program: no input or output, no clock, no dice, no SQL. Time, ids and randomness come in from
//! outside. Invariant: the same arguments give the same answer, everywhere and for ever.
#![deny(missing_docs)]

pub mod addressees;
pub mod bilingual;
pub mod bin;
pub mod booth;
pub mod calendar;
pub mod deadline;
pub mod document;
pub mod fact;
pub mod facts;
pub mod fold;
pub mod iin;
pub mod language;
pub mod law;
pub mod ledger;
pub mod mrz;
pub mod names;
pub mod number;
pub mod order;
mod quiet;
pub mod refusal;
pub mod role;
pub mod rule;
pub mod rulepack;
pub mod scan;
pub mod secret_code;
pub mod staff;
pub mod state;
pub mod subject;
pub mod surroundings;
mod text_form;
mod twelve_digits;
