//! Names as they occur in Kazakhstan, put together at random. Nobody is meant.

use super::dice::Dice;

/// Where a name is at home; patronymics go with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Home {
    Kazakh,
    Russian,
    Other,
}

/// A name in its parts.
pub(super) struct Named {
    pub(super) surname: String,
    pub(super) given: String,
    pub(super) patronymic: Option<String>,
}

pub(super) fn invent(dice: &Dice, home: Home, man: bool) -> Named {
    let (surnames, men, women) = match home {
        Home::Kazakh => (KAZAKH, KAZAKH_MEN, KAZAKH_WOMEN),
        Home::Russian => (RUSSIAN, RUSSIAN_MEN, RUSSIAN_WOMEN),
        Home::Other => (OTHER, OTHER_MEN, OTHER_WOMEN),
    };
    let surname = *dice.pick(surnames);
    let declined =
        surname.ends_with("ов") || surname.ends_with("ев") || surname.ends_with("ёв") || surname.ends_with("ин");
    let without = dice.once_in(9);
    let patronymic = match home {
        _ if without => None,
        Home::Kazakh => Some(format!(
            "{}{}",
            dice.pick(KAZAKH_FATHERS),
            if man { "ұлы" } else { "қызы" }
        )),
        Home::Russian | Home::Other => {
            let (son, daughter) = *dice.pick(FATHERS);
            Some(if man { son } else { daughter }.to_owned())
        }
    };
    Named {
        surname: if declined && !man {
            format!("{surname}а")
        } else {
            surname.to_owned()
        },
        given: (*dice.pick(if man { men } else { women })).to_owned(),
        patronymic,
    }
}

const KAZAKH: &[&str] = &[
    "Әбенов",
    "Ахметжанов",
    "Әуелбеков",
    "Байсейітов",
    "Бөкенов",
    "Ғаббасов",
    "Дәуренов",
    "Досжанов",
    "Ержанов",
    "Жұматаев",
    "Жүнісов",
    "Исаев",
    "Қалиев",
    "Қасенов",
    "Құлымбетов",
    "Мырзағалиев",
    "Нұрпейісов",
    "Оразбаев",
    "Өмірзақов",
    "Сағындықов",
    "Сүлейменов",
    "Тілеубаев",
    "Тұрсынов",
    "Үмбетов",
    "Шәріпов",
    "Ысқақов",
    "Ақанұлы",
    "Мұқатай",
];

const KAZAKH_MEN: &[&str] = &[
    "Айдос",
    "Алмат",
    "Әлихан",
    "Бағлан",
    "Ғалым",
    "Дәурен",
    "Еркін",
    "Жандос",
    "Қанат",
    "Қуат",
    "Мейрам",
    "Нұржан",
    "Өркен",
    "Рахат",
    "Саят",
    "Талғат",
    "Ұлықбек",
    "Шерхан",
    "Ізбасар",
];

const KAZAKH_WOMEN: &[&str] = &[
    "Айжан",
    "Ақерке",
    "Әйгерім",
    "Балжан",
    "Гүлмира",
    "Динара",
    "Еркежан",
    "Жансая",
    "Қамажай",
    "Құралай",
    "Мөлдір",
    "Нұргүл",
    "Салтанат",
    "Сымбат",
    "Тоғжан",
    "Ұлжан",
    "Шынар",
    "Іңкәр",
];

const KAZAKH_FATHERS: &[&str] = &[
    "Айтбай",
    "Бекзат",
    "Ғазиз",
    "Дулат",
    "Есен",
    "Жүсіп",
    "Қайырбек",
    "Мұса",
    "Нұрбол",
    "Сапар",
    "Төлеу",
    "Ілияс",
];

const RUSSIAN: &[&str] = &[
    "Афанасьев",
    "Беляев",
    "Васильев",
    "Голубев",
    "Ерёмин",
    "Зайцев",
    "Киселёв",
    "Ковалёв",
    "Мартынов",
    "Орлов",
    "Потапов",
    "Савельев",
    "Тихонов",
    "Щукин",
    "Пономарёв",
    "Седых",
];

const RUSSIAN_MEN: &[&str] = &[
    "Алексей",
    "Антон",
    "Борис",
    "Василий",
    "Григорий",
    "Денис",
    "Илья",
    "Максим",
    "Пётр",
    "Роман",
    "Семён",
];

const RUSSIAN_WOMEN: &[&str] = &[
    "Алёна",
    "Дарья",
    "Евгения",
    "Зинаида",
    "Ксения",
    "Любовь",
    "Мария",
    "Надежда",
    "Софья",
    "Фёкла",
    "Яна",
];

const FATHERS: &[(&str, &str)] = &[
    ("Алексеевич", "Алексеевна"),
    ("Борисович", "Борисовна"),
    ("Григорьевич", "Григорьевна"),
    ("Дмитриевич", "Дмитриевна"),
    ("Львович", "Львовна"),
    ("Семёнович", "Семёновна"),
    ("Фомич", "Фоминична"),
];

const OTHER: &[&str] = &[
    "Ли",
    "Тен",
    "Хван",
    "Кравченко",
    "Лысенко",
    "Вебер",
    "Кох",
    "Рахимов",
    "Садыров",
    "Мамедов",
    "Гафуров",
    "Шевчук",
];

const OTHER_MEN: &[&str] = &[
    "Артур",
    "Герман",
    "Камиль",
    "Остап",
    "Рафаэль",
    "Сергей",
    "Фарид",
    "Эдуард",
];

const OTHER_WOMEN: &[&str] = &[
    "Ангелина",
    "Гузель",
    "Ирма",
    "Камилла",
    "Леся",
    "Наргиза",
    "Регина",
    "Севара",
];

/// Surname and first name as in a passport's zone.
pub(super) const FOREIGNERS: &[(&str, &str)] = &[
    ("Lindqvist", "Astrid"),
    ("Okonkwo", "Emeka"),
    ("Tanaka", "Haruto"),
    ("Ferreira", "Joana"),
    ("Demir", "Yusuf"),
    ("Novak", "Jana"),
];
