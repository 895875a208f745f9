# Бас тартулар: әр тұрақты кодқа бір сөйлем. Сөйлем не болғанын айтады және не істеуге болатынын көрсетеді; «қате» деп айтпайды.
# .way – әрі қарайғы жол (бар болса). «код-мән» түріндегі сөздер сөйлемдегі мәннің орнына қойылады.

## Деректерді енгізу
refusal-iin-check-digit = ЖСН бақылау саны сәйкес емес. Қайта қараңыз.
    .way = Құжатта осылай жазылған
refusal-bin-check-digit = БСН бақылау саны сәйкес емес. Қайта қараңыз.
    .way = Құжатта осылай жазылған
refusal-scan-unknown = Бұл код танылмады. Құжатты, чекті немесе кестені қайта оқытыңыз.
    .way = Деректерді қолмен теру
refusal-mrz-garbled = Құжаттың машинада оқылатын жолдары толық оқылмады. Құжатты қайта оқытыңыз.
    .way = Деректерді қолмен теру
refusal-name-missing = Тегі, аты немесе әкесінің аты – кемінде біреуі керек.
refusal-document-missing = Құжаттың түрі мен нөмірі керек.
refusal-statements-out-of-order = Үш растау ретімен жасалуы керек: құжатпен салыстыру, ережені түсіндіру, келісім алу.
refusal-reason-missing = Себебін көрсетіңіз.
# $field – өрістің атауы.
refusal-field-required = Міндетті өріс толтырылмаған: { $field }.
# $day – сұралған күн.
refusal-day-outside-calendar = { $day } – жүктелген жұмыс күнтізбесінен тыс. Күнтізбені жаңарту керек; мерзім болжанбайды.
refusal-rules-missing = { $day } күніне ереже жүктелмеген. Әкімші ережелерді жаңартуы керек.
# $year – жыл.
refusal-numbers-used-up = { $year } жылғы журнал нөмірлері осы үстелде бітті. Басқа үстелде тіркеңіз, әкімшіні шақырыңыз.

## Кесте файлы
# $row – файлдағы жол нөмірі; $cause – төмендегі себептердің бірі.
refusal-roster-row-broken = Кестенің { $row }-жолы алынбады: { $cause }. Қалған жолдар алынды.
roster-row-broken-columns = бағандар жетіспейді
roster-row-broken-row = реттік нөмірі түсініксіз
roster-row-broken-reference = сілтеме нөмірі түсініксіз
roster-row-broken-time = уақыты түсініксіз
roster-row-broken-day = күні түсініксіз
roster-row-broken-name = тегі жоқ
roster-row-broken-room = бөлмесі белгісіз
roster-row-broken-body = органы көрсетілмеген
roster-row-broken-language = тілі түсініксіз
roster-row-broken-iin = ЖСН бақылау саны сәйкес емес
roster-row-broken-document = құжаты түсініксіз
roster-row-broken-repeated = бұл жол файлда бұрын кездескен
roster-row-broken-text = мәтіні оқылмайды
refusal-roster-file-unreadable = Кесте файлы оқылмады. Басқа файлды таңдаңыз немесе кестені қайта сұратыңыз.

## Кабина
# $booth – кабина белгісі; $holder – кабинаны алған үстел; $since – қашаннан бері.
refusal-booth-held = { $booth }-кабинаны { $holder } үстелі алды, { $since }. Басқа кабинаны таңдаңыз немесе күту тізіміне қосыңыз.
refusal-booth-not-answered = { $booth }-кабина әлі жауап бермеді, сұралған уақыты { $since }. Күте тұрыңыз немесе сұрауды қайтарып алыңыз.
refusal-booth-unknown = { $booth }-кабина бұл филиалда жоқ. Басқа кабинаны таңдаңыз.
refusal-booth-away = { $booth }-кабинамен байланыс жоқ. Басқа кабинаны таңдаңыз немесе күту тізіміне қосыңыз.
refusal-booth-key-unfit = Кабинаның кілті жарамсыз, тапсырма жіберілмеді. Әкімші кабинаны қайта қосуы керек.
refusal-booth-not-ready = Кабина дайын емес. Басқа кабинаны таңдаңыз немесе күту тізіміне қосыңыз.
refusal-order-too-late = Тапсырма кеш жетті, мерзімі өтіп кеткен. Ол орындалған жоқ. Кабинаны қайта сұраңыз.
refusal-order-day-passed = Тапсырма кабинаның ашық күнінен бұрынғы күнге арналған. Ол орындалған жоқ. Кабинаны қайта сұраңыз.
refusal-order-unknown = Кабина бұл тапсырманы танымады, ештеңе орындалған жоқ.
refusal-no-space = Дискіде үш жазбаға орын жоқ. Жазу басталмады. Әкімшіні шақырыңыз.
refusal-camera-absent = Камера немесе микрофон жоқ. Жазу басталмады. Әкімшіні шақырыңыз.
# $state – кабинадағы күй.
refusal-session-state = Кабинадағы қазіргі күйде бұлай істеуге болмайды: { $state }.
session-state-asked = кабинадан жауап күтілуде
session-state-withdrawn = сұрау қайтарып алынды
session-state-refused = кабина қабылдамады
session-state-preparing = адам дайындалып жатыр
session-state-recording = жазылып жатыр
session-state-paused = тоқтап тұр, әлі жіберілген жоқ
session-state-held = кабинада адам жоқ
session-state-interrupted = жазба үзілді
session-state-filed = өтініш жіберілді
session-state-ended = өтінішсіз аяқталды
refusal-request-of-another-desk = Бұл сұрауды басқа үстел жіберген. Оны сол үстелде ғана қайтарып алады.
refusal-addressee-unknown = Мұндай адресат тізімде жоқ. Тізімнен таңдаңыз.
# $since – хабар жіберілген уақыт.
refusal-word-on-its-way = Бұл хабар кабинаға { $since } жіберілген, кабина әлі жауап берген жоқ. Күте тұрыңыз.
refusal-word-too-late = Хабар кабинаға кеш жетті, ол орындалған жоқ. Қайта жіберіңіз.
refusal-word-not-served = Кабинада бұл сеанс жоқ, хабар орындалған жоқ.
refusal-session-unknown = Кабинадағы мұндай сеанс бұл үстелге белгісіз.

