# Бейнекабина экрандары. Күй реті: бос → сәлемдесу → ереже → деректер → түрі → адресат → камера → жазу → жіберу → қош болыңыз.
# $left – қалған уақыт, «м:сс»; $length – жазба ұзақтығы, «м:сс»; $day – күні; $saved – не сақталғаны.

## Бос кабина және сәлемдесу
booth-name = Бейнеөтініш кабинасы
booth-free = Бос. Ресепшнге келіңіз, сізді тіркейді.
booth-welcome = Қош келдіңіз! Экран қадам сайын көмектеседі. Асықпаңыз.
booth-start = Бастау
booth-this-language = Қазақша
booth-back = Артқа
booth-step = { $step } / { $of }
# $booth – кабинаның белгісі.
booth-label = { $booth }-кабина
booth-step-name = Қадам
booth-larger-type = Әріпті үлкейту
booth-type-normal = Қалыпты әріп
booth-type-large = Ірі әріп
booth-type-largest = Ең ірі әріп
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
booth-data-empty = жазылмаған
booth-data-entity = Заңды тұлға
booth-data-nomail = Электрондық поштам жоқ
booth-data-notme = Бұл мен емес
booth-data-post-ask = Пошталық мекенжайыңызды жазыңыз
booth-data-mail-ask = Электрондық пошта мекенжайыңызды жазыңыз

## Түрі
booth-kind-head = Не бергіңіз келеді?
booth-kind-application = Өтініш – мәселемді шешуді сұраймын
booth-kind-complaint = Шағым – шешімге, әрекетке немесе әрекетсіздікке
booth-kind-proposal = Ұсыныс – жақсартуды ұсынамын
booth-kind-request = Сұрау салу – ақпарат сұраймын
booth-kind-response = Үн қосу – пікірімді білдіремін
booth-kind-message = Хабарлама – болған жайтты хабарлаймын

## Адресат
booth-to-head = Кімге жолдайсыз?
booth-to-advised = Ресепшнде ұсынылған
booth-to-ministries = Министрліктер
booth-to-akimats = Әкімдіктер
booth-to-search = Атауы бойынша іздеу
booth-to-unknown = Білмеймін – қызметкерді шақыру
booth-to-none = Тізімде табылмады. Басқаша жазып көріңіз немесе қызметкерді шақырыңыз.
# $count – табылған адресат саны.
booth-to-found = Табылғаны: { $count }
booth-to-show = Тізімді көрсету
booth-list-earlier = Алдыңғы
booth-list-later = Келесі
# $from, $to – көрініп тұрған жолдар, $of – барлығы.
booth-list-place = { $from }–{ $to } / { $of }
booth-list-letters = Әріптер
booth-complaint-head = Шағым кімге қатысты? Білсеңіз, жазыңыз.
booth-complaint-spoken = Уәждерім мен талаптарымды жазбада айтамын
booth-complaint-write = Жазу
booth-complaint-rewrite = Өзгерту
booth-complaint-on = Жалғастыру

## Камера мен дауыс
booth-camera-oval = Бетіңіз сопақша ішінде болсын
booth-camera-up = Жоғары
booth-camera-down = Төмен
booth-camera-dark = Қараңғы. Қызметкерді шақырыңыз.
booth-camera-height = Камера тым биік не тым төмен тұрса, қызметкерді шақырыңыз.
booth-camera-mirror = Камерадағы бейнеңіз
booth-sound-check = Дауысты тексеру
booth-sound-heard = Дауыс естіліп тұр
booth-sound-test = Атыңызды айтыңыз – өз дауысыңызды естисіз
booth-sound-low = Дауысыңыз нашар естіледі. Қаттырақ сөйлеңіз.
booth-sound-level = Дауыс
booth-sound-sign = Ымдау тілінде айтамын

## Жазу
booth-rec-start = Жазуды бастау
booth-rec-stop = Тоқтату
booth-rec-on = Жазылып жатыр
booth-rec-soon = Жазу қазір басталады
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
booth-again-yes = Иә, қайта жазу
booth-again-no = Жоқ, жазба қалсын
booth-filing = Тіркеліп жатыр. Күте тұрыңыз.

## Қабылданды
booth-done = Бейнеөтінішіңіз қабылданды
booth-done-code = Құпия код – жауапты көру үшін. Ешкімге айтпаңыз.
booth-code-hidden = Құпия код жасырылды
booth-done-due = Жауаптың болжалды күні
booth-done-number = Тіркеу нөмірі
booth-done-date = Жауаптың болжалды күні: { $day }
booth-done-date-by-law = Қарау мерзімі – заңнамаға сәйкес
booth-code-noted = Кодты жазып алдым
booth-code-noted-ask = Код экраннан өшіріледі. Жазып алдыңыз ба?
booth-code-noted-no = Жоқ, код қалсын
booth-code-noted-yes = Иә, жазып алдым
booth-code-show = Құпия кодты көрсету
booth-receipt-ask = Чек шықты ма?
booth-receipt-printing = Чек басылып жатыр
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
booth-held = Қызметкер шақырылды. { $saved }
booth-leave-ask = Аяқтасаңыз, өтініш жіберілмейді. Аяқтайсыз ба?
booth-leave-yes = Иә, аяқтау
booth-leave-no = Жоқ, жалғастыру
booth-fault = Кешіріңіз, техникалық ақаулық. { $saved } Қызметкер шақырылды.
booth-kept-data = Жазғаныңыз сақталды.
booth-kept-recording = Жазбаңыз сақталды.
booth-kept-nothing = Ештеңе сақталған жоқ.

## Экран пернетақтасы
keys-next-capital = Бас әріп
keys-space = Бос орын
keys-erase = Өшіру
keys-done = Дайын
keys-letters = Пернелер
keys-written = Жазылғаны
