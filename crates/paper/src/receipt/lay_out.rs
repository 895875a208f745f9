//! Where everything stands on a receipt. From above: whose it is, that it was accepted, the number, to whom, when the answer
//! comes, and the code in the largest letters that fit.

use super::{Receipt, Roll};
use crate::PaperError;
use crate::barcode::{Barcode, Digits};
use crate::display_list::{Page, Resolution, Sheet};
use crate::layout::{Align, Flow, Style, fit};
use crate::words::{Value, Words};

/// Sizes that differ between the rolls.
struct Scale {
    small: i32,
    body: i32,
    strong: i32,
    head: i32,
    number: i32,
    code: i32,
    bars: i32,
    widest_module: i32,
}

impl Scale {
    fn of(roll: Roll) -> Self {
        match roll {
            Roll::Mm58 => Self {
                small: 21,
                body: 24,
                strong: 26,
                head: 32,
                number: 32,
                code: 46,
                bars: 96,
                widest_module: 2,
            },
            Roll::Mm80 => Self {
                small: 23,
                body: 26,
                strong: 30,
                head: 40,
                number: 42,
                code: 64,
                bars: 120,
                widest_module: 3,
            },
        }
    }
}

/// What stays white at the edges: the outermost dots of a worn head print faintly.
const EDGE: i32 = 8;

/// Narrowest module a hand scanner reads from a thermal head: 2 dots, 0.25 mm.
const NARROWEST_MODULE: i32 = 2;

pub(super) fn lay_out(receipt: &Receipt, roll: Roll) -> Result<Sheet, PaperError> {
    let words = Words::of(receipt.language);
    let scale = Scale::of(roll);
    let mut flow = Flow::new(EDGE, roll.dots() - 2 * EDGE, EDGE);
    duplicate(receipt, words, &scale, &mut flow)?;
    branch(receipt, words, &scale, &mut flow)?;
    number(receipt, &scale, &mut flow)?;
    particulars(receipt, words, &scale, &mut flow)?;
    code(receipt, words, &scale, &mut flow)?;
    answer(receipt, words, &scale, &mut flow)?;
    flow.gap(2 * EDGE);
    let page = Page {
        width: roll.dots(),
        height: flow.y,
        items: flow.items,
    };
    Ok(Sheet {
        resolution: Resolution::Thermal,
        pages: vec![page],
    })
}

fn duplicate(receipt: &Receipt, words: &Words, scale: &Scale, flow: &mut Flow) -> Result<(), PaperError> {
    if receipt.duplicate == 0 {
        return Ok(());
    }
    let top = flow.y;
    flow.gap(8);
    let mark = words.get("receipt-duplicate", &[("n", receipt.duplicate.into())])?;
    let style = fit(&mark, Style::bold(scale.head), flow.width - 24, scale.body)?;
    flow.line(mark, style, Align::Centre)?;
    flow.gap(6);
    flow.frame_from(top, 3);
    flow.gap(12);
    Ok(())
}

fn branch(receipt: &Receipt, words: &Words, scale: &Scale, flow: &mut Flow) -> Result<(), PaperError> {
    flow.text_at_most(6, &receipt.branch, Style::bold(scale.body), Align::Centre)?;
    flow.text_at_most(3, &receipt.address, Style::regular(scale.small), Align::Centre)?;
    flow.gap(8);
    flow.rule(2);
    flow.gap(8);
    flow.text(&words.get("receipt-head", &[])?, Style::bold(scale.head), Align::Centre)?;
    flow.text(
        &format!("{}  {}", receipt.day, receipt.time).replace("  ", "\u{a0}\u{a0}"),
        Style::regular(scale.strong),
        Align::Centre,
    )
}

fn number(receipt: &Receipt, scale: &Scale, flow: &mut Flow) -> Result<(), PaperError> {
    flow.gap(10);
    flow.barcode(
        &Barcode::new(&Digits::new(&receipt.registration.to_string())?)?,
        scale.bars,
        NARROWEST_MODULE,
        scale.widest_module,
    )?;
    flow.gap(4);
    let grouped = receipt.registration.spoken();
    let style = fit(&grouped, Style::bold(scale.number), flow.width - 8, scale.body)?;
    flow.line(grouped, style, Align::Centre)?;
    flow.gap(6);
    flow.rule(2);
    flow.gap(8);
    Ok(())
}

fn particulars(receipt: &Receipt, words: &Words, scale: &Scale, flow: &mut Flow) -> Result<(), PaperError> {
    let label = Style::regular(scale.small);
    flow.text(&words.get("receipt-kind", &[])?, label, Align::Left)?;
    let kind = words.coded("appeal-kind", receipt.kind.code())?;
    flow.text(&kind, Style::bold(scale.strong), Align::Left)?;
    flow.gap(6);
    flow.text(&words.get("receipt-to", &[])?, label, Align::Left)?;
    flow.text_at_most(10, &receipt.addressee, Style::bold(scale.strong), Align::Left)?;
    flow.gap(6);
    match &receipt.expected {
        Some(expected) => {
            flow.text(&words.get("receipt-expected", &[])?, label, Align::Left)?;
            flow.text(&expected.day, Style::bold(scale.head), Align::Left)?;
            let source = words.get("receipt-expected-source", &[("source", Value::Text(&expected.source))])?;
            flow.text_at_most(3, &source, label, Align::Left)
        }
        // No day could be counted: none is invented, and the law's own term is said in words.
        None => {
            flow.text(&words.get("receipt-term", &[])?, label, Align::Left)?;
            let term = words.get("receipt-term-by-law", &[])?;
            flow.text(&term, Style::bold(scale.strong), Align::Left)
        }
    }
}

fn code(receipt: &Receipt, words: &Words, scale: &Scale, flow: &mut Flow) -> Result<(), PaperError> {
    flow.gap(12);
    let Some(code) = &receipt.secret_code else {
        return flow.text(
            &words.get("receipt-code-absent", &[])?,
            Style::regular(scale.body),
            Align::Left,
        );
    };
    let top = flow.y;
    flow.gap(10);
    flow.line(
        words.get("receipt-code", &[])?,
        Style::regular(scale.body),
        Align::Centre,
    )?;
    let printed = code.printed();
    let style = fit(&printed, Style::bold(scale.code), flow.width - 24, scale.body)?;
    flow.line(printed.to_string(), style, Align::Centre)?;
    flow.gap(10);
    flow.frame_from(top, 3);
    flow.gap(6);
    flow.text(
        &words.get("receipt-code-keep", &[])?,
        Style::bold(scale.small),
        Align::Centre,
    )
}

fn answer(receipt: &Receipt, words: &Words, scale: &Scale, flow: &mut Flow) -> Result<(), PaperError> {
    flow.gap(8);
    flow.rule(2);
    flow.gap(8);
    let place = [("place", Value::Text(&receipt.answer_place))];
    flow.text(
        &words.get("receipt-answer", &place)?,
        Style::regular(scale.small),
        Align::Left,
    )?;
    flow.gap(6);
    flow.text(
        &words.get("receipt-answer-branch", &[])?,
        Style::regular(scale.small),
        Align::Left,
    )
}
