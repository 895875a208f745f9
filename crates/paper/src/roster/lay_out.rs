//! Pages of a roster: rows are set first, then dealt onto pages, so that every page knows how many there are.

use super::Roster;
use super::row::{CODE, COLUMNS, MARGIN, SetRow, column, dots};
use crate::PaperError;
use crate::display_list::{Item, Page, Resolution, Sheet};
use crate::layout::{Align, Flow, Style};
use crate::words::{Value, Words};

const WIDTH: i32 = 2100;
const HEIGHT: i32 = 2970;
const TOP: i32 = 100;
/// Where the foot begins, from above.
const FOOT: i32 = 2820;

pub(super) fn lay_out(roster: &Roster) -> Result<Sheet, PaperError> {
    let words = Words::of(roster.language);
    let rows = roster
        .rows
        .iter()
        .map(|row| SetRow::new(row, words))
        .collect::<Result<Vec<_>, _>>()?;
    let (head, first_row) = head(roster, words)?;
    let dealt = deal(rows, dots(FOOT) - first_row);
    let of = dealt.len();
    let mut pages = Vec::with_capacity(of);
    for (rows, number) in dealt.into_iter().zip(1_i64..) {
        let mut items = head.clone();
        items.extend(foot(roster, words, number, i64::try_from(of).unwrap_or(i64::MAX))?);
        let mut y = first_row;
        if rows.is_empty() {
            let mut flow = body(y + dots(60));
            flow.text(&words.get("roster-none", &[])?, Style::regular(50), Align::Left)?;
            items.extend(flow.items);
        }
        for row in rows {
            let height = row.height;
            items.extend(row.at(y));
            y += height;
            items.push(Item::Rect {
                x: dots(MARGIN),
                y,
                width: dots(WIDTH - 2 * MARGIN),
                height: 1,
            });
            y += 1;
        }
        pages.push(Page {
            width: dots(WIDTH),
            height: dots(HEIGHT),
            items,
        });
    }
    Ok(Sheet {
        resolution: Resolution::Office,
        pages,
    })
}

/// Deals rows onto pages of `room` dots; one empty page if there are none.
fn deal(rows: Vec<SetRow>, room: i32) -> Vec<Vec<SetRow>> {
    let mut pages = vec![Vec::new()];
    let mut used = 0;
    for row in rows {
        let needs = row.height + 1;
        if used + needs > room && used > 0 {
            pages.push(Vec::new());
            used = 0;
        }
        used += needs;
        if let Some(page) = pages.last_mut() {
            page.push(row);
        }
    }
    pages
}

/// The whole width between the margins.
fn body(top: i32) -> Flow {
    Flow::new(dots(MARGIN), dots(WIDTH - 2 * MARGIN), top)
}

/// The head of every page, and where the first row begins.
fn head(roster: &Roster, words: &Words) -> Result<(Vec<Item>, i32), PaperError> {
    let small = Style::regular(36);
    let mut left = body(dots(TOP));
    left.width = dots(1240);
    left.text_at_most(2, &roster.branch, small, Align::Left)?;
    left.gap(6);
    left.text(&words.get("roster-head", &[])?, Style::bold(66), Align::Left)?;
    left.text(
        &words.get("roster-day", &[("day", Value::Text(&roster.day))])?,
        Style::bold(50),
        Align::Left,
    )?;
    let mut right = Flow::new(dots(MARGIN + 1240), dots(WIDTH - 2 * MARGIN - 1240), dots(TOP));
    right.text(&words.get("roster-copy-staff", &[])?, Style::bold(40), Align::Right)?;
    right.gap(6);
    let version = match roster.version.as_str() {
        "" => words.get("roster-version-unknown", &[])?,
        known => words.get("roster-version", &[("version", Value::Text(known))])?,
    };
    right.text(&version, small, Align::Right)?;
    right.text(
        &words.get("roster-count", &[("count", count(roster.rows.len()))])?,
        small,
        Align::Right,
    )?;
    let changed = roster.rows.iter().filter(|row| row.change.is_some()).count();
    right.text(
        &words.get("roster-count-changed", &[("count", count(changed))])?,
        small,
        Align::Right,
    )?;
    let mut flow = body(left.y.max(right.y) + 20);
    flow.rule(4);
    flow.gap(8);
    let mut items = left.items;
    items.extend(right.items);
    let mut below = flow.y;
    for (index, known) in COLUMNS.iter().enumerate() {
        let mut cell = column(index, flow.y);
        let align = if index == CODE { Align::Centre } else { Align::Left };
        cell.text(&words.get(known.word, &[])?, small, align)?;
        below = below.max(cell.y);
        items.extend(cell.items);
    }
    flow.y = below + 8;
    flow.rule(4);
    items.extend(flow.items);
    Ok((items, flow.y))
}

fn count(number: usize) -> Value<'static> {
    Value::Number(i64::try_from(number).unwrap_or(i64::MAX))
}

fn foot(roster: &Roster, words: &Words, page: i64, of: i64) -> Result<Vec<Item>, PaperError> {
    let small = Style::regular(34);
    let mut flow = body(dots(FOOT) + 20);
    flow.rule(2);
    flow.gap(12);
    let top = flow.y;
    flow.width = dots(1500);
    let printed = [
        ("staff", Value::Text(&roster.staff)),
        ("at", Value::Text(&roster.printed_at)),
    ];
    flow.text_at_most(1, &words.get("roster-printed", &printed)?, small, Align::Left)?;
    flow.text_at_most(1, &words.get("roster-note", &[])?, small, Align::Left)?;
    let mut right = Flow::new(dots(MARGIN + 1500), dots(WIDTH - 2 * MARGIN - 1500), top);
    right.line(
        words.get("roster-page", &[("page", page.into()), ("of", of.into())])?,
        Style::bold(44),
        Align::Right,
    )?;
    flow.items.extend(right.items);
    Ok(flow.items)
}
