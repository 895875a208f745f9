//! Keyboard layouts: which sign each key gives, and back.
//!
//! Kazakh is RST KazSSR 903-90, where the digit row holds letters; Russian is the common ЙЦУКЕН. Invariant: within one
//! layout no sign stands on two keys.

use std::fmt;
use std::str::FromStr;

/// The layout under which a scanner typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layout {
    /// Latin, as scanners expect it.
    Us,
    /// Russian.
    Ru,
    /// Kazakh.
    Kz,
}

/// The text names no layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a layout: expected us, ru or kz")]
pub struct UnknownLayout;

/// The signs of the keys, row by row from the top left: plain, then with Shift. The rows of all layouts go key by key.
struct Keys {
    plain: &'static str,
    shift: &'static str,
}

const US: Keys = Keys {
    plain: r"`1234567890-=qwertyuiop[]asdfghjkl;'\zxcvbnm,./",
    shift: r#"~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"|ZXCVBNM<>?"#,
};
const RU: Keys = Keys {
    plain: r"ё1234567890-=йцукенгшщзхъфывапролджэ\ячсмитьбю.",
    shift: r#"Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭ/ЯЧСМИТЬБЮ,"#,
};
const KZ: Keys = Keys {
    plain: r#"("әіңғ,.үұқөһйцукенгшщзхъфывапролджэ\ячсмитьбю№"#,
    shift: r")!ӘІҢҒ;:ҮҰҚӨҺЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭ/ЯЧСМИТЬБЮ?",
};

impl Layout {
    /// All layouts, the scanner's own first.
    pub const ALL: [Layout; 3] = [Layout::Us, Layout::Ru, Layout::Kz];

    /// The stable code: `us`, `ru`, `kz`.
    pub const fn code(self) -> &'static str {
        match self {
            Layout::Us => "us",
            Layout::Ru => "ru",
            Layout::Kz => "kz",
        }
    }

    /// The sign the scanner sent when this one arrived. A sign on no key (digits of the keypad under Kazakh, Latin
    /// letters under Cyrillic, the joining `|`, which stands on no Cyrillic key) was sent as it is.
    pub(super) fn sent(self, arrived: char, caps: bool) -> char {
        // Caps Lock exchanges the cases of letters and touches nothing else.
        let typed = if caps { other_case(arrived) } else { arrived };
        let keys = self.keys();
        let on = |signs: &str, own: &'static str| {
            signs
                .chars()
                .position(|sign| sign == typed)
                .and_then(|key| own.chars().nth(key))
        };
        on(keys.plain, US.plain)
            .or_else(|| on(keys.shift, US.shift))
            .unwrap_or(typed)
    }

    const fn keys(self) -> &'static Keys {
        match self {
            Layout::Us => &US,
            Layout::Ru => &RU,
            Layout::Kz => &KZ,
        }
    }

    /// The sign that arrives when a scanner sends one: for tests, the other direction of [`Layout::sent`].
    #[cfg(test)]
    pub(super) fn arrives(self, sent: char, caps: bool) -> char {
        let keys = self.keys();
        let on = |own: &'static str, signs: &'static str| {
            own.chars()
                .position(|sign| sign == sent)
                .and_then(|key| signs.chars().nth(key))
        };
        let typed = on(US.plain, keys.plain)
            .or_else(|| on(US.shift, keys.shift))
            .unwrap_or(sent);
        if sent == '|' {
            sent
        } else if caps {
            other_case(typed)
        } else {
            typed
        }
    }
}

/// The other case of a letter; any other sign as it is.
fn other_case(sign: char) -> char {
    let mut other = [sign.to_uppercase().next(), sign.to_lowercase().next()]
        .into_iter()
        .flatten();
    other.find(|letter| *letter != sign).unwrap_or(sign)
}

impl fmt::Display for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Layout {
    type Err = UnknownLayout;

    fn from_str(text: &str) -> Result<Self, UnknownLayout> {
        Layout::ALL
            .into_iter()
            .find(|layout| layout.code() == text)
            .ok_or(UnknownLayout)
    }
}
