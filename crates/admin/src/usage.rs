//! What a command that was not understood is answered: a sentence in Kazakh and Russian, exit code 2.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::io::Write;
use std::process::ExitCode;

/// Prints help where it was asked for (exit 0), else says what was not understood (exit 2).
pub fn explain(error: &Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return match write!(std::io::stdout(), "{}", error.render()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    // There is nowhere left to report that standard error is closed.
    let _ = writeln!(std::io::stderr(), "{}\nqabyldau-admin --help", sentence(error));
    ExitCode::from(2)
}

fn sentence(error: &Error) -> String {
    let named = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let (argument, value) = (named(ContextKind::InvalidArg), named(ContextKind::InvalidValue));
    let (possible, prior) = (named(ContextKind::ValidValue), named(ContextKind::PriorArg));
    match error.kind() {
        ErrorKind::MissingRequiredArgument => format!("{argument} көрсетілмеген / не указано: {argument}"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            format!("{argument} мәнсіз берілген ({possible}) / {argument} без значения ({possible})")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let possible = if possible.is_empty() {
                possible
            } else {
                format!(" ({possible})")
            };
            format!(
                "{argument} үшін «{value}» мәні жарамсыз{possible} / значение «{value}» не подходит для {argument}{possible}"
            )
        }
        ErrorKind::UnknownArgument => format!("«{argument}» деген параметр жоқ / нет параметра «{argument}»"),
        ErrorKind::ArgumentConflict if prior.is_empty() || prior == argument => {
            format!("{argument} қайталанған / {argument} указан дважды")
        }
        ErrorKind::ArgumentConflict => {
            format!("{argument} мен {prior} бірге берілмейді / {argument} и {prior} вместе не указывают")
        }
        ErrorKind::InvalidSubcommand => {
            let name = named(ContextKind::InvalidSubcommand);
            format!("«{name}» деген пәрмен жоқ / нет команды «{name}»")
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "пәрмен көрсетілмеген / не указана команда".to_owned()
        }
        _ => "пәрмен түсініксіз / команда не понята".to_owned(),
    }
}
