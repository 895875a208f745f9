# Экран, повёрнутый к заявителю: он только читает. Слова правил – в booth.ftl.
# $booth – обозначение кабинки.
applicant-welcome = Добро пожаловать!
applicant-welcome-how = Передайте удостоверение сотруднику.
applicant-data-head = Проверьте ваши данные
applicant-data-wrong = Если есть ошибка, скажите сотруднику.
applicant-rules-head = Основные правила видеообращения
applicant-consent-head = Согласие
applicant-consent = Ваши персональные данные собираются и обрабатываются для регистрации и рассмотрения видеообращения.
applicant-consent-say = Если согласны, скажите сотруднику.
applicant-booth-head = Пройдите в кабинку { $booth }
applicant-booth-how = Сотрудник проводит вас. Не забудьте документы и очки.
applicant-wait-head = Вы зарегистрированы. Подождите, пожалуйста
applicant-wait-how = Сотрудник позовёт, когда кабинка освободится.
