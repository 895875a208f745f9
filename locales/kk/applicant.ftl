# Өтініш берушіге қаратылған экран: ол тек оқиды. Ереже сөздері – booth.ftl.
# $booth – кабинаның белгісі.
applicant-welcome = Қош келдіңіз!
applicant-welcome-how = Жеке куәлігіңізді қызметкерге беріңіз.
applicant-data-head = Деректеріңізді тексеріңіз
applicant-data-wrong = Қате болса, қызметкерге айтыңыз.
applicant-rules-head = Бейнеөтініштің негізгі қағидалары
applicant-consent-head = Келісім
applicant-consent = Дербес деректеріңіз бейнеөтінішті тіркеу және қарау үшін жиналады және өңделеді.
applicant-consent-say = Келіссеңіз, қызметкерге айтыңыз.
applicant-booth-head = { $booth }-кабинаға барыңыз
applicant-booth-how = Қызметкер ертіп апарады. Құжатыңызды, көзілдірігіңізді ұмытпаңыз.
applicant-wait-head = Тіркелдіңіз. Күте тұрыңыз
applicant-wait-how = Кабина босағанда қызметкер шақырады.
