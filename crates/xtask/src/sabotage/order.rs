//! What is tried in which order, and what each named test said of the code as it stands.

use std::collections::{BTreeMap, BTreeSet};

use super::patch::Patch;
use super::trial::Verdict;

/// Patches of one package behind each other: what the last one touched is compiled again together with the next.
pub fn by_package(patches: &mut [Patch]) {
    patches.sort_by(|one, other| (&one.package, &one.name).cmp(&(&other.package, &other.name)));
}

/// The tests to be seen green first, by package; one that several patches name stands once.
pub fn named(patches: &[Patch]) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut named: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for patch in patches {
        named.entry(&patch.package).or_default().insert(&patch.test);
    }
    named
}

/// What the named tests said before anything was touched.
#[derive(Debug, Default)]
pub struct Standing(BTreeMap<(String, String), Verdict>);

impl Standing {
    pub fn note(&mut self, package: &str, test: &str, verdict: Verdict) {
        self.0.insert((package.into(), test.into()), verdict);
    }

    /// A test that was not tried is no test.
    pub fn of(&self, patch: &Patch) -> Verdict {
        let key = (patch.package.clone(), patch.test.clone());
        self.0.get(&key).copied().unwrap_or(Verdict::NoSuchTest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patch(name: &str, package: &str, test: &str) -> Patch {
        Patch {
            name: name.into(),
            path: format!("{name}.patch").into(),
            package: package.into(),
            test: test.into(),
            breaks: "words".into(),
        }
    }

    fn patches() -> Vec<Patch> {
        vec![
            patch("a08_one", "qabyldau-portal", "a08"),
            patch("f04_sync", "qabyldau-tests", "f04"),
            patch("a08_two", "qabyldau-exchange", "a08"),
            patch("f02_sync", "qabyldau-tests", "f02"),
            patch("f04_write", "qabyldau-tests", "f04"),
        ]
    }

    #[test]
    fn patches_of_one_package_follow_each_other() {
        let mut patches = patches();
        by_package(&mut patches);
        let names: Vec<&str> = patches.iter().map(|patch| patch.name.as_str()).collect();
        assert_eq!(names, ["a08_two", "a08_one", "f02_sync", "f04_sync", "f04_write"]);
    }

    #[test]
    fn a_test_that_several_patches_name_is_run_once_and_packages_are_kept_apart() {
        let patches = patches();
        let named: Vec<(&str, Vec<&str>)> = named(&patches)
            .into_iter()
            .map(|(package, tests)| (package, tests.into_iter().collect()))
            .collect();
        assert_eq!(
            named,
            [
                ("qabyldau-exchange", vec!["a08"]),
                ("qabyldau-portal", vec!["a08"]),
                ("qabyldau-tests", vec!["f02", "f04"]),
            ]
        );
    }

    #[test]
    fn a_test_that_was_never_run_is_not_taken_for_green() {
        let mut standing = Standing::default();
        standing.note("qabyldau-portal", "a08", Verdict::Green);
        assert_eq!(standing.of(&patch("a08_one", "qabyldau-portal", "a08")), Verdict::Green);
        assert_eq!(
            standing.of(&patch("a08_two", "qabyldau-exchange", "a08")),
            Verdict::NoSuchTest
        );
        assert!(
            standing
                .of(&patch("a08_two", "qabyldau-exchange", "a08"))
                .unpatched()
                .fails()
        );
    }
}
