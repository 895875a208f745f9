# Окно стола: вход и журнал за сегодня.
desk-program = Қабылдау
# $desk – код филиала и метка стола, 0512·A.
desk-label = стол { $desk }
desk-language = Язык экрана
desk-lock = Заблокировать
refusal-desk-not-paired = Этот стол ещё не подключён к филиалу. Позовите администратора.

## Вход
sign-in-title = Вход
sign-in-who = Сотрудник
sign-in-password = Пароль
sign-in-enter = Войти
sign-in-entering = Проверяем…
sign-in-nobody = На этом столе ещё нет списка сотрудников. Позовите администратора.
sign-in-unsent = Заблокированный стол не обменивается данными. Не отправлено: { $count }.
sign-in-demonstration = Это демонстрационный филиал: люди и документы вымышлены. Пароль – kabyldau, дефис и фамилия латинскими буквами: kabyldau-ahmetova.

## Сегодня
today-title = Журнал за сегодня
today-day-not-open = День ещё не открыт.
today-day-closed = Сегодняшний день закрыт. Новый приход регистрируется, когда откроют следующий день.
today-empty = Сегодня записей нет.
today-answer-day-unknown = Для обращений, поданных сегодня, день ответа не рассчитывается: не загружены календарь или срок. Приём не прекращается.
today-count = { $count ->
    [one] { $count } запись
    [few] { $count } записи
   *[many] { $count } записей
}
today-column-number = Номер
today-column-time = Время
today-column-applicant = Заявитель
today-column-language = Язык
today-column-state = Состояние

## Состояние в журнале
today-state-registered = зарегистрировано
today-state-asked = кабинка запрошена
today-state-withdrawn = запрос отозван
today-state-refused = кабинка отказала
today-state-preparing = в кабинке
today-state-recording = идёт запись
today-state-paused = запись на паузе
today-state-held = без человека
today-state-interrupted = прервано
today-state-filed = отправлено
today-state-ended = не отправлено
today-state-annulled = аннулировано
desk-at-the-board = Вы работаете на табло сопровождения
desk-at-the-board-where = Табло открыто в своём окне. Смена работника – F12.