## Журнал және өтініш
# $number – жазба немесе өтініш нөмірі.
refusal-entry-annulled = { $number } жазбасының күші жойылған.
refusal-entry-unknown = { $number } жазбасы бұл үстелде жоқ. Синхрондауды күтіңіз немесе нөмірін тексеріңіз.
refusal-appeal-unknown = { $number } өтініші бұл үстелге белгісіз. Синхрондауды күтіңіз немесе чекті қайта оқытыңыз.
# $due – жауаптың болжалды күні.
refusal-answer-not-here = Жауап әлі келген жоқ. Болжалды күні: { $due }.
refusal-answer-not-here-undated = Жауап әлі келген жоқ. Қарау мерзімі – заңнамаға сәйкес.
# $day – жауап берілген күн.
refusal-answer-handed-over = Жауап { $day } берілген.

## Онлайн-қабылдау
refusal-reception-other-day = Қабылдауы { $day }, { $time }.
refusal-reception-already-in = Келгені белгіленіп қойған: { $time }.
refusal-reception-not-yet = Қабылдау уақыты { $time } әлі болған жоқ: келмеді деп кейін белгіленеді.
refusal-reception-unknown = Мұндай қабылдау кестеде жоқ. Аты-жөні бойынша іздеңіз.
# $state – қабылдау күйі.
refusal-reception-state = Қабылдаудың қазіргі күйінде бұлай істеуге болмайды: { $state }.
reception-state-expected = күтілуде
reception-state-cancelled = тоқтатылды
reception-state-arrived = келді
reception-state-escorted = үй-жайға ертіп апарылды
reception-state-started = қабылдау басталды
reception-state-finished = қабылдау аяқталды
reception-state-no-show = келмеді

## Күн
refusal-day-not-open = Күн ашылмаған. Алдымен «Күнді ашу» керек.
refusal-day-open = { $day } ашылып қойған.
refusal-day-closed = { $day } жабылып қойған.
refusal-day-to-confirm = Сағат { $day } деп тұр. Күнді қызметкер растауы керек.
refusal-day-before-last = Сағат соңғы ашық күннен ({ $day }) бұрынғы күнді көрсетіп тұр. Сағатты түзету керек.

## Басып шығару
# $state – тапсырма күйі.
refusal-job-state = Басып шығару тапсырмасының қазіргі күйінде бұлай істеуге болмайды: { $state }.
job-state-queued = кезекте
job-state-sent = принтерге берілді
job-state-confirmed = шықты
job-state-uncertain = шыққаны белгісіз
job-state-failed = шықпады
refusal-job-unknown = Мұндай басып шығару тапсырмасы жоқ.
refusal-paper-uncertain = Алдыңғы парақтың шыққан-шықпағаны белгісіз. Алдымен жауап беріңіз: шықты ма?
refusal-printer-not-ready = Принтер дайын емес. Қағазды және қақпағын тексеріңіз.
refusal-words-missing = Парақтың сөздері табылмады, ештеңе басылған жоқ. Әкімшіні шақырыңыз.

## Қызметкер
refusal-role-may-not = Бұл әрекет сіздің рөліңізге рұқсат етілмеген.
refusal-wrong-password = Құпиясөз сәйкес емес.
# $wait – қанша секунд күту керек.
refusal-too-many-tries = Құпиясөз қатарынан бірнеше рет сәйкес келмеді. { $wait } секундтан кейін қайталаңыз.
refusal-signed-out = Алдымен жүйеге кіріңіз.
refusal-staff-unknown = Мұндай қызметкер бұл филиалдың тізімінде жоқ.
refusal-staff-removed = Бұл қызметкердің рұқсаты алынған.
refusal-password-too-short = Құпиясөз тым қысқа.
refusal-password-too-long = Құпиясөз тым ұзын.
refusal-password-too-plain = Құпиясөз тым қарапайым: кемінде бес түрлі таңба керек.

