//! `Debug` that says which type it is and nothing of the person inside: what is printed by mistake harms nobody.

macro_rules! quiet_debug {
    ($($name:ident),+ $(,)?) => {
        $(impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        })+
    };
}

pub(crate) use quiet_debug;
