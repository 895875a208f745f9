# Мекеме және құқық (domain.md § 7.1).
institution-product = Қабылдау
institution-corporation = «Азаматтарға арналған үкімет» мемлекеттік корпорациясы
institution-service-centre = ХҚКО (халыққа қызмет көрсету орталығы)
institution-branch = филиал
institution-department = бөлімше
institution-reception-desk = ресепшн (анықтама бұрышы)
institution-authorised-body = уәкілетті орган
institution-operator = оператор
institution-state-body = мемлекеттік орган
institution-head = мемлекеттік органның басшысы
institution-deputy-head = басшының орынбасары
institution-official = лауазымды тұлға
institution-responsible-officer = жауапты қызметкер
institution-addressee = адресат
institution-e-government-portal = «электрондық үкіметтің» веб-порталы
institution-personal-account = жеке кабинет
institution-contact-centre = бірыңғай байланыс орталығы
institution-journal = «Бейне өтініш берген азаматтарды тіркеу» журналы
# $day – осы күннен бері.
institution-video-appeal-unconfirmed = Бейнеөтініш тәртібінің қолданыста екені { $day } бастап расталмаған. Қабылдау тоқтамайды.
