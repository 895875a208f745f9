//! One row of a roster: its cells side by side, as tall as the tallest.

use super::{Change, Row};
use crate::PaperError;
use crate::barcode::{Barcode, Digits};
use crate::display_list::{Item, Resolution, Weight};
use crate::fonts::Face;
use crate::layout::{Align, Flow, Style};
use crate::words::Words;

/// Columns as left edge and width in tenths of a millimetre, within the 186 mm between the margins.
pub(super) struct Column {
    pub word: &'static str,
    left: i32,
    width: i32,
}

pub(super) const TIME: usize = 0;
pub(super) const ROOM: usize = 1;
pub(super) const NAME: usize = 2;
pub(super) const BODY: usize = 3;
pub(super) const LANGUAGE: usize = 4;
pub(super) const CHANGE: usize = 5;
pub(super) const CODE: usize = 6;

pub(super) const COLUMNS: [Column; 7] = [
    Column {
        word: "roster-time",
        left: 0,
        width: 130,
    },
    Column {
        word: "roster-room",
        left: 140,
        width: 140,
    },
    Column {
        word: "roster-name",
        left: 290,
        width: 350,
    },
    Column {
        word: "roster-body",
        left: 650,
        width: 500,
    },
    Column {
        word: "roster-language",
        left: 1160,
        width: 80,
    },
    Column {
        word: "roster-change",
        left: 1250,
        width: 230,
    },
    Column {
        word: "roster-code",
        left: 1490,
        width: 370,
    },
];

/// Left and right margin in tenths of a millimetre.
pub(super) const MARGIN: i32 = 120;

const PADDING: i32 = 12;

/// How the appointed time is set: it is what staff look for.
const CLOCK: Style = Style {
    size: 50,
    weight: Weight::Bold,
};

pub(super) fn dots(tenths_of_mm: i32) -> i32 {
    Resolution::Office.dots(tenths_of_mm)
}

/// The column as an empty flow whose first line begins at `top`.
pub(super) fn column(index: usize, top: i32) -> Flow {
    let column = &COLUMNS[index];
    Flow::new(dots(MARGIN + column.left), dots(column.width), top)
}

/// A row set at the top of a page, to be moved down to its place.
pub(super) struct SetRow {
    items: Vec<Item>,
    pub height: i32,
}

impl SetRow {
    pub fn new(row: &Row, words: &Words) -> Result<Self, PaperError> {
        let (text, small) = (Style::regular(40), Style::regular(36));
        let mut time = cell(TIME, CLOCK);
        time.line(row.time.clone(), CLOCK, Align::Left)?;
        if matches!(row.change, Some(Change::Cancelled | Change::Moved)) {
            strike(&mut time, &row.time)?;
        }
        let mut room = cell(ROOM, text);
        room.text_at_most(3, &row.room, text, Align::Left)?;
        let mut name = cell(NAME, Style::bold(42));
        name.text_at_most(4, &initials_together(&row.name), Style::bold(42), Align::Left)?;
        let mut body = cell(BODY, text);
        body.text_at_most(6, &row.body, text, Align::Left)?;
        body.text_at_most(4, &row.official, small, Align::Left)?;
        let mut language = cell(LANGUAGE, text);
        language.line(words.coded("language-mark", row.language.code())?, text, Align::Left)?;
        let mut change = cell(CHANGE, Style::bold(36));
        if let Some(changed) = row.change {
            change.text_at_most(2, &words.get(word(changed), &[])?, Style::bold(36), Align::Left)?;
        }
        let mut code = column(CODE, PADDING);
        let digits = Digits::new(&row.reception.barcode())?;
        code.barcode(&Barcode::new(&digits)?, dots(70), 3, 3)?;
        code.gap(2);
        code.line(digits.grouped(&[4, 4, 4, 4]), Style::regular(30), Align::Centre)?;
        let cells = [time, room, name, body, language, change, code];
        let height = cells.iter().map(|flow| flow.y).max().unwrap_or(0) + PADDING;
        Ok(Self {
            items: cells.into_iter().flat_map(|flow| flow.items).collect(),
            height,
        })
    }

    /// The row's items, moved down by `dy`.
    pub fn at(self, dy: i32) -> impl Iterator<Item = Item> {
        self.items.into_iter().map(move |item| match item {
            Item::Text {
                x,
                baseline,
                size,
                weight,
                text,
            } => Item::Text {
                x,
                baseline: baseline + dy,
                size,
                weight,
                text,
            },
            Item::Rect { x, y, width, height } => Item::Rect {
                x,
                y: y + dy,
                width,
                height,
            },
        })
    }
}

/// An empty cell whose first line, in this style, stands on the base line of the time.
fn cell(index: usize, style: Style) -> Flow {
    column(index, PADDING + CLOCK.ascent() - style.ascent())
}

/// Strikes the time through: nobody is to be expected then.
fn strike(cell: &mut Flow, time: &str) -> Result<(), PaperError> {
    let width = Face::of(CLOCK.weight)?.width(time, CLOCK.size);
    let y = PADDING + CLOCK.ascent() - CLOCK.size * 3 / 10;
    cell.items.push(Item::Rect {
        x: cell.left,
        y,
        width,
        height: 5,
    });
    Ok(())
}

/// The name with its initials bound together, so that `Ә. Ғ.` never stands on two lines.
fn initials_together(name: &str) -> String {
    let mut bound = String::with_capacity(name.len());
    let mut before = "";
    for part in name.split(' ') {
        let initial = |text: &str| text.ends_with('.') && text.chars().count() == 2;
        if !bound.is_empty() {
            bound.push(if initial(before) && initial(part) {
                '\u{a0}'
            } else {
                ' '
            });
        }
        bound.push_str(part);
        before = part;
    }
    bound
}

fn word(change: Change) -> &'static str {
    match change {
        Change::New => "roster-change-new",
        Change::Changed => "roster-change-changed",
        Change::Moved => "roster-change-moved",
        Change::Cancelled => "roster-change-cancelled",
    }
}
