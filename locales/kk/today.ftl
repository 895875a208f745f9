# Бүгін, келу парағы, келгенін белгілеу, кабиналар, басып шығару және бос күйлер.
# Сан мен уақыт бағдарламадан келеді: $minutes, $time «сс:мм», $day «кк.аа.жжжж», $room, $body.

## Беттер
desk-page-today = Бүгін
desk-page-journal = Журнал
desk-page-receptions = Қабылдаулар
desk-page-appeals = Өтініштер
desk-page-rosters = Кестелер
desk-page-devices = Құрылғылар
desk-page-ledger = Әрекеттер

## Ауысым
desk-shift-note = Ауысымға жазба
desk-change-worker = Қызметкерді ауыстыру

## Күн
desk-open-day = Күнді ашу
desk-close-day = Күнді жабу
desk-day-confirm = Бүгін { $day } екенін растаймын
desk-day-closed-locally = жергілікті жабылды, салыстыру кейін
desk-opening-scanner = кез келген кодты оқытыңыз

## Бүгін
desk-scan-box = Құжатты, чекті немесе кестені сканерлеңіз – не аты-жөнін жазыңыз
desk-scan-read = Оқылды: { $text }. Бұл код танылмады. Мүмкін: { $guess }.
desk-scan-repeated = осы код оқылды
desk-visit-without-scan = Сканерсіз келу
desk-drafts = Жоба
desk-waiting = Күтіп отыр
desk-receptions-next = Қабылдаулар · келесісі { $minutes } минуттан кейін
desk-booths = Кабиналар
desk-attention = Назар
desk-call-next = Келесі адамды шақыру
desk-minutes = { $minutes } мин
desk-undo = Қайтару
desk-undo-reason = қате басылды
desk-new-rows = жаңа: { $count }
desk-any-booth = кез келген кабина

## Келу парағы
desk-visit-head = Жаңа келу
desk-visit-times = бұрын { $count } рет келген (соңғысы { $day })
desk-visit-last-document = соңғы рет осы құжат
desk-statement-compared = Адамды құжатпен салыстырдым
desk-statement-explained = Ережені түсіндірдім, келісім алдым
desk-statement-where = Қайда: кабина немесе күту
desk-registered = №{ $number } тіркелді
desk-as-in-document = Құжатта осылай жазылған

## Келгенін белгілеу: бір сөйлем, бір әрекет
desk-verdict-expected-early = Күтілуде: { $time }, { $room }-бөлме, { $body }. { $minutes } минут ерте келді.
desk-verdict-expected-on-time = Күтілуде: { $time }, { $room }-бөлме, { $body }. Уақытында келді.
desk-verdict-expected-late = Күтілуде: { $time }, { $room }-бөлме, { $body }. { $minutes } минут кешікті.
desk-verdict-already-in = Белгіленіп қойған: { $time }, { $desk } үстелі.
desk-verdict-other-day = Қабылдауы { $day }, { $time }.
desk-verdict-cancelled = Тоқтатылды: { $reason }. Хабарланды: { $told }.
desk-verdict-moved = Кейінге қалдырылды: { $day }, { $time }. Хабарланды: { $told }.
desk-verdict-other-branch = Қабылдауы { $branch }, { $address }, { $time }. Оған дейін { $minutes } мин.
desk-verdict-not-listed = Бүгінгі кестеде жоқ (кесте { $time } жаңартылды).
desk-verdict-other-person = Кестедегі ЖСН басқа.
desk-told-yes = иә
desk-told-no = жоқ
desk-mark-arrival = Келгенін белгілеу
desk-open-entry = Ашу
desk-escort = Ертіп апару
desk-late-body-receives = орган қабылдайды
desk-late-other-time = басқа уақыт
desk-late-no-reception = қабылданбайды
desk-search-by-name = Аты-жөні бойынша іздеу
desk-unlisted-visit = Кестеден тыс келу
desk-video-appeal = Бейнеөтініш
desk-print-address = Мекенжайды басып шығару
desk-compare-documents = Қатар салыстыру
desk-not-this-person = Бұл адам емес

## Кабина
desk-booth-recording = жазылып жатыр
desk-booth-free = бос
desk-booth-call = шақыру
desk-booth-no-paper = қағаз жоқ · чек үстелде басылады
desk-booth-nobody = иесі жоқ { $minutes } мин
desk-booth-staff-called = { $booth }-кабинадан қызметкер шақырылды { $time }

## Орган кешіксе
desk-body-late = { $room }-бөлме: орган кешігіп жатыр, +{ $minutes } мин
desk-board-body-late = орган кешігуде

## Басып шығару
desk-print-roster = Бүгінгі кестені басып шығару
desk-print-receipt = Чекті басып шығару
desk-print-ask = Шықты ма?
desk-print-yes = Иә
desk-print-again = Жоқ, қайта басу
desk-print-reason = Неге қайта басылады?

## Бос, байланыссыз, қате күйлер
desk-empty-queue = Кезек бос
desk-empty-receptions = Бүгін онлайн-қабылдау жоқ. Кесте { $when } алынды.
desk-none-ahead = Алдағы қабылдау жоқ. Кесте { $when } алынды.
desk-empty-roster = Бүгінгі кесте әлі келмеді. Файлдан жүктеуге болады.
desk-empty-search = Табылмады: «{ $text }». Іздеу орны: осы үстел, { $since } бастап.
desk-offline-portal = Орталықпен байланыс жоқ, үзілген уақыты { $since } · жіберілмегені { $count } · жұмыс жалғасуда
desk-offline-hub = Кабиналармен байланыс жоқ, үзілген уақыты { $since } · жіберілмегені { $count } · жұмыс жалғасуда
desk-online = Орталықпен байланыс бар
desk-tell-administrator = Администраторға хабарлау

## Назар: мұны осы үстел ғана біледі
# $time – қабылдау уақыты; $room – бөлме; $desk – үстел белгісі.
attention-marked-twice = { $time } қабылдауына келгені (бөлме: { $room }) { $desk } үстелінде де белгіленген.
