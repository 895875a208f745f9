use crate::display_list::{Item, Weight};
use crate::fonts::Face;
use crate::layout::{Align, Flow, Style, balance, fit, wrap};

const STYLE: Style = Style {
    size: 24,
    weight: Weight::Regular,
};

fn width(line: &str) -> i32 {
    Face::of(STYLE.weight).expect("a face").width(line, STYLE.size)
}

#[test]
fn lines_break_between_words_and_fit() {
    let text = "Алматы облысы әкімдігінің жұмыспен қамту және әлеуметтік бағдарламалар басқармасы";
    let lines = wrap(text, STYLE, 300, None).unwrap();
    assert!(lines.len() > 2);
    assert!(lines.iter().all(|line| width(line) <= 300));
    assert_eq!(lines.join(" "), text);
}

#[test]
fn a_word_wider_than_the_line_is_cut_and_nothing_is_lost() {
    let text = "ә".repeat(10_000);
    let lines = wrap(&text, STYLE, 300, None).unwrap();
    assert!(lines.iter().all(|line| width(line) <= 300));
    assert_eq!(lines.concat(), text);
}

#[test]
fn a_double_surname_breaks_after_its_hyphen() {
    let lines = wrap("Жүсіпбекқызы-Әбдірахманова", STYLE, 250, None).unwrap();
    assert_eq!(lines, ["Жүсіпбекқызы-", "Әбдірахманова"]);
}

#[test]
fn what_is_cut_ends_with_an_ellipsis_inside_the_width() {
    let lines = wrap(&"өте ұзақ атау ".repeat(50), STYLE, 200, Some(2)).unwrap();
    assert_eq!(lines.len(), 2);
    assert!(lines[1].ends_with('…') && width(&lines[1]) <= 200);
}

#[test]
fn centred_lines_are_even_and_no_more_than_needed() {
    let text = "Отделение г. Конаев государственной корпорации «Правительство для граждан»";
    let (plain, even) = (
        wrap(text, STYLE, 500, None).unwrap(),
        balance(text, STYLE, 500).unwrap(),
    );
    let spread = |lines: &[String]| {
        let widths = lines.iter().map(|line| width(line));
        widths.clone().max().unwrap() - widths.min().unwrap()
    };
    assert_eq!((plain.len(), even.join(" ")), (even.len(), text.to_owned()));
    assert!(spread(&even) < spread(&plain), "{even:?} / {plain:?}");
}

#[test]
fn evening_out_lines_never_cuts_a_word_that_was_whole() {
    for text in [
        "Видеообращение принято",
        "Бейнеөтініш қабылданды",
        "а Жүсіпбекқызы-Әбдірахманова б",
    ] {
        for width in 150..400 {
            let (plain, even) = (
                wrap(text, STYLE, width, None).unwrap(),
                balance(text, STYLE, width).unwrap(),
            );
            assert_eq!(plain.len(), even.len());
            if plain.join(" ").replace("- ", "-") == text {
                assert_eq!(even.join(" ").replace("- ", "-"), text, "{width}");
            }
        }
    }
}

#[test]
fn a_line_stands_where_it_is_aligned() {
    for (align, expected) in [
        (Align::Left, 10),
        (Align::Right, 10 + 300 - width("чек")),
        (Align::Centre, 10 + (300 - width("чек")) / 2),
    ] {
        let mut flow = Flow::new(10, 300, 0);
        flow.text("чек", STYLE, align).unwrap();
        let Item::Text { x, .. } = flow.items[0] else {
            panic!("a text")
        };
        assert_eq!(x, expected);
    }
}

#[test]
fn text_shrinks_only_as_far_as_it_must() {
    let large = Style::bold(80);
    let fitted = fit("АК72 ТМ49 ХР5ЕК", large, 360, 20).unwrap();
    let face = Face::of(Weight::Bold).unwrap();
    assert!(face.width("АК72 ТМ49 ХР5ЕК", fitted.size) <= 360);
    assert!(face.width("АК72 ТМ49 ХР5ЕК", fitted.size + 1) > 360);
    assert_eq!(fit("АК", large, 360, 20).unwrap(), large);
}

#[test]
fn a_small_display_list_is_laid_out_to_the_dot() {
    let mut flow = Flow::new(0, 200, 4);
    flow.text("Құпия код", Style::regular(20), Align::Centre).unwrap();
    flow.gap(2);
    flow.rule(2);
    insta::assert_debug_snapshot!(flow.items, @r#"
    [
        Text {
            x: 50,
            baseline: 23,
            size: 20,
            weight: Regular,
            text: "Құпия код",
        },
        Rect {
            x: 0,
            y: 31,
            width: 200,
            height: 2,
        },
    ]
    "#);
}
