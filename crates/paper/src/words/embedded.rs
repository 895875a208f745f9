//! The locale files as they stand in the program. A test holds that this list and the folder agree.

use qabyldau_domain::language::Language;

macro_rules! locale {
    ($folder:literal, $($name:literal),+) => {
        &[$(($name, include_str!(concat!("../../../../locales/", $folder, "/", $name, ".ftl")))),+]
    };
}

type Files = &'static [(&'static str, &'static str)];

const KK: Files = locale!("kk", "appeal", "booth", "person", "receipt", "refusal", "roster");
const RU: Files = locale!("ru", "appeal", "booth", "person", "receipt", "refusal", "roster");

/// The files of a language: name without ending, contents.
#[must_use]
pub fn files(language: Language) -> Files {
    match language {
        Language::Kk => KK,
        Language::Ru => RU,
    }
}
