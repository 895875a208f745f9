//! Which words there are, and which values each takes: for the tests that hold both languages together.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use qabyldau_domain::language::Language;

use super::files;

/// Every word of a language, attributes as `message.attribute`, with the names of the values it takes.
#[must_use]
pub fn ids(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut words = BTreeMap::new();
    for (_, source) in files(language) {
        let resource = parser::parse(*source).unwrap_or_else(|(readable, _)| readable);
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            if let Some(value) = &message.value {
                words.insert(message.id.name.to_owned(), values(value));
            }
            for attribute in &message.attributes {
                words.insert(
                    format!("{}.{}", message.id.name, attribute.id.name),
                    values(&attribute.value),
                );
            }
        }
    }
    words
}

fn values(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    collect(pattern, &mut names);
    names
}

fn collect(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        match expression {
            Expression::Inline(inline) => collect_inline(inline, names),
            Expression::Select { selector, variants } => {
                collect_inline(selector, names);
                for variant in variants {
                    collect(&variant.value, names);
                }
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => collect_call(arguments, names),
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inner) = expression.as_ref() {
                collect_inline(inner, names);
            }
        }
        _ => {}
    }
}

fn collect_call(arguments: &CallArguments<&str>, names: &mut BTreeSet<String>) {
    for argument in &arguments.positional {
        collect_inline(argument, names);
    }
}