## Қосу және байланыс
refusal-node-not-admitted = Бұл үстелді орталық портал әлі қабылдаған жоқ. Қосуды аяқтаңыз.
refusal-directory-missing = Филиал анықтамалығы әлі келген жоқ. Байланысты тексеріп, қосуды қайталаңыз.
refusal-key-slots-unfit = Кілттер файлы ашылмады. Әкімшіні шақырыңыз.
refusal-already-paired = Бұл үстел бұрын қосылған. Екінші рет қосу қажет емес.
refusal-code-wrong = Код сәйкес емес. Таңбаларын тексеріп, қайта теріңіз.
refusal-code-of-another-role = Бұл код басқа құрылғыға арналған. Осы үстелге арналған кодты сұраңыз.
refusal-recovery-missing = Қалпына келтіру кілті келмеді, қосу аяқталмады. Әкімшіні шақырыңыз.
refusal-pair-no-code = Қосу коды күтілмеген. Жаңа код сұраңыз.
refusal-pair-wrong-proof = Қосу коды сәйкес емес.
refusal-pair-burnt = Қосу коды бірнеше рет сәйкес келмей, жойылды. Жаңа код сұраңыз.
refusal-pair-expired = Қосу кодының мерзімі өткен. Жаңа код сұраңыз.
refusal-pair-used = Бұл қосу коды бұрын қолданылған. Жаңа код сұраңыз.
refusal-pair-portal-away = Орталық порталмен байланыс жоқ, қосу аяқталмады. Кейін қайталаңыз.
refusal-pair-not-the-portal = Бұл мекенжайда басқа құрылғы жауап берді. Қосу тоқтатылды, әкімшіні шақырыңыз.
refusal-peer-unreachable = Байланыс жоқ. Жұмыс жалғасуда, деректер кейін жіберіледі.
refusal-peer-refused = Екінші жақ қабылдамады. Деректер сақталды, кейін қайта жіберіледі.
refusal-peer-garbled = Екінші жақтың жауабы түсініксіз. Деректер сақталды, кейін қайта жіберіледі.
refusal-peer-too-large = Екінші жақтың жауабы тым үлкен, ол қабылданған жоқ. Әкімшіні шақырыңыз.
refusal-receipt-bad = Орталықтың қабылдау растауы жарамсыз. Жазба сақталды, кейін қайта жіберіледі.
refusal-other-branch = Бұл деректер басқа филиалдікі, олар алынған жоқ.

## Деректердің тұтастығы
refusal-fact-unknown = Бағдарламаның бұл нұсқасына белгісіз дерек келді. Ол сақталды, бағдарлама жаңарғаннан кейін оқылады.
refusal-stream-broken = Бір құрылғының деректер тізбегі үзілген. Ол тізбек тоқтатылды, қалғандары жұмыс істеп тұр. Әкімшіні шақырыңыз.
refusal-older-than-note = Деректер қоры бұрынғы белгіден ескі: көшірмеден қалпына келтірілген болуы мүмкін. Тек оқуға ашылды. Әкімшіні шақырыңыз.
refusal-disk-write-failed = Дискіге жазылмады, ештеңе сақталған жоқ. Қайталаңыз; қайталанса, әкімшіні шақырыңыз.
refusal-database-unreadable = Деректер қоры оқылмады. Ештеңе жойылған жоқ. Әкімшіні шақырыңыз.
refusal-database-damaged = Деректер қоры бүлінген. Ол сол күйінде сақталды, ештеңе жойылған жоқ. Әкімшіні шақырыңыз.
refusal-schema-newer = Деректер қоры бағдарламаның жаңарақ нұсқасымен жазылған. Бағдарламаны жаңартыңыз.
refusal-ours = Әрекет орындалмады, ештеңе жазылған жоқ.
    .way = Администраторға хабарлау

## Терезелер
refusal-question-not-allowed = Бұл терезеде мұндай әрекет жоқ, ештеңе орындалмады.
refusal-question-garbled = Енгізілген дерек түсініксіз, ештеңе орындалмады.
# $field – өрістің аты.
refusal-field-not-correctable = Бұл өріс түзетілмейді немесе бос қалдырылмайды: { $field }.
field-not-correctable-document =
    .number = құжат нөмірі
refusal-iin-none = Бұл жазбада ЖСН жоқ.
refusal-day-garbled = Күн дұрыс жазылмаған: { $field }.
day-garbled-document =
    .issued = құжаттың берілген күні
    .expires = құжаттың қолданылу мерзімі
day-garbled-authority =
    .dated = сенімхат күні
    .until = сенімхат мерзімі
refusal-draft-too-long = Жоба тым ұзын, сақталмады. Артық мәтінді алып тастаңыз.
refusal-roster-missing = Бұл күнге кесте келмеген, басып шығаратын ештеңе жоқ.
refusal-printer-none = Бұл үстелге принтер қосылмаған. Әкімшіні шақырыңыз.
refusal-booth-not-standing = Кабина ашылмады: ол филиалға қосылмаған немесе дерекқоры ашылмайды. Әкімшіні шақырыңыз.
