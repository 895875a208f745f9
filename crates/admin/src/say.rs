//! How the commands about an installation speak: a finding with its stable code, its sentence in the language asked for, its values.
//!
//! Not the answers of `check`, which stand in both languages at once. Invariant: every sentence exists in Kazakh and in Russian and
//! names the same values in both; a code never changes, scripts read it.

/// Sentences as constants, and all of them in a list for the test that walks it.
macro_rules! words {
    ($all:ident $($name:ident $code:literal $kk:literal $ru:literal)*) => {
        $(
            #[doc = concat!("`", $code, "`: ", $ru)]
            pub const $name: Words = Words { code: $code, kk: $kk, ru: $ru };
        )*
        #[cfg(test)]
        pub(super) const $all: &[&Words] = &[$(&$name),*];
    };
}

mod faults;
mod line;
mod words;

pub use faults::of as fault;
pub use line::{Finding, Lines, State};
pub use words::*;

use clap::builder::PossibleValuesParser;
use clap::builder::TypedValueParser as _;
use qabyldau_domain::language::Language;
use serde_json::Value;

/// A code with its sentence in both languages; `{name}` stands for a value.
#[derive(Debug)]
pub struct Words {
    /// The stable code.
    pub code: &'static str,
    /// Kazakh.
    pub kk: &'static str,
    /// Russian.
    pub ru: &'static str,
}

/// Values by name; never a person's data.
pub type Values = Vec<(&'static str, Value)>;

impl Words {
    /// The sentence with its values.
    pub fn sentence(&self, language: Language, values: &Values) -> String {
        let mut text = match language {
            Language::Kk => self.kk,
            Language::Ru => self.ru,
        }
        .to_owned();
        for (name, value) in values {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            text = text.replace(&format!("{{{name}}}"), &value);
        }
        text
    }
}

/// How the answer is given.
#[derive(clap::Args, Clone, Copy)]
pub struct How {
    /// Жауап тілі / язык ответа
    #[arg(long, default_value = "ru", value_parser = language())]
    pub language: Language,
    /// Әр жолда бір JSON / по одному JSON в строке
    #[arg(long)]
    pub json: bool,
}

fn language() -> impl clap::builder::TypedValueParser<Value = Language> {
    PossibleValuesParser::new(["kk", "ru"]).map(|word| match word.as_str() {
        "kk" => Language::Kk,
        _ => Language::Ru,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn names(text: &str) -> BTreeSet<&str> {
        text.split('{')
            .skip(1)
            .filter_map(|rest| rest.split('}').next())
            .collect()
    }

    #[test]
    fn every_code_stands_once_and_both_languages_name_the_same_values() {
        let mut codes = BTreeSet::new();
        for words in words::SENTENCES.iter().chain(faults::FAULTS) {
            assert!(codes.insert(words.code), "{} stands twice", words.code);
            assert_eq!(names(words.kk), names(words.ru), "{}", words.code);
            assert!(!words.kk.is_empty() && words.kk != words.ru, "{}", words.code);
        }
        assert!(codes.len() > 90, "the list is not the list: {}", codes.len());
    }

    #[test]
    fn values_take_their_places_texts_without_quotation_marks() {
        let values = vec![("free", Value::from("3,1")), ("needed", Value::from(7))];
        let said = DISK_SHORT.sentence(Language::Ru, &values);
        assert!(
            said.contains("3,1") && said.contains('7') && !said.contains('{') && !said.contains('"'),
            "{said}"
        );
    }
}
