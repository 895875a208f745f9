//! CSV as Excel writes it here: semicolons, quotes doubled inside quotes, lines inside quotes, numbers kept as text by `="…"`.

/// One record: its fields, and the line it begins at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// From 1.
    pub line: usize,
    /// The fields, trimmed.
    pub fields: Vec<String>,
}

/// The records of a text; empty lines are passed over.
pub fn records(text: &str) -> impl Iterator<Item = Record> + '_ {
    let mut rest = text.chars().peekable();
    let mut line = 1;
    std::iter::from_fn(move || {
        loop {
            rest.peek()?;
            let begins = line;
            let mut fields = vec![String::new()];
            let mut quoted = false;
            while let Some(letter) = rest.next() {
                let field = fields.last_mut()?;
                match letter {
                    '"' if quoted && rest.peek() == Some(&'"') => field.extend(rest.next()),
                    '"' if quoted => quoted = false,
                    '"' if field.trim().is_empty() || field.trim() == "=" => {
                        field.clear();
                        quoted = true;
                    }
                    ';' if !quoted => fields.push(String::new()),
                    '\n' if !quoted => {
                        line += 1;
                        break;
                    }
                    '\n' => {
                        line += 1;
                        field.push(letter);
                    }
                    _ => field.push(letter),
                }
            }
            let fields: Vec<String> = fields.iter().map(|field| field.trim().to_owned()).collect();
            if fields.iter().any(|field| !field.is_empty()) {
                return Some(Record { line: begins, fields });
            }
        }
    })
}
