//! The words of screen and paper, in both languages, from `locales/`.
//!
//! The files are built into the program. A word that is missing, or whose value was not given, is an error with its id: nothing
//! ever shows an id instead of a word. No Unicode isolation marks are put around values: they do not belong on paper.

mod embedded;
mod ids;

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use qabyldau_domain::language::Language;
use qabyldau_domain::refusal::Refusal;
use unic_langid::LanguageIdentifier;

pub use embedded::files;
pub use ids::ids;

/// A word that could not be said.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum WordsError {
    /// No such word in this language.
    #[error("the word {id} is missing in {language}")]
    Missing {
        /// The word.
        id: String,
        /// In which language.
        language: Language,
    },
    /// The word needs a value that was not given, or names another word that is missing.
    #[error("the word {id} in {language} lacks a value")]
    Value {
        /// The word.
        id: String,
        /// In which language.
        language: Language,
    },
}

/// A value put into a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'a> {
    /// Text as it is.
    Text(&'a str),
    /// A number; words may choose a plural form by it.
    Number(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}

/// The words of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// Reads the words of a language. An entry that Fluent cannot read counts as missing; a test holds that there is none.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let tag: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        for (_, source) in files(language) {
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(readable, _)| readable);
            // A word defined twice keeps its first meaning; the same test holds that this does not happen.
            let _ = bundle.add_resource(resource);
        }
        Self { language, bundle }
    }

    /// The words of a language, read once per program.
    pub fn of(language: Language) -> &'static Self {
        static WORDS: [OnceLock<Words>; 2] = [OnceLock::new(), OnceLock::new()];
        let slot = match language {
            Language::Kk => &WORDS[0],
            Language::Ru => &WORDS[1],
        };
        slot.get_or_init(|| Self::new(language))
    }

    /// Which language these words are in.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether the word exists.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.pattern(id).is_some()
    }

    /// A word with its values put in. `message.attribute` reads an attribute, as `refusal-iin-check-digit.way`.
    ///
    /// # Errors
    /// [`WordsError::Missing`] if there is no such word, [`WordsError::Value`] if it needs a value that was not given.
    pub fn get(&self, id: &str, values: &[(&str, Value<'_>)]) -> Result<String, WordsError> {
        let language = self.language;
        let pattern = self.pattern(id).ok_or_else(|| WordsError::Missing {
            id: id.to_owned(),
            language,
        })?;
        let mut args = FluentArgs::with_capacity(values.len());
        for &(name, value) in values {
            match value {
                Value::Text(text) => args.set(name, FluentValue::from(text)),
                Value::Number(number) => args.set(name, FluentValue::from(number)),
            }
        }
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned();
        if errors.is_empty() {
            Ok(text)
        } else {
            Err(WordsError::Value {
                id: id.to_owned(),
                language,
            })
        }
    }

    /// The word of a code of the field: `coded("appeal-kind", "application")`. Codes may be written with `_`, words never are.
    ///
    /// # Errors
    /// [`WordsError::Missing`] if the code has no word.
    pub fn coded(&self, family: &str, code: &str) -> Result<String, WordsError> {
        self.get(&format!("{family}-{code}").replace('_', "-"), &[])
    }

    /// The sentence of a refusal with what it names. A value that is itself a code, as the state in `session-state`, is said in
    /// its word `<code>-<value>`.
    ///
    /// # Errors
    /// As [`Words::get`] for `refusal-<code>`.
    pub fn refusal(&self, refusal: &Refusal) -> Result<String, WordsError> {
        let told = self.told(refusal);
        self.get(&refusal_id(refusal), &values(&told))
    }

    /// What can be done after a refusal, where there is a way on.
    ///
    /// # Errors
    /// [`WordsError::Value`] if the way on needs a value that the refusal does not carry.
    pub fn way_on(&self, refusal: &Refusal) -> Result<Option<String>, WordsError> {
        let id = format!("{}.way", refusal_id(refusal));
        if !self.has(&id) {
            return Ok(None);
        }
        let told = self.told(refusal);
        self.get(&id, &values(&told)).map(Some)
    }

    /// A day in the long form, with its weekday: `22 ноября 2026 года, воскресенье`.
    ///
    /// # Errors
    /// [`WordsError::Missing`] if a month or weekday has no word.
    pub fn long_date(&self, day: NaiveDate) -> Result<String, WordsError> {
        let month = self.get(&format!("month-{}", day.month()), &[])?;
        let weekday = self.get(&format!("weekday-{}", day.weekday().number_from_monday()), &[])?;
        let year = i64::from(day.year());
        let values = [
            ("day", day.day().into()),
            ("year", year.into()),
            ("month", (&month).into()),
            ("weekday", (&weekday).into()),
        ];
        self.get("day-long-weekday", &values)
    }

    fn told<'a>(&self, refusal: &'a Refusal) -> Vec<(&'a str, String)> {
        let named = refusal.args.iter();
        named
            .map(|(name, value)| {
                (
                    name.as_ref(),
                    self.coded(&refusal.code, value).unwrap_or_else(|_| value.clone()),
                )
            })
            .collect()
    }

    fn pattern(&self, id: &str) -> Option<&fluent_syntax::ast::Pattern<&str>> {
        match id.split_once('.') {
            None => self.bundle.get_message(id)?.value(),
            Some((message, attribute)) => Some(self.bundle.get_message(message)?.get_attribute(attribute)?.value()),
        }
    }
}

fn refusal_id(refusal: &Refusal) -> String {
    format!("refusal-{}", refusal.code.replace('_', "-"))
}

fn values<'a>(told: &'a [(&'a str, String)]) -> Vec<(&'a str, Value<'a>)> {
    told.iter().map(|(name, value)| (*name, Value::Text(value))).collect()
}
