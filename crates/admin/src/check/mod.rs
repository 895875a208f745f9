//! `check`: single rules, for scripts. Values are arguments or lines of standard input; each is answered by one JSON
//! object on a line of its own, in order.
//!
//! A value is taken as it stands: nothing is trimmed but the end of a line (LF or CR LF) and a mark of byte order before
//! the first. An empty line is a value; what is not UTF-8 is invalid under every rule, and never mended.
//! Invariant: exit code 0 if every value could be judged (an invalid one is judged too), 1 if one could not.

mod answer;
mod bin;
mod deadline;
mod fold;
mod iin;
mod mrz;
mod registration;
mod scan;
mod working_day;

use crate::today::today;
use crate::words::About;
use answer::Answer;
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use qabyldau_domain::calendar::Calendar;
use qabyldau_domain::rulepack::{AppealKind, RulePacks};
use qabyldau_domain::scan::Layout;
use std::ffi::OsString;
use std::io::{BufRead, Write};
use std::process::ExitCode;

/// Which rule, and how.
#[derive(Args)]
pub struct Arguments {
    #[command(subcommand)]
    rule: Rule,
}

#[derive(Subcommand)]
#[command(disable_help_subcommand = true)]
enum Rule {
    /// ЖСН / ИИН
    Iin(Values),
    /// БСН / БИН
    Bin(Values),
    /// Машина оқитын аймақ, жолдары «|» арқылы / машиночитаемая зона, строки через «|»
    Mrz {
        /// Қай күнге / на какой день (ГГГГ-ММ-ДД)
        #[arg(long, value_parser = answer::day)]
        on: Option<NaiveDate>,
        #[command(flatten)]
        values: Values,
    },
    /// Жауаптың болжалды күні, берілген күні бойынша / предположительная дата ответа по дню подачи
    Deadline {
        /// Өтініш түрі / вид обращения
        #[arg(long, value_parser = deadline::kind())]
        kind: AppealKind,
        #[command(flatten)]
        values: Values,
    },
    /// Жұмыс күні ме / рабочий ли день
    WorkingDay(Values),
    /// Іздеу кілті / ключ поиска
    Fold(Values),
    /// Өтініштің тіркеу нөмірі / регистрационный номер обращения
    Registration(Values),
    /// Сканер терген мәтін / набранное сканером
    Scan {
        /// Пернетақта / раскладка
        #[arg(long, value_parser = scan::layout())]
        layout: Layout,
        /// Caps Lock қосулы болған / был включён Caps Lock
        #[arg(long)]
        caps: bool,
        #[command(flatten)]
        values: Values,
    },
}

#[derive(Args)]
struct Values {
    /// Мәндер; болмаса, кіріс жолдары / значения; без них – строки ввода
    #[arg(value_name = "VALUE")]
    values: Vec<OsString>,
}

/// Answers every value; exit code as in the head of this module.
pub fn run(arguments: Arguments) -> ExitCode {
    let answered = match arguments.rule {
        Rule::Iin(values) => each(values, iin::check),
        Rule::Bin(values) => each(values, bin::check),
        Rule::Mrz { on, values } => {
            let day = on.unwrap_or_else(today);
            each(values, |text| mrz::check(text, day))
        }
        Rule::Deadline { kind, values } => {
            let (packs, calendar) = (RulePacks::built_in(), Calendar::built_in());
            each(values, |text| deadline::check(text, kind, &packs, &calendar))
        }
        Rule::WorkingDay(values) => {
            let calendar = Calendar::built_in();
            each(values, |text| working_day::check(text, &calendar))
        }
        Rule::Fold(values) => each(values, fold::check),
        Rule::Registration(values) => each(values, registration::check),
        Rule::Scan { layout, caps, values } => each(values, |text| scan::check(text, layout, caps)),
    };
    match answered {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            let _ = writeln!(
                std::io::stderr(),
                "енгізу немесе шығару үзілді / ввод или вывод прерван: {error}"
            );
            ExitCode::FAILURE
        }
    }
}

/// What an editor or a shell may put before the first line.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Judges arguments, or lines of standard input as they come; true if all could be judged.
fn each(values: Values, judge: impl Fn(&str) -> Answer) -> std::io::Result<bool> {
    let mut all = true;
    let mut out = std::io::stdout().lock();
    let mut answer = |bytes: &[u8]| -> std::io::Result<()> {
        let answer = match std::str::from_utf8(bytes) {
            Ok(text) => judge(text),
            Err(_) => Answer::invalid(&String::from_utf8_lossy(bytes), About::Text, "not_utf8"),
        };
        all &= answer.judged;
        writeln!(out, "{}", answer.json)
    };
    if values.values.is_empty() {
        let mut input = std::io::stdin().lock();
        let mut line = Vec::new();
        let mut begins = true;
        while input.read_until(b'\n', &mut line)? > 0 {
            let text = line.strip_suffix(b"\n").unwrap_or(&line);
            let text = text.strip_suffix(b"\r").unwrap_or(text);
            let marked = begins.then(|| text.strip_prefix(BYTE_ORDER_MARK)).flatten();
            answer(marked.unwrap_or(text))?;
            begins = false;
            line.clear();
        }
    } else {
        for value in &values.values {
            answer(value.as_encoded_bytes())?;
        }
    }
    Ok(all)
}
