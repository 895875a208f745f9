# Үстелдің қалған беттері: күнді ашу, журнал, қабылдаулар, өтініштер, кестелер, құрылғылар, әрекеттер, пернелер.
# $day – күні; $number – нөмірі; $count – саны; $at – уақыты; $name – адам; $label – құрылғы белгісі; $page / $of – бет.

## Күнді ашу
opening-title = Күнді ашу
opening-missing = жоқ
opening-check-clock = Сағат
opening-check-roster = Бүгінгі кесте
opening-check-printer = Принтер
opening-check-booths = Кабиналар
opening-check-rooms = Бөлмелер
opening-check-scanner = Сканер
opening-check-left-over = Кешеден қалғаны
opening-check-exchange = Байланыс
opening-check-law = Мерзім мен күнтізбе
opening-check-other = Тексеру
opening-ready-clock = Күні мен уақыты дұрыс.
opening-ready-roster = Кесте алынды.
opening-ready-printer = Принтер бар. Қағазын қараңыз.
opening-ready-booths = Кабиналармен байланыс бар.
opening-ready-rooms = Бөлмелер тізімі бар. Аралап шығыңыз.
opening-ready-scanner = Код оқылды.
opening-ready-left-over = Ештеңе қалған жоқ.
opening-ready-exchange = Орталықпен байланыс бар.
opening-ready-law = Жүктелген.
opening-ready-other = Дайын.
opening-attention-clock = Күнін растау керек.
opening-attention-roster = Кесте ескі. Байланыс болғанда жаңарады.
opening-attention-printer = Қағазды және қақпағын тексеріңіз.
opening-attention-booths = Кабиналармен байланыс жоқ. Кабинаның қосылғанын тексеріңіз.
opening-attention-rooms = Бөлмелерді қарап шығыңыз.
opening-attention-scanner = Кез келген кодты оқытыңыз.
opening-attention-left-over = Кешеден аяқталмаған іс бар. Ауысым жетекшісіне айтыңыз.
opening-attention-exchange = Орталықпен байланыс жоқ, жұмыс жалғасады.
opening-attention-law = Жауап күні есептелмейді. Әкімші күнтізбені жаңартуы керек.
opening-attention-other = Назар салыңыз.
opening-missing-clock = Сағатты түзету керек.
opening-missing-roster = Бүгінгі кесте әлі келген жоқ. Күнді ашуға болады.
opening-missing-printer = Принтер табылмады. Күнді ашуға болады, басып шығару кейін.
opening-missing-booths = Кабиналар тізімі жоқ. Күнді ашуға болады.
opening-missing-rooms = Бөлмелер тізімі жоқ. Күнді ашуға болады.
opening-missing-scanner = Сканер жауап бермеді. Деректерді қолмен теруге болады.
opening-missing-left-over = Кешегі күн жабылған жоқ.
opening-missing-exchange = Орталықпен байланыс әлі болған жоқ.
opening-missing-law = Ережелер жүктелмеген. Әкімшіні шақырыңыз.
opening-missing-other = Дайын емес. Күнді ашуға болады.
day-opened = { $day } ашылды
day-closed = Күн жабылды
day-close-ask = { $day } жабылсын ба? Кейінгі әрекет қосымша параққа түседі.

## Журнал
journal-find = Аты-жөні немесе нөмірі
journal-nothing = Осы шартқа сай жазба жоқ.
journal-kept = Жазбалар жойылмайды, тек толықтырылады
journal-filter-all = барлығы
journal-filter-waiting = күтуде
journal-filter-in-booth = кабинада
journal-filter-filed = жіберілді
journal-filter-not-filed = жіберілмеді
journal-filter-annulled = күші жойылды
entry-history = Жазбаның тарихы
entry-note = Ескертпе
entry-show-iin = Толық көрсету
entry-correct = Түзету
entry-correct-field = Қай өріс түзетіледі?
entry-old = Бұрынғысы
entry-new = жаңасы
entry-correct-next = Себебін таңдауға өту
entry-correct-do = Түзетуді енгізу
entry-correct-reason-1 = теру кезінде қате кетті
entry-correct-reason-2 = құжаттағы жазуға сәйкестендіру
entry-correct-reason-3 = өтініш беруші нақтылады
entry-correct-reason-4 = құжат ауысқан
entry-corrected = №{ $number } түзетілді
entry-annul = Күшін жою
entry-annul-ask = №{ $number }, { $name }. Жазба сызылып, журналда қалады. Күші жойылсын ба?
entry-annul-reason-1 = екі рет тіркелген
entry-annul-reason-2 = басқа адам тіркелген
entry-annul-reason-3 = өтініш беруші бас тартты
entry-annul-reason-4 = қате басылды
entry-annulled = №{ $number } жазбасының күші жойылды
entry-annulled-because = Күші жойылған. Себебі: { $reason }

## Түзетілетін өрістер
field-surname = Тегі
field-given = Аты
field-patronymic = Әкесінің аты
field-iin = ЖСН
field-latin = Латынша жазылуы
field-language = Тілі
field-ticket = Талон
field-document-kind = Құжат түрі
field-document-country = Берген ел
field-document-number = Құжат нөмірі
field-document-issuer = Берген орган
field-document-issued = Берілген күні
field-document-expires = Қолданылу мерзімі
field-needs-help = Көмек керек
field-other = Басқа өріс

## Ескертпелер
note-document-expired = құжаттың мерзімі өткен
note-iin-as-printed = ЖСН құжатта осылай жазылған
note-other-document = басқа құжат көрсетті
note-authority-undated-or-expired = сенімхаттың мерзімі көрсетілмеген немесе өткен
note-minor = кәмелетке толмаған
note-other = ескертпе

