# Учреждение и право (domain.md § 7.1).
institution-product = Қабылдау
institution-corporation = Государственная корпорация «Правительство для граждан»
institution-service-centre = ЦОН (центр обслуживания населения)
institution-branch = филиал
institution-department = отделение
institution-reception-desk = ресепшн (справочная)
institution-authorised-body = уполномоченный орган
institution-operator = оператор
institution-state-body = государственный орган
institution-head = руководитель государственного органа
institution-deputy-head = заместитель руководителя
institution-official = должностное лицо
institution-responsible-officer = ответственный сотрудник
institution-addressee = адресат
institution-e-government-portal = веб-портал «электронного правительства»
institution-personal-account = личный кабинет
institution-contact-centre = единый контакт-центр
institution-journal = журнал «Регистрация граждан, подавших видеообращение»
# $day – с какого дня.
institution-video-appeal-unconfirmed = Действие порядка видеообращений с { $day } не подтверждено. Приём не прекращается.
