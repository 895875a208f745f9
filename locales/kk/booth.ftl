# Бейнекабина экрандары. Күй реті: бос → сәлемдесу → ереже → деректер → түрі → адресат → камера → жазу → жіберу → қош болыңыз.
# $left – қалған уақыт, «м:сс»; $length – жазба ұзақтығы, «м:сс»; $day – күні; $saved – не сақталғаны.

## Бос кабина және сәлемдесу
booth-name = Бейнеөтініш кабинасы
booth-free = Бос. Ресепшнге келіңіз, сізді тіркейді.
booth-welcome = Қош келдіңіз! Экран қадам сайын көмектеседі. Асықпаңыз.
booth-start = Бастау
booth-back = Артқа
booth-step = { $step } / { $of }
booth-larger-type = Әріпті үлкейту
booth-out-of-service = Кабина уақытша істемейді. Ресепшнге келіңіз.

## Ереже
booth-rules-head = Алдымен біліп алыңыз
booth-rules-time = Жазу уақыты – 3 минут. Көбірек уақыт керек болса, сол адресатқа жаңа өтініш жазасыз.
booth-rules-essence = Мәселеңіздің мәнін нақты айтыңыз.
booth-rules-essence-2016 = Мәні айтылмаған өтініш қаралмайды.
booth-rules-end = Соңында экранда күні, құпия код және жауаптың болжалды күні шығады, чек беріледі.
booth-understood = Түсінікті, жалғастыру

## Деректер
booth-data-head = Деректеріңіз дұрыс па?
booth-data-ok = Бәрі дұрыс
booth-data-fix = Түзету
booth-data-post = Пошталық мекенжай
booth-data-mail = Электрондық пошта
booth-data-nomail = Электрондық поштам жоқ
booth-data-notme = Бұл мен емес

## Түрі
booth-kind-head = Не бергіңіз келеді?
booth-kind-application = Өтініш – мәселемді шешуді сұраймын
booth-kind-complaint = Шағым – шешімге, әрекетке немесе әрекетсіздікке
booth-kind-proposal = Ұсыныс – жақсартуды ұсынамын
booth-kind-request = Сұрау салу – ақпарат сұраймын
booth-kind-response = Үн қосу – пікірімді білдіремін

## Адресат
booth-to-head = Кімге жолдайсыз?
booth-to-advised = Ресепшнде ұсынылған
booth-to-ministries = Министрліктер
booth-to-akimats = Әкімдіктер
booth-to-search = Атауы бойынша іздеу
booth-to-unknown = Білмеймін – қызметкерді шақыру
booth-to-none = Тізімде табылмады. Басқаша жазып көріңіз немесе қызметкерді шақырыңыз.
booth-complaint-head = Шағым кімге қатысты? Білсеңіз, жазыңыз.
booth-complaint-spoken = Уәждерім мен талаптарымды жазбада айтамын

## Камера мен дауыс
booth-camera-oval = Бетіңіз сопақша ішінде болсын
booth-camera-up = Жоғары
booth-camera-down = Төмен
booth-camera-dark = Қараңғы. Қызметкерді шақырыңыз.
booth-sound-check = Дауысты тексеру
booth-sound-heard = Дауыс естіліп тұр
booth-sound-test = Атыңызды айтыңыз – өз дауысыңызды естисіз
booth-sound-low = Дауысыңыз нашар естіледі. Қаттырақ сөйлеңіз.
booth-sound-sign = Ымдау тілінде айтамын

## Жазу
booth-rec-start = Жазуды бастау
booth-rec-stop = Тоқтату
booth-rec-on = Жазылып жатыр
booth-rec-left = { $left } қалды
booth-rec-last30 = 30 секунд қалды. Сөзіңізді қорытындылаңыз.
booth-rec-prompts = Кімсіз? Не болды? Қашан? Не сұрайсыз?

## Тоқтағаннан кейін: әлі жіберілген жоқ
booth-stopped = Жазба тоқтады. Ұзақтығы { $length }. Әлі жіберілген жоқ.
booth-timeup = Үш минут аяқталды. Әлі жіберілген жоқ.
booth-finish = Жазуды аяқтау және жіберу
booth-finish-more = Жіберіп, жалғасын жазу
booth-resume = Жазуды жалғастыру ({ $left } қалды)
booth-again = Қайта жазу
booth-again-ask = Осы жазба өшіріледі. Қайта жазасыз ба?
booth-filing = Тіркеліп жатыр. Күте тұрыңыз.

## Қабылданды
booth-done = Бейнеөтінішіңіз қабылданды
booth-done-code = Құпия код – жауапты көру үшін. Ешкімге айтпаңыз.
booth-done-date = Жауаптың болжалды күні: { $day }
booth-done-date-by-law = Қарау мерзімі – заңнамаға сәйкес
booth-code-show = Құпия кодты көрсету
booth-receipt-ask = Чек шықты ма?
booth-receipt-yes = Иә, алдым
booth-receipt-no = Жоқ
booth-receipt-desk = Чек басылмады. Оны ресепшнде аласыз. Код экранда қалады.
booth-rating = Қызметті бағалаңыз
booth-rating-scale = 1 өте нашар – 5 өте жақсы
booth-rating-skip = Өткізіп жіберу
booth-bye = Рақмет! Құжатыңызды, көзілдірігіңізді және чекті ұмытпаңыз.

## Көмек және үзіліс
booth-call = Қызметкерді шақыру
booth-called = Шақырылды, күте тұрыңыз
booth-idle = Жалғастырасыз ба?
booth-idle-on = Иә, жалғастыру
booth-idle-end = Аяқтау
booth-held = Қызметкер шақырылды. Жазғаныңыз сақталды.
booth-leave-ask = Аяқтасаңыз, өтініш жіберілмейді. Аяқтайсыз ба?
booth-fault = Кешіріңіз, техникалық ақаулық. { $saved } Қызметкер шақырылды.
booth-fault-kept-data = Жазғаныңыз сақталды.
booth-fault-kept-recording = Жазбаңыз сақталды.
booth-fault-kept-nothing = Ештеңе сақталған жоқ.
