//! Commands that are not understood.

use super::{run, text};

#[test]
fn a_command_that_is_not_understood_ends_with_2_and_a_sentence_in_both_languages() {
    for (arguments, says) in [
        (&[][..], "не указана команда"),
        (&["check"], "не указана команда"),
        (&["chek"], "нет команды «chek»"),
        (&["check", "inn"], "нет команды «inn»"),
        (&["check", "iin", "--fast"], "нет параметра «--fast»"),
        (&["check", "deadline", "2026-02-02"], "не указано: --kind"),
        (
            &["check", "deadline", "--kind", "petition", "2026-02-02"],
            "значение «petition» не подходит",
        ),
        (&["check", "scan", "680503100001"], "не указано: --layout"),
        (
            &["check", "scan", "--layout", "de", "680503100001"],
            "значение «de» не подходит",
        ),
        (&["check", "scan", "--layout"], "без значения (us, ru, kz)"),
        (&["check", "scan", "--layout", "us", "--layout", "ru"], "указан дважды"),
        (
            &["check", "mrz", "--on", "22.11.2026", "x"],
            "значение «22.11.2026» не подходит",
        ),
    ] {
        let given = run(arguments);
        let (said, kazakh) = (text(&given.stderr), text(&given.stderr).split(" / ").next());
        assert_eq!(
            (given.status.code(), text(&given.stdout)),
            (Some(2), ""),
            "{arguments:?}"
        );
        assert!(said.contains(says), "{arguments:?}: {said}");
        assert!(
            kazakh.is_some_and(|words| words.contains(['ә', 'ғ', 'қ', 'ң', 'ө', 'ұ', 'ү', 'і'])),
            "{said}"
        );
    }
}

#[test]
fn help_is_given_where_it_is_asked_for() {
    for arguments in [&["--help"][..], &["check", "--help"], &["check", "scan", "--help"]] {
        let given = run(arguments);
        assert_eq!(given.status.code(), Some(0));
        assert!(text(&given.stdout).contains("qabyldau-admin"), "{arguments:?}");
    }
}
