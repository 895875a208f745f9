//! The name field: surname, `<<`, given names; `<` between words. A patronymic is not a field of its own.

/// Surname and given names in Latin, or `None` if the field is no name.
pub(super) fn read(field: &str) -> Option<(String, String)> {
    if !field.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'<') {
        return None;
    }
    let (surname, given) = field.trim_end_matches('<').split_once("<<").unwrap_or((field, ""));
    let words = |part: &str| {
        part.split('<')
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let (surname, given) = (words(surname), words(given));
    (!surname.is_empty() || !given.is_empty()).then_some((surname, given))
}

/// A field filled to its end: the name may go on beyond it.
pub(super) fn may_be_cut(field: &str) -> bool {
    !field.ends_with('<')
}
