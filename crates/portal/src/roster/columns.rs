//! The columns of a roster, by their headings in English, Kazakh or Russian, in any order. Others are passed over.

/// Every column: its stable name, other headings, and whether a roster must have it.
const COLUMNS: [(&str, &[&str], bool); 12] = [
    ("reference", &["нөмірі", "номер"], false),
    ("day", &["күні", "дата"], true),
    ("time", &["уақыты", "время"], true),
    ("room", &["бөлме", "комната"], true),
    ("surname", &["тегі", "фамилия"], true),
    ("given", &["аты", "имя"], true),
    ("patronymic", &["әкесінің аты", "отчество"], false),
    ("iin", &["жсн", "иин"], false),
    ("born", &["туған күні", "дата рождения"], false),
    ("body", &["мемлекеттік орган", "государственный орган"], true),
    ("official", &["лауазымды тұлға", "должностное лицо"], false),
    ("language", &["тілі", "язык"], true),
];

/// Where each column stands in this file.
#[derive(Debug, PartialEq, Eq)]
pub struct Columns {
    places: [Option<usize>; COLUMNS.len()],
    width: usize,
}

/// The name of a column that must be there and is not, or stands twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingColumn(pub &'static str);

impl Columns {
    /// Reads the header.
    pub fn of(header: &[String]) -> Result<Self, MissingColumn> {
        let mut places = [None; COLUMNS.len()];
        for (column, (name, others, needed)) in COLUMNS.iter().enumerate() {
            let is = |text: &&String| {
                let text = text.to_lowercase();
                text == *name || others.contains(&text.as_str())
            };
            let mut found = header.iter().enumerate().filter(|(_, text)| is(text));
            match (found.next(), found.next()) {
                (Some((place, _)), None) => places[column] = Some(place),
                (None, _) if !needed => {}
                _ => return Err(MissingColumn(name)),
            }
        }
        Ok(Self {
            places,
            width: header.len(),
        })
    }

    /// How many fields a row must have.
    pub fn width(&self) -> usize {
        self.width
    }

    /// A field of a row by the column's name; nothing if it is empty or the file has no such column.
    pub fn field<'a>(&self, fields: &'a [String], name: &str) -> Option<&'a str> {
        let column = COLUMNS.iter().position(|(known, ..)| *known == name)?;
        fields
            .get(self.places[column]?)
            .map(String::as_str)
            .filter(|text| !text.is_empty())
    }
}
