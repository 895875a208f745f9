# Жұмыс және бағдарлама (domain.md § 7.5).
## Қызметкерлер
staff-role-reception = ресепшн қызметкері
staff-role-escort = ертіп апарушы
staff-role-supervisor = жетекші (аға қызметкер)
staff-role-administrator = әкімші
staff-role-auditor = тексеруші
work-employee = қызметкер
work-post = лауазым
work-shift = ауысым
work-on-duty = кезекші
work-queue = электрондық кезек
work-ticket = талон

## Кіру
work-sign-in = Кіру
work-sign-out = Шығу
work-locked = құлыпталған
work-password = құпиясөз

## Байланыс
work-sync = синхрондау
work-offline = байланыс жоқ (офлайн)
work-online = байланыс бар
work-waiting-to-send = жіберуді күтуде
work-conflict = қайшылық
work-portal = орталық портал

## Басып шығару және сканерлеу
work-printer = принтер
work-paper-out = қағаз таусылды
work-paper-low = қағаз аз қалды
work-print = басып шығару
work-reprint = қайта басып шығару
work-scanner = сканер
work-scan = сканерлеу

## Бағдарлама
work-backup = резервтік көшірме
work-restore = қалпына келтіру
work-search = іздеу
work-filter = сүзгі
work-report = есеп
work-period = кезең
work-month = ай
work-quarter = тоқсан
work-export = экспорттау
work-correction = түзету
work-reason = себебі
work-action-log = әрекеттер журналы
work-settings = баптаулар
work-save = сақтау
work-cancel = бас тарту
work-delete = жою
work-required = міндетті өріс
work-yes = Иә
work-no = Жоқ
work-other = басқа

## Күй сөздері: әрқашан белгі мен сөз бірге
work-state-ready = дайын
work-state-attention = назар
work-state-impossible = мүмкін емес
work-state-going-on = жүріп жатыр
work-state-free = бос
