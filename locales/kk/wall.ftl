# Бүгін беті: кабиналар, назар, бағандар, күй жолы.
# $booth – кабина белгісі; $name – адам; $desk – үстел; $count – саны; $at, $since – уақыты; $room – бөлме.
desk-pages = Беттер
desk-clock = Уақыт
desk-close = Жабу
desk-understood = Түсінікті
desk-leave-as-is = Сол күйінде қалсын
desk-reason = Себебі
desk-more = тағы { $count }
desk-fewer = азырақ көрсету
desk-taken-back = Соңғы әрекет қайтарылды
desk-draft-nameless = (аты жоқ)
refusal-drafts-full = Жоба саны беске жетті. Алдымен біреуін аяқтаңыз немесе жойыңыз (F6).
desk-needs-help = көмек керек

## Күй жолы
desk-online-unsent = Орталықпен байланыс бар · жіберілмегені { $count }
desk-offline-since-start = Орталықпен байланыс әлі болған жоқ · жіберілмегені { $count } · жұмыс жалғасуда
desk-printer-ready = принтер дайын
desk-printer-not-ready = принтер дайын емес

## Бағандар
desk-column-waiting = Күтіп отыр
desk-column-receptions = Қабылдаулар
desk-column-booths = Кабиналар
desk-call-person = Шақыру: { $name }
desk-called = Шақырылды: { $name }, { $booth }-кабина
desk-withdrawn = Сұрау қайтарып алынды
refusal-no-free-booth = Бос кабина жоқ. Босағанын күтіңіз.
desk-next-in = келесісі { $minutes } минуттан кейін
desk-roster-not-come = Бүгінгі кесте әлі келген жоқ.
desk-all-receptions = Барлық қабылдау, қалғаны { $count }
desk-room = { $room }-бөлме
desk-changed-why = өзгерді: { $why }
desk-arrived-at = келді { $at }
desk-not-come-yet = әлі келген жоқ
desk-reception-in-room = үй-жайда
desk-reception-going = жүріп жатыр
desk-reception-finished = аяқталды
desk-do-escorted = Ертіп апару
desk-do-started = Басталды
desk-do-finished = Аяқталды
desk-do-no-show = Келмеді
desk-reception-done = { $name }: { $done }

## Іздеу
desk-found = Табылғаны: «{ $text }»
desk-empty-search-here = Табылмады: «{ $text }». Іздеу орны: осы үстел.
desk-visit-with-name = Осы атпен жаңа келу: { $text }

## Кабиналар
wall-booth = { $booth }-кабина
wall-none = Бұл филиалда кабина жоқ.
wall-aged = соңғы хабары { $since }
wall-needs-somebody = қызметкер керек
wall-nobody-known = аты белгісіз
wall-holder = { $desk } үстелінен
wall-came = Көмекке барамын
wall-person-is-back = Адам оралды
wall-withdraw = Сұрауды қайтару
wall-end = Сеансты аяқтау
wall-end-ask = { $booth }-кабина: { $name } – сеанс аяқталсын ба? Жіберілмеген жазба жіберілмейді.
wall-end-reason-1 = адам кетіп қалды
wall-end-reason-2 = адам бас тартты
wall-end-reason-3 = басқа адам отырған
wall-end-reason-4 = техникалық ақаулық
wall-told-came = { $booth }-кабинаға айтылды: қызметкер бара жатыр
wall-told-back = { $booth }-кабинаға айтылды: адам оралды
wall-told-end = { $booth }-кабинаға айтылды: сеанс аяқталсын
wall-words-waiting = Кабинаға жіберілген хабар: { $count }, жауап күтілуде
wall-withdrawal-lost = Сұрау кеш қайтарылды: кабина ашылып қойған, ішінде адам болмауы мүмкін. Сеансты аяқтаңыз.
wall-call-help = Көмек сұрады
wall-call-nobody = Кабинада адам жоқ
wall-call-wrong-person = «Бұл мен емес» деді
wall-call-interrupted = Жазба үзілді
wall-call-held-long = Кабина ұзақ бос тұр
wall-call-code-left = Құпия код экранда қалды
wall-call-no-receipt = Чек шықпады
wall-call-other = Қызметкерді шақырды

## Назар: бір сөйлем, бір іс
attention-answer-day-unknown = Бүгін жіберілетін жолданымдарға жауап күні есептелмейді: күнтізбе немесе мерзім жүктелмеген.
attention-staff-called = { $booth }-кабинадан қызметкер шақырылды, { $at }.
attention-booth-held = { $booth }-кабинада иесі жоқ сеанс тұр.
attention-withdrawal-lost = { $booth }-кабина: сұрау кеш қайтарылды.
attention-word-refused = { $booth }-кабина хабарды орындаған жоқ.
attention-print-uncertain = Парақтың шыққан-шықпағаны белгісіз. Шықты ма?
attention-printer-not-ready = Принтер дайын емес. Қағазды және қақпағын тексеріңіз.
attention-roster-missing = Бүгінгі кесте әлі келген жоқ.
attention-roster-changed = Кесте өзгерді: { $count }.
attention-no-show-due = Келген-келмегені белгіленбеген қабылдау: { $count }.
attention-answer-arrived = { $number } жолданымына жауап келді.
attention-hub-away = Кабиналармен байланыс жоқ. Кабинаны орнында ашу: қызметкер кілті.
attention-portal-away = Орталықпен байланыс { $since } бастап жоқ.
attention-trouble = Алынған деректерде сәйкессіздік бар. Әкімшіні шақырыңыз.
attention-left-over = Кешеден қалған іс: { $count }.
attention-other = Назар салыңыз: «Әрекеттер» бетін қараңыз.
desk-offline-hub-yet = Кабиналармен байланыс әлі болған жоқ · жіберілмегені { $count } · жұмыс жалғасуда
wall-code-shown = код экранда