## Қабылдаулар
receptions-all-rooms = Барлық бөлме
receptions-act = Әрекет
receptions-none-in-room = Бұл бөлмеде қабылдау жоқ.
reception-at-arrived = келді { $at }
reception-at-escorted = апарылды { $at }
reception-at-started = басталды { $at }
reception-at-finished = аяқталды { $at }

## Өтініштер
appeal-find = Тіркеу нөмірі
appeal-look-up = Қарау
appeal-fourteen = Нөмірде 14 цифр болуы керек.
appeal-scan-or-type = Чекті сканерлеңіз немесе 14 цифрды теріңіз.
appeal-entry = Журнал жазбасы
appeal-stages = Өтініштің жолы
appeal-stage-not-yet = әлі жоқ
appeal-copies = Басылған көшірме: { $count }.
appeal-print-copy = Чектің көшірмесін басып шығару
appeal-identified-by = Көрсеткен құжаты
appeal-identify = таңдаңыз
appeal-identify-first = Алдымен адамның көрсеткен құжатын таңдаңыз.
appeal-hand-over-do = Жауапты бердім
appeal-handed = { $number }: жауап берілді
print-confirmed = Парақ шықты
print-uncertain = Парақтың шыққаны белгісіз
print-failed = Парақ шықпады
print-reason-1 = бірінші чек шықпады
print-reason-2 = чек жоғалды
print-reason-3 = чек бүлінді

## Кестелер
roster-day-choose = Күн
roster-of = Кесте
roster-day-of = Күні
roster-receptions = Қабылдау саны
roster-rooms = Бөлмелер
roster-printed-times = Басып шығарылғаны
roster-print-day = Кестені басып шығару, { $day }
roster-preview = Парақтың көрінісі
roster-preview-coming = Парақ дайындалып жатыр…
roster-preview-of = Кесте парағы, { $day }, { $page } / { $of }
roster-page-before = Алдыңғы бет
roster-page-next = Келесі бет
roster-reason-1 = кесте өзгерді
roster-reason-2 = парақ бүлінді
roster-reason-3 = тағы бір дана керек

## Құрылғылар
devices-printing = Басып шығару
devices-no-printer = Принтер таңдалмаған.
devices-no-jobs = Аяқталмаған басып шығару жоқ.
job-sheet-receipt = Чек
job-sheet-receipt-copy = Чектің көшірмесі
job-sheet-roster = Кесте
job-sheet-other = Парақ
job-said-printed = Жазылды: парақ шықты
job-said-not = Жазылды: парақ шықпады
devices-nodes = Кабиналар мен үстелдер
devices-node-booth = { $label }-кабина
devices-node-desk = { $label } үстелі
devices-node-hub = Филиал торабы { $label }
devices-node-portal = Орталық портал { $label }
devices-state-here = осы үстел
devices-state-unknown = белгісіз
devices-staff = Ауысымдағы қызметкерлер
devices-here-since = { $at } бастап осында
devices-not-here = кірген жоқ
devices-scanner = Сканер
devices-trial = Сканерді тексеру
devices-trial-end = Тексеруді аяқтау
devices-trial-read = Оқылды: { $length } таңба, { $lines } жол. Сканер істеп тұр.
devices-rooms = Бөлмелер
devices-theme = Экранның түсі
devices-theme-light = ашық
devices-theme-dark = қараңғы
devices-theme-hc = контрасты

## Әрекеттер
ledger-day = Ашық күн: { $day }
ledger-nothing-open = Ашық қалған іс жоқ.
ledger-exchange = Алмасу
ledger-device = Құрылғы
ledger-facts = Жазылғаны
ledger-unsent = Жіберілмегені
ledger-trouble = { $node }, { $seq }-жазба: { $what }
ledger-acts = Соңғы әрекеттер
ledger-act = Әрекет
ledger-about = Не туралы
ledger-by = Кім
open-thing-waiting = Күтіп отырған адам: { $count }.
open-thing-session-running = Аяқталмаған сеанс: { $count }.
open-thing-print-uncertain = Шыққаны белгісіз парақ: { $count }.
open-thing-no-show = Келген-келмегені белгіленбеген қабылдау: { $count }.
open-thing-hand-over = Берілмеген жауап: { $count }.
open-thing-unsent = Жіберілмеген дерек: { $count }.
open-thing-notes = Жетекші қарайтын ескертпе: { $count }.
open-thing-other = Аяқталмаған іс бар.
stream-halted-gap = Тізбекте бір жазба жетіспейді. Әкімшіні шақырыңыз.
stream-halted-wrong-signature = Тізбектің қолы сәйкес емес. Әкімшіні шақырыңыз.
stream-halted-other = Тізбек тоқтатылды. Әкімшіні шақырыңыз.
trouble-other = дерек қабылданбады, бөлек сақталды

## Пернелер
keys-card = Пернелер
keys-find = Журналдан іздеу
keys-receptions = Келесі қабылдаулар
keys-next = Келесі жоба немесе келесі бөлік
keys-iin = Ашық жазбадағы ЖСН-ді 20 секунд көрсету
keys-digits = Қысқа тізімнен таңдау
keys-enter = Толтырылған түймені басу
keys-back = Бір қадам артқа
devices-in-touch = Кабиналармен байланыс бар.
devices-last-heard = Кабиналармен байланыс жоқ, соңғы хабары { $since }.
devices-not-heard = Кабиналармен байланыс әлі болған жоқ.
