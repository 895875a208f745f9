//! Finding people by their names among 100,000, in any case and either spelling, beside the plain way: `LIKE '%…%'` on the same file.

use qabyldau_domain::fold::EntryRow;
use qabyldau_domain::names::{match_key, search_words};
use qabyldau_store::Store;
use qabyldau_tests::bench::figures::{Limit, Samples, say, timed};
use qabyldau_tests::bench::ground::{Ground, machine};
use qabyldau_tests::bench::{Outcome, branch, crowd};
use qabyldau_tests::branch::Node;
use qabyldau_tests::people::Person;
use qabyldau_tests::seed::Seed;

/// People in the journal.
const PEOPLE: usize = 100_000;
/// How often each way of typing is tried, each time with somebody else.
const TIMES: usize = 100;
/// The plain way is slow: every so many searches it is tried beside.
const EVERY: usize = 10;
/// As many lines as the screen shows.
const LINES: usize = 20;

/// What somebody types who looks for a person.
type Typed = fn(&Person) -> String;

/// The ways people type.
const WAYS: &[(&str, Typed)] = &[
    ("surname as in the document", |person| person.surname.clone()),
    ("surname in small letters", |person| person.surname.to_lowercase()),
    ("SURNAME in Russian letters", |person| {
        russian(&person.surname.to_uppercase())
    }),
    ("surname and given name", |person| {
        format!("{} {}", person.surname, person.given).to_lowercase()
    }),
    ("given name and surname in Russian letters", |person| {
        russian(&format!("{} {}", person.given, person.surname))
    }),
    ("all names", |person| person.full_name()),
    ("three letters of the surname", |person| begin(&person.surname, 3)),
    ("four letters of it, three of the given name", |person| {
        format!("{} {}", begin(&person.surname, 4), begin(&person.given, 3))
    }),
];

fn main() -> Outcome {
    let ground = Ground::clear(env!("CARGO_TARGET_TMPDIR"), "search")?;
    say(&format!("ground: {ground}"));
    let surroundings = branch::surroundings();
    let mut store = Node::DESK_A.create(ground.folder())?;
    let (filled, took) = timed(|| crowd::fill(&mut store, &surroundings, PEOPLE));
    filled?;
    say(&format!("measured connection: {:?}", store.engine()?));
    say(&format!("{PEOPLE} people registered in {:.1} s", took.as_secs_f64()));
    let crowd: Vec<Person> = crowd::people(PEOPLE).collect();
    let mut dice = Seed::of(1);
    let (mut all, mut like) = (Samples::default(), Samples::default());
    for (way, typed) in WAYS {
        let mut samples = Samples::default();
        for time in 0..TIMES {
            let text = typed(dice.pick(&crowd));
            let (found, took) = timed(|| store.reader()?.search_entries(&text, LINES));
            fits(way, &text, &found?)?;
            samples.add(took);
            if time % EVERY == 0 {
                let (found, took) = timed(|| plain(&store, &text));
                found?;
                like.add(took);
            }
        }
        say(&format!("{way:<44} {samples}"));
        all.extend(&samples);
    }
    say(&format!("{:<44} {all}", "search, all ways together"));
    say(&format!("{:<44} {like}", "LIKE '%…%' on the same folded names"));
    say(&machine());
    Limit::AtMost(20.0).judge("search among 100,000, p95", all.p95(), " ms");
    Ok(())
}

/// Somebody is found, and everybody found has all the words typed.
fn fits(way: &str, text: &str, found: &[EntryRow]) -> Outcome {
    let words = search_words(text);
    let begins = |row: &EntryRow, word: &String| row.search_words.split(' ').any(|own| own.starts_with(word.as_str()));
    let fits = |row: &EntryRow| words.iter().all(|word| begins(row, word));
    match !found.is_empty() && found.iter().all(fits) {
        true => Ok(()),
        false => Err(format!("{way}: the search did not find whom it should").into()),
    }
}

/// The same question without the index.
fn plain(store: &Store, text: &str) -> Outcome<usize> {
    const SQL: &str = "SELECT view FROM p_entry WHERE search_words LIKE '%' || ?1 || '%' \
                       ORDER BY match_key = ?2 DESC, tick DESC, node DESC LIMIT ?3";
    let mut statement = store.raw()?.prepare_cached(SQL)?;
    let parameters = rusqlite::params![search_words(text).join(" "), match_key(text), i64::try_from(LINES)?];
    let views = statement.query_map(parameters, |row| row.get::<_, String>(0))?;
    let rows: Vec<EntryRow> = views
        .map(|view| Ok(serde_json::from_str(&view?)?))
        .collect::<Outcome<_>>()?;
    Ok(rows.len())
}

fn begin(name: &str, letters: usize) -> String {
    name.chars().take(letters).collect()
}

/// As a Russian keyboard without the Kazakh letters writes it.
fn russian(name: &str) -> String {
    let letter = |letter| match letter {
        'Ә' => 'А',
        'Ғ' => 'Г',
        'Қ' => 'К',
        'Ң' => 'Н',
        'Ө' => 'О',
        'Ұ' | 'Ү' => 'У',
        'Һ' => 'Х',
        'І' => 'И',
        'ә' => 'а',
        'ғ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'һ' => 'х',
        'і' => 'и',
        other => other,
    };
    name.chars().map(letter).collect()
}
