//! Findings as lines of standard output, for people or as JSON.

use std::io::{self, Write as _};

use qabyldau_domain::language::Language;
use serde_json::{Map, Value};

use super::{How, Values, Words};

/// How it stands with what a finding speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Looked at, and as it should be.
    Well,
    /// Said so that it is known; neither good nor bad.
    Told,
    /// Something has to be done.
    Wrong,
}

impl State {
    const fn word(self) -> &'static str {
        match self {
            Self::Well => "well",
            Self::Told => "told",
            Self::Wrong => "wrong",
        }
    }

    const fn mark(self) -> &'static str {
        match self {
            Self::Well => "+",
            Self::Told => "·",
            Self::Wrong => "!",
        }
    }
}

/// One thing found.
#[derive(Debug)]
pub struct Finding {
    /// Good, bad or neither.
    pub state: State,
    /// Code and sentence.
    pub words: &'static Words,
    /// What the sentence names, and what only the JSON carries.
    pub values: Values,
}

impl Finding {
    /// As it should be.
    pub const fn well(words: &'static Words) -> Self {
        Self::new(State::Well, words)
    }

    /// Only said.
    pub const fn told(words: &'static Words) -> Self {
        Self::new(State::Told, words)
    }

    /// To be mended.
    pub const fn wrong(words: &'static Words) -> Self {
        Self::new(State::Wrong, words)
    }

    const fn new(state: State, words: &'static Words) -> Self {
        Self {
            state,
            words,
            values: Vec::new(),
        }
    }

    /// The same with one more value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// In the form asked for.
    pub fn line(&self, how: How) -> String {
        match how.json {
            true => self.json(how.language),
            false => self.text(how.language),
        }
    }

    /// For people.
    pub fn text(&self, language: Language) -> String {
        let sentence = self.words.sentence(language, &self.values);
        format!("{} {sentence} [{}]", self.state.mark(), self.words.code)
    }

    fn json(&self, language: Language) -> String {
        let mut object = Map::new();
        object.insert("code".into(), self.words.code.into());
        object.insert("state".into(), self.state.word().into());
        object.extend(
            self.values
                .iter()
                .map(|(name, value)| ((*name).to_owned(), value.clone())),
        );
        object.insert("words".into(), self.words.sentence(language, &self.values).into());
        Value::Object(object).to_string()
    }
}

/// Standard output, one finding a line; remembers whether anything was wrong.
pub struct Lines {
    how: How,
    out: io::StdoutLock<'static>,
    wrong: u64,
}

impl Lines {
    /// Findings in this language and form.
    pub fn new(how: How) -> Self {
        Self {
            how,
            out: io::stdout().lock(),
            wrong: 0,
        }
    }

    /// Says it.
    pub fn say(&mut self, finding: &Finding) -> io::Result<()> {
        self.wrong += u64::from(finding.state == State::Wrong);
        writeln!(self.out, "{}", finding.line(self.how))
    }

    /// How much was wrong.
    pub const fn wrong(&self) -> u64 {
        self.wrong
    }
}
