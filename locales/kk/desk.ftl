# Үстелдің терезесі: кіру және бүгінгі журнал.
desk-program = Қабылдау
# $desk – филиалдың коды мен үстелдің белгісі, 0512·A.
desk-label = { $desk } үстелі
desk-language = Экранның тілі
desk-lock = Құлыптау
refusal-desk-not-paired = Бұл үстел филиалға әлі қосылмаған. Әкімшіні шақырыңыз.

## Кіру
sign-in-title = Кіру
sign-in-who = Қызметкер
sign-in-password = Құпиясөз
sign-in-enter = Кіру
sign-in-entering = Тексеріліп жатыр…
sign-in-nobody = Бұл үстелде қызметкерлер тізімі әлі жоқ. Әкімшіні шақырыңыз.
sign-in-unsent = Құлыптаулы үстел дерек алмаспайды. Жіберілмегені: { $count }.
sign-in-demonstration = Бұл – көрсетуге арналған филиал: адамдар мен құжаттар ойдан шығарылған. Құпиясөз – kabyldau, сызықша және латын әрпімен жазылған тегі: kabyldau-ahmetova.

## Бүгін
today-title = Бүгінгі журнал
today-day-not-open = Күн әлі ашылмаған.
today-day-closed = Бүгінгі күн жабылды. Жаңа келуді келесі күн ашылғанда тіркейсіз.
today-empty = Бүгін жазба жоқ.
today-answer-day-unknown = Бүгін жіберілетін жолданымдарға жауап күні есептелмейді: күнтізбе немесе мерзім жүктелмеген. Қабылдау тоқтамайды.
today-count = { $count } жазба
today-column-number = Нөмірі
today-column-time = Уақыты
today-column-applicant = Өтініш беруші
today-column-language = Тілі
today-column-state = Күйі

## Журналдағы күйі
today-state-registered = тіркелді
today-state-asked = кабина сұралды
today-state-withdrawn = сұрау қайтарылды
today-state-refused = кабина қабылдамады
today-state-preparing = кабинада
today-state-recording = жазылып жатыр
today-state-paused = тоқтап тұр
today-state-held = иесі жоқ
today-state-interrupted = үзілді
today-state-filed = жіберілді
today-state-ended = жіберілмеді
today-state-annulled = күші жойылды
desk-at-the-board = Сіз ертіп апару тақтасында жұмыс істейсіз
desk-at-the-board-where = Тақта өз терезесінде тұр. Ауысу – F12.
