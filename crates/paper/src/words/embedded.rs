//! The locale files as they stand in the program. A test holds that this list and the folders agree.

use qabyldau_domain::language::Language;

type Files = &'static [(&'static str, &'static str)];

/// Every file stands in both folders under one name.
macro_rules! locales {
    ($($name:literal)+) => {
        const KK: Files = &[$(($name, include_str!(concat!("../../../../locales/kk/", $name, ".ftl")))),+];
        const RU: Files = &[$(($name, include_str!(concat!("../../../../locales/ru/", $name, ".ftl")))),+];
    };
}

locales! {
    "appeal"
    "applicant"
    "board"
    "booth"
    "day"
    "desk"
    "history"
    "institution"
    "pages"
    "person"
    "receipt"
    "reception"
    "refusal"
    "roster"
    "today"
    "visit"
    "wall"
    "work"
}

/// The files of a language: name without ending, contents.
#[must_use]
pub fn files(language: Language) -> Files {
    match language {
        Language::Kk => KK,
        Language::Ru => RU,
    }
}
