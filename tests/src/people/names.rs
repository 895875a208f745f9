//! Names as they occur in Kazakhstan, to be put together at random. Nobody is meant.

/// How a surname changes with its bearer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// «Ахметов, Ахметова».
    WithA,
    /// «Ковальский, Ковальская».
    Adjective,
    /// The same for everybody.
    Fixed,
}

/// Where a name is at home; first names and patronymics go with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Home {
    Kazakh,
    Russian,
    Other,
}

pub(super) const KAZAKH_SURNAMES: &[(&str, Form)] = &[
    ("Әбдірахманов", Form::WithA),
    ("Ахметов", Form::WithA),
    ("Әлімжанов", Form::WithA),
    ("Байжанов", Form::WithA),
    ("Бекмұхамбетов", Form::WithA),
    ("Ғабитов", Form::WithA),
    ("Дүйсенов", Form::WithA),
    ("Досмағамбетов", Form::WithA),
    ("Ермеков", Form::WithA),
    ("Жүсіпов", Form::WithA),
    ("Жұмабаев", Form::WithA),
    ("Ибрагимов", Form::WithA),
    ("Ізбасаров", Form::WithA),
    ("Қасымов", Form::WithA),
    ("Қожахметов", Form::WithA),
    ("Құрманғалиев", Form::WithA),
    ("Мұқанов", Form::WithA),
    ("Нұрғалиев", Form::WithA),
    ("Оспанов", Form::WithA),
    ("Өтегенов", Form::WithA),
    ("Рахымжанов", Form::WithA),
    ("Сәрсенбаев", Form::WithA),
    ("Сейдахметов", Form::WithA),
    ("Төлегенов", Form::WithA),
    ("Тоқтаров", Form::WithA),
    ("Ұлықбанов", Form::WithA),
    ("Үсенов", Form::WithA),
    ("Һашимов", Form::WithA),
    ("Шаяхметов", Form::WithA),
    ("Ыңқарбаев", Form::WithA),
    ("Айтқожа", Form::Fixed),
    ("Серікұлы", Form::Fixed),
];

pub(super) const KAZAKH_MEN: &[&str] = &[
    "Абай",
    "Әділ",
    "Асқар",
    "Бауыржан",
    "Ғани",
    "Дәулет",
    "Ерлан",
    "Жанболат",
    "Қайрат",
    "Қуаныш",
    "Марат",
    "Мұрат",
    "Нұрлан",
    "Олжас",
    "Өмірбек",
    "Рүстем",
    "Сәкен",
    "Серік",
    "Тимур",
    "Ұлан",
    "Шыңғыс",
    "Ілияс",
];

pub(super) const KAZAKH_WOMEN: &[&str] = &[
    "Айгүл",
    "Айнұр",
    "Әлия",
    "Ақмарал",
    "Әсел",
    "Ботагөз",
    "Гүлназ",
    "Дана",
    "Жанар",
    "Жібек",
    "Қарлығаш",
    "Қымбат",
    "Ләззат",
    "Мадина",
    "Меруерт",
    "Назым",
    "Перизат",
    "Раушан",
    "Сәуле",
    "Толқын",
    "Үміт",
    "Шолпан",
];

pub(super) const KAZAKH_FATHERS: &[&str] = &[
    "Асқар",
    "Болат",
    "Ғабит",
    "Дәулет",
    "Ержан",
    "Жақсылық",
    "Қанат",
    "Мәлік",
    "Нұрлан",
    "Өтеген",
    "Сәбит",
    "Серік",
    "Тілеу",
    "Ұзақ",
    "Ыбырай",
];

pub(super) const RUSSIAN_SURNAMES: &[(&str, Form)] = &[
    ("Алексеев", Form::WithA),
    ("Борисов", Form::WithA),
    ("Воробьёв", Form::WithA),
    ("Горбачёв", Form::WithA),
    ("Дмитриев", Form::WithA),
    ("Журавлёв", Form::WithA),
    ("Королёв", Form::WithA),
    ("Кузнецов", Form::WithA),
    ("Лебедев", Form::WithA),
    ("Никитин", Form::WithA),
    ("Петров", Form::WithA),
    ("Семёнов", Form::WithA),
    ("Соловьёв", Form::WithA),
    ("Толстой", Form::Fixed),
    ("Черных", Form::Fixed),
    ("Яровский", Form::Adjective),
];

pub(super) const RUSSIAN_MEN: &[&str] = &[
    "Александр",
    "Андрей",
    "Артём",
    "Виктор",
    "Дмитрий",
    "Евгений",
    "Иван",
    "Константин",
    "Михаил",
    "Николай",
    "Олег",
    "Пётр",
    "Сергей",
    "Фёдор",
    "Юрий",
];

pub(super) const RUSSIAN_WOMEN: &[&str] = &[
    "Алёна",
    "Анна",
    "Валентина",
    "Вера",
    "Галина",
    "Екатерина",
    "Елена",
    "Ирина",
    "Людмила",
    "Марина",
    "Наталья",
    "Ольга",
    "Светлана",
    "Татьяна",
    "Юлия",
];

pub(super) const RUSSIAN_FATHERS: &[(&str, &str)] = &[
    ("Александрович", "Александровна"),
    ("Андреевич", "Андреевна"),
    ("Васильевич", "Васильевна"),
    ("Викторович", "Викторовна"),
    ("Иванович", "Ивановна"),
    ("Ильич", "Ильинична"),
    ("Николаевич", "Николаевна"),
    ("Петрович", "Петровна"),
    ("Сергеевич", "Сергеевна"),
    ("Фёдорович", "Фёдоровна"),
];

pub(super) const OTHER_SURNAMES: &[(&str, Form)] = &[
    ("Шевченко", Form::Fixed),
    ("Бондаренко", Form::Fixed),
    ("Ким", Form::Fixed),
    ("Пак", Form::Fixed),
    ("Цой", Form::Fixed),
    ("Мюллер", Form::Fixed),
    ("Шмидт", Form::Fixed),
    ("Исмаилов", Form::WithA),
    ("Розыбакиев", Form::WithA),
    ("Юнусов", Form::WithA),
    ("Алиев", Form::WithA),
    ("Ковальский", Form::Adjective),
    ("Сулейман-заде", Form::Fixed),
];

pub(super) const OTHER_MEN: &[&str] = &[
    "Абдулла",
    "Богдан",
    "Виктор",
    "Генрих",
    "Давид",
    "Ильхам",
    "Роберт",
    "Рустам",
    "Тарас",
];

pub(super) const OTHER_WOMEN: &[&str] = &[
    "Виктория",
    "Гульнара",
    "Диана",
    "Зульфия",
    "Лейла",
    "Оксана",
    "Роза",
    "Эльвира",
    "Эмма",
];
