# Үстелдің терезесі: кіру және бүгінгі журнал.
desk-program = Қабылдау
# $branch – филиалдың коды; $desk – үстелдің белгісі.
desk-label = { $branch } · { $desk } үстелі
desk-language = Экранның тілі
desk-lock = Құлыптау

## Кіру
sign-in-title = Кіру
sign-in-who = Қызметкер
sign-in-password = Құпиясөз
sign-in-enter = Кіру
sign-in-entering = Тексеріліп жатыр…
sign-in-nobody = Бұл үстелде қызметкерлер тізімі әлі жоқ. Әкімшіні шақырыңыз.
sign-in-demonstration = Бұл – көрсетуге арналған филиал: адамдар мен құжаттар ойдан шығарылған.

## Бүгін
today-title = Бүгінгі журнал
today-day-not-open = Күн әлі ашылмаған.
today-empty = Бүгін жазба жоқ.
today-count = { $count } жазба
today-column-number = Нөмірі
today-column-time = Уақыты
today-column-applicant = Өтініш беруші
today-column-language = Тілі
today-column-state = Күйі

## Журналдағы күйі
appeal-stage-annulled = күші жойылды
