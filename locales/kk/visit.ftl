# Келу парағы және келгенін белгілеу: өрістер, растаулар, ескертулер.
# $number – жазба нөмірі; $why – кабина неге сұралмағаны; $booth – кабина белгісі; $name – адам; $time – уақыты; $room – бөлме.
visit-ticket = Талон
visit-park = Жобаға қою
visit-discard = Жобаны жою
visit-discard-ask = Жоба: { $name }. Терілген деректер сақталмайды. Жоба жойылсын ба?
visit-who = Кім
visit-language = Тілі
visit-reading = Қалай оқылды
visit-document-kind = Құжат түрі
visit-other-document = Басқа құжат
visit-more-of-document = Құжаттың қалған деректері
visit-patronymic-ask = Әкесінің аты жазылмаған. Жоқ болса, «-» теріңіз; белгісіз болса, бос қалдырыңыз.
visit-date-form = Күнді кк.аа.жжжж түрінде жазыңыз.
visit-as-printed = Құжатта осылай жазылған: ЖСН жазбаға ескертпе болып кіреді, жетекшінің тізіміне түседі.
visit-power-dated = Сенімхат күні
visit-power-until = Сенімхат мерзімі
visit-power-undated = Сенімхаттың мерзімі көрсетілмеген. Жазба жетекшінің тізіміне түседі, қабылдау жалғасады.
visit-power-expired = Сенімхаттың мерзімі өткен. Жазба жетекшінің тізіміне түседі, қабылдау жалғасады.
visit-waiting-list = күту тізімі
visit-to-waiting = Тіркеу, күту тізіміне қосу
visit-to-booth = Тіркеу, { $booth }-кабинаға шақыру
visit-registered-waits = №{ $number } тіркелді, күту тізімінде. { $why }

## Құжатқа қатысты ескертулер: қабылдау тоқтамайды
warning-expired = Құжаттың мерзімі өткен. Жазба жетекшінің тізіміне түседі, қабылдау жалғасады.
warning-iin-sex = ЖСН бойынша жынысы құжаттағыдан басқа. Құжаттағысы дұрыс деп саналады.
warning-iin-birth = ЖСН бойынша туған күні құжаттағыдан басқа. Құжаттағысы дұрыс деп саналады.
warning-iin-century = ЖСН-нің 7-цифры туған ғасырына сәйкес емес. Құжатпен салыстырыңыз.
warning-name-may-be-cut = Құжаттың латынша жолында аты-жөні толық сыймаған болуы мүмкін.
warning-impossible-date = ЖСН-нің алғашқы алты цифры күнге ұқсамайды. Құжатпен салыстырыңыз.
warning-century-digit = ЖСН-нің 7-цифры ғасырды көрсетпейді. Құжатпен салыстырыңыз.
warning-number-form = Құжат нөмірінің түрі әдеттегіден басқа. Құжатпен салыстырыңыз.
warning-issued-later = Берілген күні әлі болмаған күн. Құжатпен салыстырыңыз.
warning-expires-before-issue = Қолданылу мерзімі берілген күнінен ерте. Құжатпен салыстырыңыз.
warning-iin-missing = Құжатта ЖСН көрсетілмеген.
warning-other = Құжатты назар салып қараңыз.

## Келгенін белгілеу
arrival-head = Келгенін белгілеу
arrival-several = Бірнеше қабылдау бар: біреуін таңдаңыз
arrival-in-roster = Кестеде
arrival-in-document = Құжатта
arrival-appointed = Белгіленген уақыты
arrival-roster = Кесте, { $version }-нұсқа, { $at } алынды
arrival-other-document = Кестеде басқа құжат көрсетілген
arrival-also-marked = Мына үстелде де белгіленген: { $desks }
arrival-late = Кешікті. Не болады?
arrival-late-choose = Алдымен не болатынын таңдаңыз: 1, 2 немесе 3.
arrival-marked = Келгені белгіленді: { $name }, { $time }, { $room }-бөлме
arrival-cancelled = Бұл қабылдау тоқтатылды.
arrival-cancelled-why = Бұл қабылдау тоқтатылды. Себебі: { $why }.
arrival-went-on = Қабылдау { $time }, { $room }-бөлме: { $state }.
arrival-undo = Белгіні қайтару
arrival-undo-ask = { $name }, { $time }: соңғы белгі қайтарылсын ба?
arrival-undo-other-person = басқа адам белгіленген
arrival-undo-left = адам кетіп қалды
